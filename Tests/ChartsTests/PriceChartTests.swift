import Markup
import Testing

@testable import Charts

@Suite
struct PriceChartTests {
    private static func prices(_ count: Int) -> [PriceChart.Price] {
        var state: UInt64 = 9
        var close = 50.0
        return (0..<count).map { session in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            close *= 1 + (Double(state >> 40) / Double(1 << 24) - 0.5) / 20
            return .init(day: ChartDay(daysSinceEpoch: Int32(session)), close: close)
        }
    }

    @Test(arguments: [1, 2, 139, 140, 141, 3_000])
    func `Spans hold every session once and keep its extremes`(count: Int) throws {
        let prices = Self.prices(count)
        let spans = PriceSpan.split(prices, into: 140)
        #expect(spans.count == min(count, 140))
        #expect(spans.map(\.lowest.close).min() == prices.map(\.close).min())
        #expect(spans.map(\.highest.close).max() == prices.map(\.close).max())
        #expect(spans.first?.first == prices.first)
        let corners = spans.flatMap(\.corners)
        #expect(corners.count <= 280)
        #expect(zip(corners, corners.dropFirst()).allSatisfy { $0.day < $1.day })
        for (span, next) in zip(spans, spans.dropFirst()) {
            let within = prices.filter { $0.day >= span.first.day && $0.day < next.first.day }
            #expect(within.map(\.close).min() == span.lowest.close)
            #expect(within.map(\.close).max() == span.highest.close)
        }
    }

    @Test
    func `A line of few closes is drawn close by close`() throws {
        let prices = Self.prices(60)
        let chart = PriceChart(
            heading: ChartHeading(id: "a", title: "T"),
            prices: prices.reversed(),
            events: []
        )
        let page = try MarkupReader(chart.figure().string)
        let line = try #require(page.all("path").first { $0.attributes["class"] == "price" })
        #expect(line.attributes["d"]?.count { $0 == "L" } == 59)
        #expect(page.all("tr").count == 61)
    }

    @Test
    func `Many events keep their marks, and the highest scores keep their names`() throws {
        let events = (0..<300).map { number in
            PriceChart.Event(
                day: ChartDay(daysSinceEpoch: Int32(number * 3)),
                title: "Event \(number)",
                family: "family",
                score: Double(number) / 3
            )
        }
        let chart = PriceChart(
            heading: ChartHeading(id: "a", title: "T"),
            prices: Self.prices(900),
            events: events
        )
        let page = try MarkupReader(chart.figure().string)
        let marks = page.all("path").filter { $0.attributes["class"] == "mark" }
        let drawn = marks.reduce(0) { $0 + ($1.attributes["d"]?.count { $0 == "M" } ?? 0) }
        #expect(drawn == 300)
        let named = page.all("title").filter { $0.text.contains("Event") }
        #expect(named.count == PriceChart.eventsNamed)
        #expect(named.contains { $0.text.contains("Event 299, score 99.7") })
        #expect(page.all("caption").first?.text == "T: the 36 events with the highest scores, of 300")
    }

    @Test
    func `Events outside the prices stand in the table only`() throws {
        let outside = PriceChart.Event(
            day: ChartDay(daysSinceEpoch: 5_000),
            title: "Late",
            family: "f",
            score: nil,
            address: "javascript:alert(1)"
        )
        let chart = PriceChart(
            heading: ChartHeading(id: "a", title: "T"),
            prices: Self.prices(9),
            events: [outside]
        )
        let page = try MarkupReader(chart.figure().string)
        #expect(page.all("path").allSatisfy { $0.attributes["class"] != "mark" })
        #expect(page.all("td").contains { $0.text == "Late" })
        #expect(page.all("a").isEmpty)
    }
}
