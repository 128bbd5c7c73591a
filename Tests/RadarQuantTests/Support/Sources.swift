import Events
import Market
import RadarQuant

/// A source of facts with a handful of companies.
enum Sources {
    static let tickers: Set<String> = [
        "AAPL", "MSFT", "WMT", "LLY", "XOM", "T", "F", "ALL", "IT", "COST", "BRK-B", "AI",
    ]

    static func line(_ ticker: String, _ number: Int = 1) -> EventLine {
        EventLine(
            eventID: "0000320193-24-00010\(number)",
            ticker: ticker,
            type: .sec8K,
            title: "8-K: Results of operations and financial condition (2.02)",
            occurredOn: Explained.day,
            baseScore: 80.4,
            adjustedScore: 86.2,
            adjustedHorizon: .oneDay
        )
    }

    /// Everything is stored.
    static func full() throws -> RadarQuantSource {
        let report = try Worlds.report()
        let facts = try Explained.cases().map(\.facts)
        var source = RadarQuantSource.failing
        source.isTicker = { tickers.contains($0) }
        source.isEventID = { id in facts.contains { $0.event.eventID == id } }
        source.event = { id in facts.first { $0.event.eventID == id } }
        source.latestEvents = { filter, count in
            (0..<min(count, 3)).map { line(filter.ticker ?? "AAPL", $0) }
        }
        source.counts = { filter in
            StoreCounts(
                events: filter.ticker == nil ? 16_702 : 214,
                companies: 84,
                labelledEvents: 14_878,
                labelledOutcomes: 44_499,
                scoredEvents: 16_702,
                firstDay: TradingDay(year: 2004, month: 8, day: 23),
                lastDay: TradingDay(year: 2024, month: 1, day: 31)
            )
        }
        source.history = { filter, horizon in
            KindHistory(
                ticker: filter.ticker,
                kind: filter.kind,
                horizon: horizon,
                n: filter.ticker == nil ? 3_938 : 3,
                companies: 61,
                meanImpact: 68.94,
                medianImpact: 79.6,
                shareUp: 0.5185,
                meanAbsMovePercent: 3.456,
                eventIDs: ["0000320193-23-000101", "0000320193-23-000102", "0000320193-23-000103"]
            )
        }
        source.biggestMoves = { filter, horizon, count in
            (0..<min(count, 3)).map {
                MoveLine(
                    event: line(filter.ticker ?? "AAPL", $0),
                    horizon: horizon,
                    abnormalReturn: -0.2426,
                    realizedImpact: 100
                )
            }
        }
        source.monitoring = { report }
        return source
    }

    /// Nothing is stored.
    static func empty() throws -> RadarQuantSource {
        var source = try full()
        let report = try Worlds.emptyReport()
        source.isEventID = { _ in false }
        source.latestEvents = { _, _ in [] }
        source.biggestMoves = { _, _, _ in [] }
        source.counts = { _ in
            StoreCounts(
                events: 0,
                companies: 0,
                labelledEvents: 0,
                labelledOutcomes: 0,
                scoredEvents: 0,
                firstDay: nil,
                lastDay: nil
            )
        }
        source.history = { filter, horizon in
            KindHistory(
                ticker: filter.ticker,
                kind: filter.kind,
                horizon: horizon,
                n: 0,
                companies: 0,
                meanImpact: nil,
                medianImpact: nil,
                shareUp: nil,
                meanAbsMovePercent: nil,
                eventIDs: []
            )
        }
        source.monitoring = { report }
        return source
    }
}
