public import Market

/// How much is stored of the events that a filter lets pass.
public struct StoreCounts: Sendable, Equatable {
    /// Events.
    public var events: Int
    /// Companies among them.
    public var companies: Int
    /// Events with at least one labelled outcome.
    public var labelledEvents: Int
    /// Labelled outcomes: events times horizons.
    public var labelledOutcomes: Int
    /// Events with at least one prediction.
    public var scoredEvents: Int
    /// Day of the first event; nil without events.
    public var firstDay: TradingDay?
    /// Day of the last event; nil without events.
    public var lastDay: TradingDay?

    /// Creates counts.
    public init(
        events: Int,
        companies: Int,
        labelledEvents: Int,
        labelledOutcomes: Int,
        scoredEvents: Int,
        firstDay: TradingDay?,
        lastDay: TradingDay?
    ) {
        self.events = events
        self.companies = companies
        self.labelledEvents = labelledEvents
        self.labelledOutcomes = labelledOutcomes
        self.scoredEvents = scoredEvents
        self.firstDay = firstDay
        self.lastDay = lastDay
    }
}
