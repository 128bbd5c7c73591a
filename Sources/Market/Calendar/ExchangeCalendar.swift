/// The sessions of an exchange, numbered from 0, with their opening and closing instants.
///
/// Every question is answered by one or two array lookups; the tables are filled once.
public struct ExchangeCalendar: Sendable {
    /// Code of the exchange, an ISO 10383 market identifier.
    public let code: String
    /// First day that the calendar knows, a session or not.
    public let firstDay: TradingDay
    /// Last day that the calendar knows, a session or not.
    public let lastDay: TradingDay

    /// Day of each session.
    private let days: [TradingDay]
    /// For each day from `firstDay` on: the first session on it or after it, `days.count` where there is none.
    private let nextSession: [Int32]
    private let opens: [UTCInstant]
    private let closes: [UTCInstant]
    private let shortened: [Bool]

    /// The New York Stock Exchange, 1990-01-01 to 2030-12-31.
    public static let xnys = ExchangeCalendar(newYorkYears: 1990...2030)

    private init(newYorkYears years: ClosedRange<Int>) {
        code = "XNYS"
        firstDay = .civil(years.lowerBound, 1, 1)
        lastDay = .civil(years.upperBound, 12, 31)
        let closed = Set(years.flatMap(NewYorkStockExchange.closures(year:)))
        var days: [TradingDay] = []
        var nextSession: [Int32] = []
        for number in firstDay.daysSinceEpoch...lastDay.daysSinceEpoch {
            let day = TradingDay(daysSinceEpoch: number)
            nextSession.append(Int32(days.count))
            if day.weekday <= 5, !closed.contains(day) { days.append(day) }
        }
        let closings = days.map(NewYorkStockExchange.closing(on:))
        self.days = days
        self.nextSession = nextSession
        opens = days.map { NewYork.instant(day: $0, secondOfDay: NewYorkStockExchange.opening) }
        closes = zip(days, closings).map { NewYork.instant(day: $0, secondOfDay: $1) }
        shortened = closings.map { $0 < NewYorkStockExchange.regularClose }
    }

    // MARK: Sessions by number

    /// How many sessions the calendar knows.
    public var sessionCount: Int { days.count }

    /// The day of a session; the session number must be in `0..<sessionCount`.
    public func day(ofSession session: Int) -> TradingDay { days[session] }

    /// The instant at which a session opens; the session number must be in `0..<sessionCount`.
    public func opensAt(session: Int) -> UTCInstant { opens[session] }

    /// The instant at which a session closes; the session number must be in `0..<sessionCount`.
    public func closesAt(session: Int) -> UTCInstant { closes[session] }

    /// Whether a session closes before the regular hour; the session number must be in `0..<sessionCount`.
    public func isEarlyClose(session: Int) -> Bool { shortened[session] }

    // MARK: Sessions by day

    /// The session of a day; nil where the exchange is closed on it.
    ///
    /// - Throws: `CalendarError` for a day that the calendar does not know.
    public func session(on day: TradingDay) throws(CalendarError) -> Int? {
        let next = try nextSessionNumber(day)
        return next < days.count && days[next] == day ? next : nil
    }

    /// The session of a day, or else the first one after it.
    ///
    /// - Throws: `CalendarError` for a day that the calendar does not know or that has no session after it.
    public func session(onOrAfter day: TradingDay) throws(CalendarError) -> Int {
        let next = try nextSessionNumber(day)
        guard next < days.count else { throw error(day) }
        return next
    }

    /// The session of a day, or else the last one before it.
    ///
    /// - Throws: `CalendarError` for a day that the calendar does not know or that has no session before it.
    public func session(onOrBefore day: TradingDay) throws(CalendarError) -> Int {
        let next = try nextSessionNumber(day)
        if next < days.count, days[next] == day { return next }
        guard next > 0 else { throw error(day) }
        return next - 1
    }

    // MARK: Sessions by instant

    /// The first session whose close lies after an instant: the one that can react to news of that instant.
    ///
    /// - Throws: `CalendarError` where the calendar does not know that session.
    public func firstSession(closingAfter instant: UTCInstant) throws(CalendarError) -> Int {
        // A New York session opens and closes within one UTC day, so the UTC day is the session's day.
        let session = try session(onOrAfter: instant.utcDay)
        guard closes[session] <= instant else { return session }
        guard session + 1 < days.count else { throw error(instant.utcDay) }
        return session + 1
    }

    /// The last session whose close lies at or before an instant.
    ///
    /// - Throws: `CalendarError` where the calendar does not know that session.
    public func lastSession(closedBy instant: UTCInstant) throws(CalendarError) -> Int {
        let session = try session(onOrBefore: instant.utcDay)
        guard closes[session] > instant else { return session }
        guard session > 0 else { throw error(instant.utcDay) }
        return session - 1
    }

    // MARK: Coverage

    private func nextSessionNumber(_ day: TradingDay) throws(CalendarError) -> Int {
        let offset = Int(day.daysSinceEpoch) - Int(firstDay.daysSinceEpoch)
        guard offset >= 0, offset < nextSession.count else { throw error(day) }
        return Int(nextSession[offset])
    }

    private func error(_ day: TradingDay) -> CalendarError {
        CalendarError(calendar: code, day: day, firstDay: firstDay, lastDay: lastDay)
    }
}
