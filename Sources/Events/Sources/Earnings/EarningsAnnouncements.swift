public import Market

/// Finds the day on which the figures of a quarter became known, and makes the events.
///
/// Yahoo's history names the end of each quarter, never the day of its announcement. That day is, in this order: the day of the
/// company's first 8-K with results (item 2.02) after the quarter's end, whose time the event then takes from the link; else a
/// day of the calendar that an earlier or the present reading was sure of. Both must lie before the next quarter's end and
/// within 100 days. A quarter without such a day waits.
public struct EarningsAnnouncements: Sendable, Equatable {
    /// Earnings releases, the oldest first.
    public var events: [MarketEvent] = []
    /// Quarters whose day of announcement is not known yet.
    public var waiting: [EarningsQuarter] = []
    /// Quarters whose announcement another source has already.
    public var known = 0

    /// The connector's name, and the beginning of the keys: `yahoo-earnings:AAPL:2024-12-31`.
    public static let connector = "yahoo-earnings"

    /// The longest time between a quarter's end and the announcement, in days.
    public static let longestDelay = 100

    /// Places the quarters of one company.
    ///
    /// - Parameters:
    ///   - quarters: the figures, in any order.
    ///   - dates: sure days of announcements.
    ///   - ticker: the symbol.
    ///   - events: what is known of the company: its filings, and the releases of other sources.
    ///   - now: the present; nothing is placed after it.
    public init(
        _ quarters: [EarningsQuarter],
        dates: [EarningsDate],
        ticker: String,
        among events: [MarketEvent],
        now: UTCInstant
    ) {
        let own = events.filter { $0.ticker == ticker }
        let filings = own.filter { $0.reportsResults && !$0.isAmendment }.map(Self.day).sorted()
        let others = Set(
            own.filter { $0.type == .earningsRelease && $0.source != Self.connector }.map(Self.day)
        )
        let quarters = quarters.sorted { $0.end < $1.end }
        for (index, quarter) in quarters.enumerated() {
            var last = quarter.end.advanced(byDays: Self.longestDelay)
            if index + 1 < quarters.count { last = min(last, quarters[index + 1].end) }
            let window = quarter.end.advanced(byDays: 1)...max(last, quarter.end.advanced(byDays: 1))
            guard let date = Self.date(in: window, filings: filings, dates: dates, now: now) else {
                waiting.append(quarter)
                continue
            }
            if others.contains(date.day) {
                known += 1
            } else {
                self.events.append(Self.event(quarter, date: date, ticker: ticker))
            }
        }
    }

    private static func day(_ event: MarketEvent) -> TradingDay {
        event.timePrecision == .exact ? NewYork.wallClock(of: event.knownAt).day : event.occurredOn
    }

    private static func date(
        in window: ClosedRange<TradingDay>,
        filings: [TradingDay],
        dates: [EarningsDate],
        now: UTCInstant
    ) -> EarningsDate? {
        let today = NewYork.wallClock(of: now).day
        if let filing = filings.first(where: { window.contains($0) && $0 <= today }) {
            return EarningsDate(day: filing)
        }
        let possible = dates.filter { date in
            window.contains(date.day) && date.day <= today && date.instant.map { $0 <= now } ?? true
        }
        return possible.min { ($0.day, $0.instant == nil ? 1 : 0) < ($1.day, $1.instant == nil ? 1 : 0) }
    }

    private static func event(_ quarter: EarningsQuarter, date: EarningsDate, ticker: String) -> MarketEvent {
        let facts = EventFacts(
            epsEstimate: quarter.epsEstimate,
            epsActual: quarter.epsActual,
            surprisePercent: quarter.surprisePercent
        )
        return MarketEvent(
            eventID: "\(connector):\(ticker):\(quarter.end)",
            ticker: ticker,
            type: .earningsRelease,
            occurredOn: date.day,
            knownAt: date.instant ?? NewYork.instant(day: date.day, secondOfDay: 0),
            timePrecision: date.instant == nil ? .day : .exact,
            timeSource: date.instant == nil ? .none : .calendarHour,
            title: EarningsTitle.text(facts),
            summary: "Quarter that ended on \(quarter.end).",
            source: connector,
            sourceURL: "https://finance.yahoo.com/quote/\(ticker)/analysis/",
            facts: facts
        )
    }
}
