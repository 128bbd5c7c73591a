import Events
import Market
import Storage

/// A small database: a benchmark, a stock and a few events, all made up.
enum MadeUpMarket {
    static let firstSession = 8000

    /// Fills a database with closes of 400 sessions and with events on four of them.
    static func fill(_ path: String, now: UTCInstant) throws {
        let store = try Store(path: path)
        try store.write { connection in
            for (ticker, step) in [("SPY", 3), ("ACME", 7)] {
                try PriceStore(connection).replace(
                    StoredSeries(
                        ticker: ticker,
                        source: "made-up",
                        fetchedAt: now,
                        vintage: "000000000000000\(step)"
                    ),
                    bars: bars(step: step),
                    breaks: []
                )
            }
            _ = try EventStore(connection).upsert(events, now: now)
        }
        try store.close()
    }

    private static func bars(step: Int) -> [StoredBar] {
        (0..<400).map { index in
            let close = 100 + Double(index * step % 11) + Double(index) / 50
            let bar = Bar(
                day: ExchangeCalendar.xnys.day(ofSession: firstSession + index),
                open: close,
                high: close + 1,
                low: close - 1,
                close: close,
                adjustedClose: close,
                volume: 1000
            )
            return StoredBar(bar: bar, quarantined: nil)
        }
    }

    private static var events: [MarketEvent] {
        [
            ("a", "ACME", 200, EventType.sec8K), ("b", "ACME", 300, .earningsRelease),
            ("c", "ACME", 397, .sec8K),
            ("d", "GONE", 250, .fdaApproval),
        ]
        .map { id, ticker, session, type in
            let day = ExchangeCalendar.xnys.day(ofSession: firstSession + session)
            return MarketEvent(
                eventID: id,
                ticker: ticker,
                type: type,
                occurredOn: day,
                knownAt: NewYork.instant(day: day, secondOfDay: 30_000),
                timePrecision: .exact,
                timeSource: .file,
                title: "Made up",
                source: "test"
            )
        }
    }
}
