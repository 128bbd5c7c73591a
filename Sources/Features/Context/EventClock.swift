import Events
import Market
import Outcomes

/// When an event became known, in terms of New York's clock and the exchange's sessions.
struct EventClock: Sendable {
    /// New York day on which it became known.
    let day: TradingDay
    /// Whether the instant is known and not only the day.
    let isExact: Bool
    /// Part of the trading day; nil for day precision.
    let phase: SessionPhase?
    /// Minutes from the event to the close of the reaction session; NaN for day precision.
    let minutesToClose: Double

    init(of input: EventInput, calendar: ExchangeCalendar) {
        let known = input.event.knownAt
        let reaction = input.sessions.reactionSession
        day = NewYork.wallClock(of: known).day
        isExact = input.event.timePrecision == .exact
        guard isExact else {
            phase = nil
            minutesToClose = .nan
            return
        }
        phase = SessionPhase(knownAt: known, reactionSession: reaction, calendar: calendar)
        let close = calendar.closesAt(session: reaction)
        minutesToClose = Double(close.secondsSinceEpoch - known.secondsSinceEpoch) / 60
    }
}
