public import Events
public import Market
public import Models
public import Scores

/// One event of a list, with its scores and labels in short.
public struct EventListRow: Sendable, Equatable {
    /// The event.
    public var event: MarketEvent
    /// What the rules say; nil where the event was not scored.
    public var base: BaseSummary?
    /// The current live prediction of each horizon that has one, shortest first.
    public var predictions: [PredictionSummary]
    /// The current labels, shortest horizon first.
    public var labels: [LabelSummary]

    /// Creates a value from its fields.
    public init(
        event: MarketEvent,
        base: BaseSummary? = nil,
        predictions: [PredictionSummary],
        labels: [LabelSummary]
    ) {
        self.event = event
        self.base = base
        self.predictions = predictions
        self.labels = labels
    }

    /// The current prediction of a horizon; nil where there is none.
    public func prediction(_ horizon: Horizon) -> PredictionSummary? {
        predictions.first { $0.horizon == horizon }
    }

    /// The label of a horizon; nil where there is none.
    public func label(_ horizon: Horizon) -> LabelSummary? { labels.first { $0.horizon == horizon } }
}

/// A base score in short.
public struct BaseSummary: Sendable, Equatable {
    /// 0...100.
    public var score: Double
    /// Which way the rules expect the price to move.
    public var direction: RuleDirection
    /// Probability of the stated side as the rules put it, 0...1; not calibrated.
    public var confidence: Double

    /// Creates a value from its fields.
    public init(score: Double, direction: RuleDirection, confidence: Double) {
        self.score = score
        self.direction = direction
        self.confidence = confidence
    }
}

/// A current live prediction in short.
public struct PredictionSummary: Sendable, Equatable {
    /// The horizon.
    public var horizon: Horizon
    /// Base score that the prediction started from, 0...100.
    public var baseScore: Double
    /// Adjusted score, 0...100.
    public var adjusted: Double
    /// Points that the model added, -20...20.
    public var adjustment: Double
    /// Why the model was not applied; nil where it was.
    public var reason: NotAppliedReason?
    /// What the model predicted, 0...100; nil without a model.
    public var predictedImpact: Double?
    /// The model behind it; nil for rules only.
    public var model: ModelReference?
    /// Calibrated probability of a positive abnormal return; nil without a direction head.
    public var probabilityUp: Double?
    /// Typical size of the abnormal return, a fraction; nil where unknown.
    public var predictedMove: Double?
    /// The range meant to hold the abnormal return 80 % of the time, fractions; nil where there is none.
    public var interval80: ReturnRange?
    /// When it was made.
    public var madeAt: UTCInstant

    /// Creates a value from its fields.
    public init(
        horizon: Horizon,
        baseScore: Double,
        adjusted: Double,
        adjustment: Double,
        reason: NotAppliedReason? = nil,
        predictedImpact: Double? = nil,
        model: ModelReference? = nil,
        probabilityUp: Double? = nil,
        predictedMove: Double? = nil,
        interval80: ReturnRange? = nil,
        madeAt: UTCInstant
    ) {
        self.horizon = horizon
        self.baseScore = baseScore
        self.adjusted = adjusted
        self.adjustment = adjustment
        self.reason = reason
        self.predictedImpact = predictedImpact
        self.model = model
        self.probabilityUp = probabilityUp
        self.predictedMove = predictedMove
        self.interval80 = interval80
        self.madeAt = madeAt
    }

    /// Whether the model moved the score.
    public var isApplied: Bool { reason == nil }
}

/// Which model spoke.
public struct ModelReference: Sendable, Hashable {
    /// Key in the registry.
    public var id: String
    /// Family name, or `global`.
    public var family: String
    /// Semantic version.
    public var version: String

    /// Creates a value from its fields.
    public init(id: String, family: String, version: String) {
        self.id = id
        self.family = family
        self.version = version
    }
}

/// A label in short.
public struct LabelSummary: Sendable, Equatable {
    /// The horizon.
    public var horizon: Horizon
    /// Stock return minus benchmark return, a fraction.
    public var abnormalReturn: Double
    /// +1, 0 or -1.
    public var direction: Int
    /// 0...100; nil without enough history.
    public var realizedImpact: Double?
    /// Outcome session, as a day.
    public var outcomeSession: TradingDay

    /// Creates a value from its fields.
    public init(
        horizon: Horizon,
        abnormalReturn: Double,
        direction: Int,
        realizedImpact: Double? = nil,
        outcomeSession: TradingDay
    ) {
        self.horizon = horizon
        self.abnormalReturn = abnormalReturn
        self.direction = direction
        self.realizedImpact = realizedImpact
        self.outcomeSession = outcomeSession
    }
}

/// One page of a list of events.
public struct EventPage: Sendable, Equatable {
    /// The rows in order.
    public var rows: [EventListRow]
    /// Where the next page begins; nil on the last.
    public var next: EventCursor?
    /// All events that match, where that was asked.
    public var total: Int?

    /// Creates a value from its fields.
    public init(rows: [EventListRow], next: EventCursor? = nil, total: Int? = nil) {
        self.rows = rows
        self.next = next
        self.total = total
    }
}
