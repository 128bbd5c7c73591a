public import Market

/// The part of the trading day in which an event became known.
public enum SessionPhase: String, CaseIterable, Sendable {
    /// On the day of the reaction session, before it opens.
    case beforeOpen = "before_open"
    /// While the reaction session trades.
    case regular
    /// After the close of the base session and before the day of the reaction session; so are weekends and
    /// holidays.
    case afterClose = "after_close"
}

extension SessionPhase {
    /// The part of the day of an instant before the close of its reaction session.
    public init(knownAt: UTCInstant, reactionSession: Int, calendar: ExchangeCalendar) {
        if knownAt >= calendar.opensAt(session: reactionSession) {
            self = .regular
        } else {
            let day = NewYork.wallClock(of: knownAt).day
            self = day == calendar.day(ofSession: reactionSession) ? .beforeOpen : .afterClose
        }
    }
}
