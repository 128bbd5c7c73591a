public import Models
import Scores

extension GradedPrediction {
    /// Grades a prediction of a training run with the row that it was made for.
    ///
    /// The adjustment is what the guardrail would have let through with the model's weight; a weight of 0 gives none.
    public init(_ prediction: OutOfSamplePrediction, row: TrainingRow, weight: Double) {
        self.init(
            eventID: prediction.eventID,
            ticker: row.ticker,
            family: row.family,
            cell: prediction.cell,
            kind: prediction.kind,
            reactionSession: row.reactionSession,
            baseScore: row.baseScore,
            adjustment: Self.adjustment(
                base: row.baseScore,
                impact: prediction.predictedImpact,
                weight: weight
            ),
            predictedImpact: prediction.predictedImpact,
            probabilityUp: prediction.probabilityUp,
            predictedMove: prediction.predictedMove,
            interval80: prediction.interval80,
            itemGroupMedian: prediction.baselines.itemGroupMedian,
            upRate: prediction.baselines.upRate,
            ruleDirection: row.ruleDirection,
            volatility: row.volatility,
            abnormalReturn: row.abnormalReturn,
            direction: row.direction,
            realizedImpact: row.realizedImpact
        )
    }

    private static func adjustment(base: Double, impact: Double, weight: Double) -> Double {
        guard weight > 0, base.isFinite, impact.isFinite, let weight = try? BlendWeight(weight) else {
            return 0
        }
        return GuardrailedScore.applied(
            base: ImpactScore(clamping: base),
            predictedImpact: ImpactScore(clamping: impact),
            weight: weight
        ).adjustment.value
    }
}
