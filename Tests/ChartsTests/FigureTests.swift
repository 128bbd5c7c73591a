import Charts
import Markup
import Testing

@Suite
struct FigureTests {
    @Test(arguments: SampleChart.all)
    func `A figure has a caption, a picture with a text alternative, and a table`(sample: SampleChart) throws
    {
        let page = try MarkupReader(sample.chart.figure().string)
        let figure = try #require(page.elements.first)
        #expect(figure.name == "figure")
        #expect(figure.attributes["class"]?.split(separator: " ").first == "chart")
        let caption = try #require(page.all("figcaption").first)
        #expect(caption.text.hasPrefix("Title of "))
        #expect(caption.text.contains("n\u{A0}=\u{A0}16,702 events, 1 company, 402 event days"))
        #expect(caption.text.contains("95\u{A0}% intervals, clustered by event day"))
        let picture = try #require(page.all("svg").first)
        #expect(picture.attributes["role"] == "img")
        #expect(picture.attributes["viewBox"]?.hasPrefix("0 0 ") == true)
        let named = picture.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
        let texts = named.map { id in page.elements.first { $0.attributes["id"] == id } }
        #expect(texts.map { $0?.name } == ["title", "desc"])
        #expect(page.all("summary").map(\.text) == ["Data table"])
        #expect(page.all("table").allSatisfy { $0.path.contains("details") })
        #expect(!page.all("table").isEmpty)
    }

    @Test(arguments: SampleChart.all)
    func `A figure has no style, no script, no id twice`(sample: SampleChart) throws {
        let page = try MarkupReader(sample.chart.figure().string)
        for element in page.elements {
            #expect(!["script", "style", "foreignObject", "image", "use"].contains(element.name))
            #expect(element.attributes["style"] == nil)
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
        }
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: SampleChart.all)
    func `Every plotted number stands in the data table`(sample: SampleChart) throws {
        let page = try MarkupReader(sample.chart.figure().string)
        let cells = Set((page.all("td") + page.all("th")).map { Self.plain($0.text) })
        for number in sample.numbers { #expect(cells.contains(number), "\(number) in \(sample)") }
    }

    @Test(arguments: SampleChart.all)
    func `The text alternative states the numbers`(sample: SampleChart) throws {
        let page = try MarkupReader(sample.chart.figure().string)
        let text = try #require(page.all("desc").first?.text)
        for piece in sample.told { #expect(text.contains(piece), "\(text)") }
    }

    @Test(arguments: SampleChart.all)
    func `A figure is small`(sample: SampleChart) {
        let limit = sample.chart is PriceChart ? 40_000 : 25_000
        #expect(sample.chart.figure().bytes.count < limit)
    }

    @Test(arguments: SampleChart.make(label: " <script>alert(\"x\")</script> & 'so' on"))
    func `Hostile labels stay text`(sample: SampleChart) throws {
        let markup = sample.chart.figure().string
        #expect(!markup.contains("<script"))
        let page = try MarkupReader(markup)
        #expect(page.all("script").isEmpty)
        #expect(
            page.all("figcaption").first?.text.contains("<script>alert(\"x\")</script> & 'so' on") == true
        )
        let texts = page.all("td") + page.all("th") + page.all("caption")
        #expect(texts.contains { $0.text.contains("<script>alert(\"x\")</script>") })
    }

    @Test
    func `An id that is none is made one`() throws {
        let heading = ChartHeading(id: "a b\"><i", title: "T")
        let markup = FunnelChart(heading: heading, stages: [.init(name: "Events", count: 3)]).figure().string
        let page = try MarkupReader(markup)
        #expect(page.elements.first?.attributes["id"] == "a-b---i")
        #expect(page.all("svg").first?.attributes["aria-labelledby"] == "a-b---i-title a-b---i-desc")
    }

    /// Text without the spaces that align numbers.
    static func plain(_ text: String) -> String {
        String(text.filter { $0 != "\u{2007}" && $0 != "\u{2008}" })
    }
}
