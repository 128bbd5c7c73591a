/// The sessions of an event study, counted from the reaction session as 0.
public struct EventWindow: Sendable, Hashable {
    /// First session of the window, for example -5.
    public let first: Int
    /// Last session of the window, for example 20.
    public let last: Int
    /// Sessions that tell what is usual for the stock.
    public let estimationSessions: Int
    /// Sessions between the end of the estimation and the reaction session.
    public let gap: Int
    /// The fewest estimation returns that must be there.
    public let minimumEstimation: Int

    /// Creates a window; the defaults are -5...20 with 250 sessions of estimation that end 10 before the event.
    public init(
        first: Int = -5,
        last: Int = 20,
        estimationSessions: Int = 250,
        gap: Int = 10,
        minimumEstimation: Int = 100
    ) {
        precondition(first <= last && estimationSessions > 0 && gap >= 0, "an event window runs forwards")
        self.first = first
        self.last = last
        self.estimationSessions = estimationSessions
        self.gap = gap
        self.minimumEstimation = minimumEstimation
    }

    /// Number of sessions of the window.
    public var count: Int { last - first + 1 }

    /// Sessions from the reaction session on which the estimation of an event rests.
    public func estimation(reactionSession: Int) -> Range<Int> {
        let end = reactionSession - gap + 1
        return (end - estimationSessions)..<end
    }
}
