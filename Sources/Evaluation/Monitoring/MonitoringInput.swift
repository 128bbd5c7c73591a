public import Events
public import Market
public import Models

/// How much is labelled, as the database counts it.
public struct LabelledCount: Sendable, Hashable {
    /// The family; nil for all families together.
    public let family: EventFamily?
    /// The horizon; nil for distinct events over all horizons.
    public let horizon: Horizon?
    /// Distinct labelled events.
    public let events: Int
    /// Companies among them.
    public let companies: Int
    /// Event days among them.
    public let days: Int

    /// Creates a count.
    public init(family: EventFamily?, horizon: Horizon?, events: Int, companies: Int, days: Int) {
        self.family = family
        self.horizon = horizon
        self.events = events
        self.companies = companies
        self.days = days
    }
}

/// Everything that a monitoring report is computed from.
public struct MonitoringInput: Sendable {
    /// When the report is made.
    public var generatedAt: UTCInstant
    /// The instant up to which prices and events are known.
    public var dataAsOf: UTCInstant?
    /// Symbol and name of the benchmark behind abnormal returns.
    public var benchmark: String
    /// Labelled outcomes: events times horizons.
    public var totalOutcomes: Int
    /// Counts by family and horizon, those over all families and all horizons included.
    public var counts: [LabelledCount]
    /// Graded predictions of all slots, in any order.
    public var predictions: [GradedPrediction]
    /// Champions, and the latest model of slots without one.
    public var models: [ModelRecord]
    /// Standing of the validation certificate; nil where there is none.
    public var certificate: ValidationStanding?

    /// Creates the input of a report.
    public init(
        generatedAt: UTCInstant,
        dataAsOf: UTCInstant?,
        benchmark: String,
        totalOutcomes: Int,
        counts: [LabelledCount],
        predictions: [GradedPrediction],
        models: [ModelRecord],
        certificate: ValidationStanding?
    ) {
        self.generatedAt = generatedAt
        self.dataAsOf = dataAsOf
        self.benchmark = benchmark
        self.totalOutcomes = totalOutcomes
        self.counts = counts
        self.predictions = predictions
        self.models = models
        self.certificate = certificate
    }

    /// The count of a family and horizon, zero where the database has none.
    func count(_ family: EventFamily?, _ horizon: Horizon?) -> LabelledCount {
        counts.first { $0.family == family && $0.horizon == horizon }
            ?? LabelledCount(family: family, horizon: horizon, events: 0, companies: 0, days: 0)
    }
}
