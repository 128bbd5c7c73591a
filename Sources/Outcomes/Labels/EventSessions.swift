public import Events
public import Market

/// The sessions that an event's outcomes are counted from.
public struct EventSessions: Sendable, Hashable {
    /// The first session whose close comes after the event could be known.
    public let reactionSession: Int

    /// Creates the sessions from the reaction session.
    public init(reactionSession: Int) {
        self.reactionSession = reactionSession
    }

    /// The last session before the reaction session; its close is the base of every horizon.
    public var baseSession: Int { reactionSession - 1 }

    /// The session whose close is the outcome of a horizon, the reaction session counted as 1.
    public func outcomeSession(_ horizon: Horizon) -> Int { baseSession + horizon.sessions }
}

extension EventSessions {
    /// Finds the sessions of an event.
    ///
    /// - Parameters:
    ///   - knownAt: the instant from which the market could know it.
    ///   - occurredOn: the day that counts where only the day is known.
    ///   - timePrecision: which of the two counts.
    ///   - rule: how a day without a time is read.
    ///   - calendar: the exchange calendar.
    /// - Throws: `CalendarError` for a time outside the calendar's coverage.
    public init(
        knownAt: UTCInstant,
        occurredOn: TradingDay,
        timePrecision: TimePrecision,
        rule: DayPrecisionRule,
        calendar: ExchangeCalendar
    ) throws(CalendarError) {
        switch timePrecision {
        case .exact:
            self.init(reactionSession: try calendar.firstSession(closingAfter: knownAt))
        case .day:
            let day = rule == .beforeOpen ? occurredOn : occurredOn.advanced(byDays: 1)
            self.init(reactionSession: try calendar.session(onOrAfter: day))
        }
    }
}
