import Events
import Features
import Market
import Models
import Scores
import Storage

/// One event's score at one horizon, with everything that it came from.
struct LiveScore {
    let event: EventInput
    let baseScore: BaseScore
    let horizon: Horizon
    let score: GuardrailedScore
    let direction: DirectionForecast
    let voice: LiveVoice
    let prediction: ModelPrediction?
    let probabilityUp: Double?
    let contributions: [Contribution]
    let featureHash: String
    let volatility: Double
    let madeAt: UTCInstant

    /// A row outside what the model has seen in this share of its columns is not adjusted.
    ///
    /// Measured: 0 for ordinary new events, 0.11 for a stock that swings by a quarter each day.
    static let unfamiliarLimit = 0.1

    /// Scores one event: chooses the models, predicts, and applies the guardrail.
    ///
    /// - Parameters:
    ///   - event: the event with its sessions.
    ///   - baseScore: its base score.
    ///   - horizon: the horizon.
    ///   - features: the event's feature row.
    ///   - featureHash: the row's hash.
    ///   - volatility: idiosyncratic volatility per session as a fraction, NaN where unknown.
    ///   - models: the models that speak.
    ///   - explained: whether to split the adjustment into contributions.
    ///   - now: the time of the prediction.
    /// - Throws: `ModelError` for a row that does not fit the model, `ScoreError` for numbers outside their range.
    init(
        event: EventInput,
        baseScore: BaseScore,
        horizon: Horizon,
        features: [Float],
        featureHash: String,
        volatility: Double,
        models: LiveModels,
        explained: Bool,
        now: UTCInstant
    ) throws {
        self.event = event
        self.baseScore = baseScore
        self.horizon = horizon
        self.featureHash = featureHash
        self.volatility = volatility
        madeAt = now
        let voice = models.voice(family: event.event.family, horizon: horizon)
        let prediction = try voice.magnitude?.predictor.predict(features, volatility: volatility)
        let probability: Double? =
            voice.isOneModel
            ? prediction?.probabilityUp
            : try voice.direction?.predictor.predict(features, volatility: volatility).probabilityUp
        self.voice = voice
        self.prediction = prediction
        probabilityUp = probability
        score = try Self.score(
            base: baseScore.score,
            prediction: prediction,
            record: voice.magnitude?.record,
            volatility: volatility,
            absence: voice.absence
        )
        direction =
            try probability.map { DirectionForecast(probabilityUp: try Probability($0)) }
            ?? DirectionForecast(rules: baseScore.opinion)
        contributions =
            explained
            ? try Explanation(
                baseFactors: baseScore.breakdown,
                score: score,
                attribution: try voice.magnitude?.predictor.contributions(features).attribution
            ).contributions
            : []
    }

    private static func score(
        base: ImpactScore,
        prediction: ModelPrediction?,
        record: ModelRecord?,
        volatility: Double,
        absence: NotAppliedReason
    ) throws(ScoreError) -> GuardrailedScore {
        guard let prediction, let record else { return .notApplied(base: base, reason: absence) }
        let impact = try ImpactScore(prediction.predictedImpact)
        if record.weight == 0 {
            return .notApplied(base: base, reason: .gateNotPassed, predictedImpact: impact)
        }
        // Without a volatility the stock has no price history to place a move in.
        if volatility.isNaN {
            return .notApplied(base: base, reason: .lowConfidence, predictedImpact: impact)
        }
        if prediction.unfamiliarShare > unfamiliarLimit {
            return .notApplied(base: base, reason: .outOfDistribution, predictedImpact: impact)
        }
        return .applied(base: base, predictedImpact: impact, weight: try BlendWeight(record.weight))
    }

    /// The model of the direction head; nil where none spoke.
    private var directionModel: LiveVoice.Model? { probabilityUp == nil ? nil : voice.direction }

    /// The latest instant whose facts the score may rest on: the event's, or the end of the models' training data.
    private var dataAsOf: UTCInstant {
        let trained = [voice.magnitude, directionModel].compactMap {
            $0?.record.trainingCutOff.advanced(byDays: 1)
        }
        let known = trained.map { UTCInstant(day: $0, secondOfDay: 0) } + [event.event.knownAt]
        return min(known.max() ?? event.event.knownAt, madeAt)
    }

    /// The line of the predictions log.
    var row: PredictionRow {
        PredictionRow(
            eventID: event.event.eventID,
            horizon: horizon,
            kind: .live,
            modelID: voice.magnitude?.id,
            directionModelID: directionModel?.id,
            featureHash: featureHash,
            baseScore: score.base.value,
            adjustment: score.adjustment.value,
            adjusted: score.adjusted.value,
            notAppliedReason: score.reason?.rawValue,
            weight: score.weight?.value,
            predictedImpact: prediction?.predictedImpact,
            probabilityUp: probabilityUp,
            predictedMove: prediction?.predictedMove,
            intervalLower: prediction?.interval80?.lower,
            intervalUpper: prediction?.interval80?.upper,
            volatility: volatility,
            baselineImpact: nil,
            baselineProbability: nil,
            fold: nil,
            dataAsOf: dataAsOf,
            madeAt: madeAt
        )
    }

    /// The prediction as it is shown; needs the contributions.
    func shown() throws(ScoreError) -> Prediction {
        let model = (voice.magnitude ?? directionModel)?.record
        var provenance: ModelProvenance?
        if let model {
            provenance = try ModelProvenance(
                id: model.id,
                name: model.cell.modelName,
                scope: model.cell.family.map(ModelScope.family) ?? .global,
                version: model.version.text
            )
        }
        var move: Percent?
        if let fraction = prediction?.predictedMove { move = try Percent(Fraction(fraction)) }
        var interval: ReturnInterval?
        if let range = prediction?.interval80 {
            interval = try ReturnInterval(
                lower: try Percent(Fraction(range.lower)),
                upper: try Percent(Fraction(range.upper))
            )
        }
        return try Prediction(
            eventID: event.event.eventID,
            ticker: event.event.ticker,
            eventType: event.event.type,
            horizon: horizon,
            kind: .live,
            score: score,
            baseBreakdown: baseScore.breakdown,
            rulesVersion: baseScore.rulesVersion,
            model: provenance,
            labelledEvents: voice.labelledEvents,
            direction: direction,
            predictedMove: move,
            interval80: interval,
            contributions: contributions,
            featureHash: featureHash,
            predictedAt: madeAt,
            dataAsOf: dataAsOf
        )
    }
}
