/// Events after `EventLinker` has joined those about one announcement.
public struct LinkedEvents: Sendable, Equatable {
    /// The events in the order given.
    public var events: [MarketEvent]
    /// Number of pairs that are linked.
    public var pairs: Int
    /// Number of events that took their time of day from the other of the pair.
    public var timed: Int

    /// Creates a result.
    public init(events: [MarketEvent], pairs: Int = 0, timed: Int = 0) {
        self.events = events
        self.pairs = pairs
        self.timed = timed
    }
}
