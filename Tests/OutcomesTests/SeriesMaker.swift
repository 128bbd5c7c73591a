import Events
import Market

/// Small hand-made worlds for label tests.
enum SeriesMaker {
    static let calendar = ExchangeCalendar.xnys

    /// The day with an ISO text that is known to be right.
    static func day(_ text: String) -> TradingDay {
        guard let day = TradingDay(iso8601: text) else { preconditionFailure("\(text) is no day") }
        return day
    }

    /// The session on a day that is known to be one.
    static func session(_ text: String) -> Int {
        guard let session = try? calendar.session(on: day(text)) else {
            preconditionFailure("\(text) is no session")
        }
        return session
    }

    /// New York wall clock as an instant.
    static func newYork(_ text: String, _ hour: Int, _ minute: Int = 0) -> UTCInstant {
        NewYork.instant(day: day(text), secondOfDay: hour * 3600 + minute * 60)
    }

    /// A series whose closes are given by session; sessions not named have no close.
    static func series(
        _ ticker: String,
        closes: [Int: Double],
        quarantine: [Int: QuarantineReason] = [:],
        breaks: [Int] = []
    ) -> PriceSeries {
        let sessions = Array(closes.keys) + Array(quarantine.keys)
        guard let first = sessions.min(), let last = sessions.max() else {
            preconditionFailure("a series needs a close")
        }
        let adjusted = (first...last).map { quarantine[$0] == nil ? closes[$0] ?? .nan : .nan }
        return PriceSeries(
            ticker: ticker,
            firstSession: first,
            adjusted: adjusted,
            close: adjusted,
            volume: adjusted.map { $0.isNaN ? .nan : 1000 },
            quarantine: (first...last).map { quarantine[$0] },
            breaks: breaks
        )
    }

    /// Closes that grow by one a session from `start`, 100 at the first.
    static func ramp(from start: Int, count: Int) -> [Int: Double] {
        var closes: [Int: Double] = [:]
        for offset in 0..<count { closes[start + offset] = 100 + Double(offset) }
        return closes
    }

    /// Closes that stay at 400: a benchmark that does nothing.
    static func flat(from start: Int, count: Int) -> [Int: Double] {
        var closes: [Int: Double] = [:]
        for offset in 0..<count { closes[start + offset] = 400 }
        return closes
    }
}
