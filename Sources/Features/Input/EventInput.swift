public import Events
public import Outcomes

/// An event with the sessions that its outcomes are counted from.
///
/// An event outside the calendar's coverage has no sessions and can have no features.
public struct EventInput: Sendable {
    /// The event.
    public let event: MarketEvent
    /// Its base and reaction session, as the labeller counts them.
    public let sessions: EventSessions

    /// Pairs an event with its sessions.
    public init(event: MarketEvent, sessions: EventSessions) {
        self.event = event
        self.sessions = sessions
    }
}
