import Events
import Features
import Market
import Outcomes
import Testing

/// Short ways to write down inputs.
enum Make {
    static let calendar = ExchangeCalendar.xnys

    /// A series without gaps whose closes are the adjusted closes.
    static func series(
        _ ticker: String = "AAA",
        first: Int = 0,
        _ closes: [Double],
        volume: [Double]? = nil,
        breaks: [Int] = []
    ) -> PriceSeries {
        PriceSeries(
            ticker: ticker,
            firstSession: first,
            adjusted: closes,
            close: closes,
            volume: volume ?? [Double](repeating: 1000, count: closes.count),
            quarantine: [QuarantineReason?](repeating: nil, count: closes.count),
            breaks: breaks
        )
    }

    /// The series of AAA from session 0 on.
    static func series(_ closes: [Double], volume: [Double]? = nil, breaks: [Int] = []) -> PriceSeries {
        series("AAA", first: 0, closes, volume: volume, breaks: breaks)
    }

    /// Closes that start at 100 and follow simple returns.
    static func closes(returns: [Double]) -> [Double] {
        returns.reduce(into: [100.0]) { closes, value in closes.append(closes[closes.count - 1] * (1 + value))
        }
    }

    /// An instant on New York's clocks, `2019-07-03 12:59`.
    static func newYork(_ text: String) throws -> UTCInstant {
        let parts = try #require(CivilTimestamp(utf8: Array(text.utf8)), "\(text) is no time")
        return NewYork.instant(day: parts.day, secondOfDay: parts.secondOfDay)
    }

    /// An event of a time on New York's clocks; `2019-07-03` alone means day precision.
    static func event(
        _ eventID: String,
        _ time: String,
        ticker: String = "AAA",
        type: EventType = .sec8K,
        items: [String] = ["8.01"],
        facts: EventFacts = EventFacts(),
        related: String? = nil
    ) throws -> EventInput {
        let exact = time.count > 10
        let knownAt = try newYork(exact ? time : time + " 00:00")
        let day = NewYork.wallClock(of: knownAt).day
        let event = MarketEvent(
            eventID: eventID,
            ticker: ticker,
            type: type,
            items: type == .sec8K ? items : [],
            occurredOn: day,
            knownAt: knownAt,
            timePrecision: exact ? .exact : .day,
            timeSource: exact ? .sgml : .none,
            title: eventID,
            source: "test",
            facts: facts,
            relatedEventID: related
        )
        return EventInput(event: event, sessions: try sessions(of: event))
    }

    /// The sessions that the labeller gives an event, day precision before the open.
    static func sessions(of event: MarketEvent) throws -> EventSessions {
        try EventSessions(
            knownAt: event.knownAt,
            occurredOn: event.occurredOn,
            timePrecision: event.timePrecision,
            rule: .beforeOpen,
            calendar: calendar
        )
    }
}
