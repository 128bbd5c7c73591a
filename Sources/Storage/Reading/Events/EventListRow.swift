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
}

/// One page of a list of events.
public struct EventPage: Sendable, Equatable {
    /// The rows in order.
    public var rows: [EventListRow]
    /// Where the next page begins; nil on the last.
    public var next: EventCursor?
    /// All events that match, where that was asked.
    public var total: Int?
}
