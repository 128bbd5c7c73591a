public import Events
public import Market

/// What like events did over one horizon.
///
/// Whoever shows a figure shows its count beside it; below five it says next to nothing.
public struct HistoryOfKind: Sendable, Equatable {
    /// Labels of the horizon.
    public var n = 0
    /// Companies among them.
    public var companies = 0
    /// Labels with a realized impact.
    public var impacts = 0
    /// Mean realized impact, 0...100; nil without one.
    public var meanImpact: Double?
    /// Median realized impact, 0...100; nil without one.
    public var medianImpact: Double?
    /// Labels outside the neutral band.
    public var directions = 0
    /// Share of those above zero, 0...1; nil without one.
    public var shareUp: Double?
    /// Mean size of the abnormal return, a fraction; nil without a label.
    public var meanAbsoluteMove: Double?
    /// Keys of the newest events among them, newest first, at most five.
    public var newest: [String] = []

    /// Creates the history of nothing.
    public init() {}
}

/// What events like one event did before it was known.
public struct EarlierOfKind: Sendable, Equatable {
    /// The group of like events.
    public var group: ItemGroup
    /// Those of all companies, by horizon; every horizon is there.
    public var allCompanies: [Horizon: HistoryOfKind]
    /// Those of the event's company, by horizon; every horizon is there.
    public var sameCompany: [Horizon: HistoryOfKind]
    /// Earlier events of the same company and group, newest first, at most five, with their present labels.
    public var similar: [EventListRow]

    /// Creates a value from its fields.
    public init(
        group: ItemGroup,
        allCompanies: [Horizon: HistoryOfKind],
        sameCompany: [Horizon: HistoryOfKind],
        similar: [EventListRow]
    ) {
        self.group = group
        self.allCompanies = allCompanies
        self.sameCompany = sameCompany
        self.similar = similar
    }
}

/// How much is stored of a kind.
public struct KindCounts: Sendable, Equatable {
    /// Events.
    public var events: Int
    /// Companies among them.
    public var companies: Int
    /// Events with at least one label.
    public var labelledEvents: Int
    /// Labels.
    public var labels: Int
    /// Events with a current prediction.
    public var scoredEvents: Int
    /// The first day of an event; nil without events.
    public var firstDay: TradingDay?
    /// The last day of an event; nil without events.
    public var lastDay: TradingDay?

    /// Creates a value from its fields.
    public init(
        events: Int,
        companies: Int,
        labelledEvents: Int,
        labels: Int,
        scoredEvents: Int,
        firstDay: TradingDay? = nil,
        lastDay: TradingDay? = nil
    ) {
        self.events = events
        self.companies = companies
        self.labelledEvents = labelledEvents
        self.labels = labels
        self.scoredEvents = scoredEvents
        self.firstDay = firstDay
        self.lastDay = lastDay
    }
}
