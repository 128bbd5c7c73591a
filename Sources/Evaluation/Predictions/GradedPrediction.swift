public import Events
public import Models

/// One out-of-sample prediction with its outcome: the row that every figure is computed from.
///
/// Returns, moves, ranges and volatility are fractions; impacts, scores and adjustments are points 0...100.
public struct GradedPrediction: Sendable, Hashable {
    /// The event's key.
    public var eventID: String
    /// The event's symbol; companies are counted and clustered by it.
    public var ticker: String
    /// The event's family.
    public var family: EventFamily
    /// The slot of the model that predicted.
    public var cell: Cell
    /// How the prediction came to be made.
    public var kind: SampleKind
    /// The first session that could react; event days are counted and clustered by it.
    public var reactionSession: Int
    /// Score of the deterministic rules.
    public var baseScore: Double
    /// Points that the model moved the score by; 0 where it was not applied.
    public var adjustment: Double
    /// Predicted impact; nil without a magnitude head.
    public var predictedImpact: Double?
    /// Calibrated probability of up; nil without a direction head.
    public var probabilityUp: Double?
    /// Typical size of the abnormal return.
    public var predictedMove: Double?
    /// The range that is meant to hold the abnormal return with 80 % probability.
    public var interval80: ReturnRange?
    /// Median impact of the event's item group in the training part.
    public var itemGroupMedian: Double?
    /// Share of events that went up in the training part.
    public var upRate: Double?
    /// The rules' direction, +1 or -1; 0 neutral and nil uncertain are never graded.
    public var ruleDirection: Int?
    /// The stock's idiosyncratic volatility per session; NaN where unknown.
    public var volatility: Double
    /// Stock return minus benchmark return.
    public var abnormalReturn: Double
    /// +1, 0 or -1: sign of the abnormal return outside the neutral band.
    public var direction: Int
    /// Realized impact; nil without enough history.
    public var realizedImpact: Double?

    /// Creates a row from its fields.
    public init(
        eventID: String,
        ticker: String,
        family: EventFamily,
        cell: Cell,
        kind: SampleKind,
        reactionSession: Int,
        baseScore: Double,
        adjustment: Double,
        predictedImpact: Double?,
        probabilityUp: Double?,
        predictedMove: Double?,
        interval80: ReturnRange?,
        itemGroupMedian: Double?,
        upRate: Double?,
        ruleDirection: Int?,
        volatility: Double,
        abnormalReturn: Double,
        direction: Int,
        realizedImpact: Double?
    ) {
        self.eventID = eventID
        self.ticker = ticker
        self.family = family
        self.cell = cell
        self.kind = kind
        self.reactionSession = reactionSession
        self.baseScore = baseScore
        self.adjustment = adjustment
        self.predictedImpact = predictedImpact
        self.probabilityUp = probabilityUp
        self.predictedMove = predictedMove
        self.interval80 = interval80
        self.itemGroupMedian = itemGroupMedian
        self.upRate = upRate
        self.ruleDirection = ruleDirection
        self.volatility = volatility
        self.abnormalReturn = abnormalReturn
        self.direction = direction
        self.realizedImpact = realizedImpact
    }
}

extension GradedPrediction {
    /// Whether the outcome has a side: the move lies outside the neutral band.
    var hasSide: Bool { direction != 0 }

    /// Whether the stock went up against the benchmark.
    var wentUp: Bool { abnormalReturn > 0 }

    /// Probability of the predicted side, 0.5...1; nil without a probability.
    var confidence: Double? { probabilityUp.map { max($0, 1 - $0) } }

    /// Whether the predicted side was right; nil where there is no side to predict or none was predicted.
    ///
    /// A probability of exactly one half predicts no side.
    var isHit: Bool? {
        guard hasSide, let probabilityUp, probabilityUp != 0.5 else { return nil }
        return (probabilityUp > 0.5) == wentUp
    }

    /// Whether the rules' side was right; nil where they are neutral or uncertain (never graded as down).
    var isRuleHit: Bool? {
        guard hasSide, let ruleDirection, ruleDirection != 0 else { return nil }
        return (ruleDirection > 0) == wentUp
    }
}
