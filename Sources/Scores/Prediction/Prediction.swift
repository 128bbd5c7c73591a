public import Events
public import Market

/// One prediction for one event and horizon, with everything that a reader needs to judge it.
///
/// It cannot be made without provenance, breakdown and consistent contributions; prototype status and disclaimer
/// are part of it.
public struct Prediction: Equatable, Sendable {
    /// The constant status of every prediction.
    public static let status = "prototype"
    /// The constant disclaimer of every prediction.
    public static let disclaimer = Wording.disclaimer

    /// The event's key.
    public let eventID: String
    /// The event's symbol.
    public let ticker: String
    /// The event's type.
    public let eventType: EventType
    /// The horizon that the prediction is for.
    public let horizon: Horizon
    /// When it was made, which decides what its accuracy proves.
    public let kind: PredictionKind
    /// Base score, adjustment and adjusted score.
    public let score: GuardrailedScore
    /// The terms that add up to the base score.
    public let baseBreakdown: [ScoreFactor]
    /// The rules that made the base score.
    public let rulesVersion: RulesVersion
    /// The model that was consulted; nil where there was none.
    public let model: ModelProvenance?
    /// Labelled events of the model's scope and horizon, or of the event's family where there is no model.
    public let labelledEvents: Int
    /// The expected direction.
    public let direction: DirectionForecast
    /// Expected size of the abnormal move, without sign; nil where no model was consulted.
    public let predictedMove: Percent?
    /// A range that is meant to cover the abnormal return 80 % of the time; nil where there is none.
    public let interval80: ReturnInterval?
    /// The terms that add up to the adjustment; empty where no model was applied.
    public let contributions: [Contribution]
    /// Hash of the feature values that the model read; nil where it read none.
    public let featureHash: String?
    /// When the prediction was made.
    public let predictedAt: UTCInstant
    /// The latest instant of which data was used.
    public let dataAsOf: UTCInstant

    /// Creates a prediction from its parts and checks that they belong together.
    ///
    /// - Throws: `ScoreError.inconsistent` where the breakdown does not add up to the base score or the
    ///   contributions to the adjustment (1e-6 points, so that stored decimals pass), a model was applied that is
    ///   not named, `no_model` names one, the expected move has a sign, or data is younger than the prediction.
    public init(
        eventID: String,
        ticker: String,
        eventType: EventType,
        horizon: Horizon,
        kind: PredictionKind,
        score: GuardrailedScore,
        baseBreakdown: [ScoreFactor],
        rulesVersion: RulesVersion,
        model: ModelProvenance?,
        labelledEvents: Int,
        direction: DirectionForecast,
        predictedMove: Percent?,
        interval80: ReturnInterval?,
        contributions: [Contribution],
        featureHash: String?,
        predictedAt: UTCInstant,
        dataAsOf: UTCInstant
    ) throws(ScoreError) {
        self.eventID = eventID
        self.ticker = ticker
        self.eventType = eventType
        self.horizon = horizon
        self.kind = kind
        self.score = score
        self.baseBreakdown = baseBreakdown
        self.rulesVersion = rulesVersion
        self.model = model
        self.labelledEvents = labelledEvents
        self.direction = direction
        self.predictedMove = predictedMove
        self.interval80 = interval80
        self.contributions = contributions
        self.featureHash = featureHash
        self.predictedAt = predictedAt
        self.dataAsOf = dataAsOf
        if let contradiction { throw .inconsistent(name: "prediction of \(eventID)", detail: contradiction) }
    }

    /// The size of the sample behind the model.
    public var sampleSizeBucket: SampleSizeBucket { SampleSizeBucket(labelledEvents: labelledEvents) }
}

extension Prediction {
    /// What in the parts contradicts another part; nil where all belong together.
    private var contradiction: String? {
        let baseSum = baseBreakdown.reduce(0) { $0 + $1.points }
        guard abs(baseSum - score.base.value) <= 1e-6 else {
            return "the breakdown adds up to \(baseSum), the base score is \(score.base)"
        }
        let contributionSum = contributions.reduce(0) { $0 + $1.points }
        guard abs(contributionSum - score.adjustment.value) <= 1e-6 else {
            return "the contributions add up to \(contributionSum), the adjustment is \(score.adjustment)"
        }
        if score.isApplied, model == nil { return "a model was applied, but none is named" }
        if score.reason == .noModel, model != nil { return "the reason is no_model, but a model is named" }
        if direction.source == .model, model == nil {
            return "a model states the direction, but none is named"
        }
        if labelledEvents < 0 { return "the number of labelled events is \(labelledEvents)" }
        if let predictedMove, predictedMove.value < 0 {
            return "the expected size of the move is \(predictedMove) percent, a size has no sign"
        }
        if dataAsOf > predictedAt {
            return "data as of \(dataAsOf) is younger than the prediction of \(predictedAt)"
        }
        return nil
    }
}
