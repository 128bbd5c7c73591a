public import Market
public import Models

/// One line of the predictions log.
public struct PredictionRow: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// The horizon.
    public var horizon: Horizon
    /// Whether it was made out of sample in training or live.
    public var kind: SampleKind
    /// The model of the magnitude head; nil for rules only.
    public var modelID: String?
    /// The model of the direction head; nil where none spoke.
    public var directionModelID: String?
    /// Hash of the feature row.
    public var featureHash: String
    /// 0...100.
    public var baseScore: Double
    /// -20...20 points; 0 where the model was not applied.
    public var adjustment: Double
    /// 0...100.
    public var adjusted: Double
    /// Why the model was not applied; nil where it was.
    public var notAppliedReason: String?
    /// Weight of the model's impact in the adjustment; nil where it was not applied.
    public var weight: Double?
    /// The magnitude head's impact, 0...100; nil without a model.
    public var predictedImpact: Double?
    /// Calibrated probability of a positive abnormal return; nil without a direction head.
    public var probabilityUp: Double?
    /// Typical size of the abnormal return, a fraction; nil where unknown.
    public var predictedMove: Double?
    /// Lower end of the 80 % range of the abnormal return, a fraction.
    public var intervalLower: Double?
    /// Upper end of the 80 % range of the abnormal return, a fraction.
    public var intervalUpper: Double?
    /// Idiosyncratic volatility that the prediction was scaled with, a fraction per session; nil where unknown.
    public var volatility: Double?
    /// Median impact of the event's item group in the training part; nil for live predictions.
    public var baselineImpact: Double?
    /// Share of positive abnormal returns in the training part; nil for live predictions.
    public var baselineProbability: Double?
    /// Number of the walk-forward fold; nil for live predictions.
    public var fold: Int?
    /// Latest instant whose facts the prediction may rest on.
    public var dataAsOf: UTCInstant
    /// When it was made.
    public var madeAt: UTCInstant

    /// Creates a line of the log.
    public init(
        eventID: String,
        horizon: Horizon,
        kind: SampleKind,
        modelID: String?,
        directionModelID: String?,
        featureHash: String,
        baseScore: Double,
        adjustment: Double,
        adjusted: Double,
        notAppliedReason: String?,
        weight: Double?,
        predictedImpact: Double?,
        probabilityUp: Double?,
        predictedMove: Double?,
        intervalLower: Double?,
        intervalUpper: Double?,
        volatility: Double?,
        baselineImpact: Double?,
        baselineProbability: Double?,
        fold: Int?,
        dataAsOf: UTCInstant,
        madeAt: UTCInstant
    ) {
        self.eventID = eventID
        self.horizon = horizon
        self.kind = kind
        self.modelID = modelID
        self.directionModelID = directionModelID
        self.featureHash = featureHash
        self.baseScore = baseScore
        self.adjustment = adjustment
        self.adjusted = adjusted
        self.notAppliedReason = notAppliedReason
        self.weight = weight
        self.predictedImpact = predictedImpact
        self.probabilityUp = probabilityUp
        self.predictedMove = predictedMove
        self.intervalLower = intervalLower
        self.intervalUpper = intervalUpper
        self.volatility = volatility
        self.baselineImpact = baselineImpact
        self.baselineProbability = baselineProbability
        self.fold = fold
        self.dataAsOf = dataAsOf
        self.madeAt = madeAt
    }
}
