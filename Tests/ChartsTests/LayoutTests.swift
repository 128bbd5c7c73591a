import Markup
import Testing

@testable import Charts

@Suite
struct LayoutTests {
    @Test(
        arguments: SampleChart.all
            + SampleChart.make(label: " with a label that is longer than any place for it")
    )
    func `No text leaves the picture and no text covers another`(sample: SampleChart) throws {
        let page = try MarkupReader(sample.chart.figure().string)
        let picture = try #require(page.all("svg").first)
        let size = picture.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) } ?? []
        try #require(size.count == 4)
        let boxes = page.all("text").map(Box.init)
        for box in boxes where !box.text.isEmpty {
            #expect(box.left >= -1 && box.right <= size[2] + 1, "\(sample): \(box)")
            #expect(box.top >= -1 && box.bottom <= size[3] + 1, "\(sample): \(box)")
        }
        for (position, box) in boxes.enumerated() {
            for other in boxes[(position + 1)...] {
                #expect(!box.covers(other), "\(sample): \(box) \(other)")
            }
        }
    }

    /// About where a text stands.
    struct Box: CustomStringConvertible {
        let text: String
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double

        init(_ element: MarkupReader.Element) {
            text = element.ownText
            let styles = element.attributes["class"]?.split(separator: " ") ?? []
            let width = TextFit.width(text, isBold: styles.contains("strong")) * 0.92
            let x = element.attributes["x"].flatMap(Double.init) ?? .nan
            let y = element.attributes["y"].flatMap(Double.init) ?? .nan
            left = styles.contains("e") ? x - width : styles.contains("m") ? x - width / 2 : x
            right = left + width
            top = y - 9
            bottom = y + 2
        }

        func covers(_ other: Self) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        var description: String { "“\(text)” at \(left)...\(right), \(top)...\(bottom)" }
    }

    @Test
    func `Long text is cut at the width, short text is left alone`() {
        #expect(TextFit.truncated("short", to: 100) == "short")
        let cut = TextFit.truncated("a text that is far too long for its place", to: 100)
        #expect(cut.hasSuffix("…") && cut.count > 5)
        #expect(TextFit.width(cut) <= 100)
        #expect(TextFit.truncated("東京証券取引所の上場企業", to: 60).hasSuffix("…"))
        #expect(TextFit.truncated("", to: 0).isEmpty)
    }

    @Test
    func `Wrapped text keeps its words and its width`() {
        let lines = TextFit.wrapped(
            "AI model not applied (insufficient data)",
            to: 168,
            limit: 2,
            isBold: true
        )
        #expect(lines == ["AI model not applied", "(insufficient data)"])
        let cut = TextFit.wrapped("one two three four five six seven eight nine ten", to: 80, limit: 2)
        #expect(cut.count == 2)
        #expect(cut.allSatisfy { TextFit.width($0) <= 80 })
        #expect(cut.last?.hasSuffix("…") == true)
        #expect(TextFit.wrapped("", to: 80, limit: 2).isEmpty)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1.0k"), (16_702, "16.7k"), (99_949, "99.9k"), (99_950, "100k"),
        (999_499, "999k"), (1_250_000, "1.2M"),
    ])
    func `Counts have a short form`(count: Int, text: String) {
        #expect(CountText.short(count) == text)
    }

    @Test(arguments: [
        (0, "0"), (-0.04, "0"), (12.34, "12.3"), (-0.5, "-0.5"), (640, "640"), (.infinity, "1000000"),
    ])
    func `Coordinates have one decimal at most`(value: Double, text: String) {
        #expect(Coordinate.text(value) == text)
    }
}
