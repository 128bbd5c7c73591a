import Charts
import Markup
import Testing

@Suite
struct InlineTests {
    @Test
    func `An interval bar has a text alternative, a point, an interval and a baseline`() throws {
        let bar = IntervalBar(
            ChartEstimate(0.542, lower: 0.517, upper: 0.569),
            domain: 0.4...0.6,
            baseline: 0.5,
            label: "54.2 % [51.7, 56.9] <n>"
        )
        let page = try MarkupReader(bar.fragment().string)
        let picture = try #require(page.elements.first)
        #expect(picture.attributes["aria-label"] == "54.2 % [51.7, 56.9] <n>")
        #expect(picture.attributes["role"] == "img")
        #expect(page.all("circle").count == 1)
        #expect(page.all("line").compactMap { $0.attributes["class"] } == ["grid", "zero", "iv"])
        #expect(page.all("path").isEmpty)
    }

    @Test
    func `What lies beyond the domain ends in an arrow`() throws {
        let wide = IntervalBar(ChartEstimate(0.5, lower: 0.1, upper: 0.9), domain: 0.4...0.6, label: "")
        #expect(try MarkupReader(wide.fragment().string).all("path").count == 2)
        let outside = IntervalBar(ChartEstimate(7), domain: 0...1, baseline: 9, label: "")
        let page = try MarkupReader(outside.fragment().string)
        #expect(page.all("path").count == 1)
        #expect(page.all("circle").isEmpty)
        #expect(page.all("line").count == 1)
    }

    @Test
    func `No number is a dash`() {
        #expect(IntervalBar(ChartEstimate(.nan), domain: 0...1, label: "x").fragment().string == "–")
        #expect(Sparkline([nil, .nan], label: "x").fragment().string == "–")
        #expect(Sparkline([], label: "x").fragment().string == "–")
    }

    @Test(
        arguments: [([1, 2, 3], 1), ([1, nil, 3], 2), ([nil, 5], 1), ([4, 4, .infinity, 4], 2)]
            as [([Double?], Int)]
    )
    func `A sparkline has a gap where there is no number`(values: [Double?], pieces: Int) throws {
        let page = try MarkupReader(Sparkline(values, label: "trend").fragment().string)
        let line = try #require(page.all("path").first?.attributes["d"])
        #expect(line.count { $0 == "M" } == pieces)
        #expect(page.all("circle").count == 1)
    }
}
