public import Events
public import Market
public import Outcomes

/// What share of events has no outcome, by family and year, and why: the survivorship panel.
public struct OutcomeCoverage: Sendable, Equatable {
    /// One row for each family and year of the event's day with events, sorted.
    public let rows: [CoverageRow]
    /// One row for each family over all years, sorted.
    public let families: [CoverageRow]
    /// All events.
    public let total: CoverageRow
}

/// Events with and without outcomes of one family in one year.
public struct CoverageRow: Sendable, Equatable {
    /// The family; nil for all.
    public let family: EventFamily?
    /// The year of the event's day; nil for all.
    public let year: Int?
    /// Events.
    public let events: Int
    /// What became of them at each horizon, shortest first.
    public let horizons: [CoverageCell]
}

/// What became of events at one horizon.
public struct CoverageCell: Sendable, Equatable {
    /// The horizon.
    public let horizon: Horizon
    /// Events.
    public let events: Int
    /// Events with a label.
    public let labelled: Int
    /// Events without one, by recorded reason, the most frequent first.
    public let skipped: [SkipCount]

    /// Events with neither a label nor a reason: no labelling run has looked at them.
    public var unattempted: Int { events - labelled - skipped.reduce(0) { $0 + $1.n } }

    /// Events without a label.
    public var without: Int { events - labelled }

    /// Their share, 0...1; nil without events.
    public var shareWithout: Double? { events > 0 ? Double(without) / Double(events) : nil }
}

/// How many events have no label for one reason.
public struct SkipCount: Sendable, Hashable {
    /// The reason.
    public let reason: SkipReason
    /// Events.
    public let n: Int

    /// Creates a count.
    public init(reason: SkipReason, n: Int) {
        self.reason = reason
        self.n = n
    }
}
