/// A base score, what the model did to it, and the adjusted score; always consistent.
///
/// `adjustment = clamp(w * (predicted impact - base score), -20, +20)` and
/// `adjusted = clamp(base score + adjustment, 0, 100)`. Both ways of making one compute these; decoding and
/// restoring refuse anything that the formula would not give.
public struct GuardrailedScore: Equatable, Sendable {
    /// The score from rules alone.
    public let base: ImpactScore
    /// Points that the model added; zero where it was not applied.
    public let adjustment: ScoreAdjustment
    /// Base score plus adjustment.
    public let adjusted: ImpactScore
    /// What the model predicted; may be known although it was not applied.
    public let predictedImpact: ImpactScore?
    /// The weight of the model's prediction; nil where it was not applied.
    public let weight: BlendWeight?
    /// Why the model was not applied; nil where it was.
    public let reason: NotAppliedReason?

    /// Whether the model moved the score.
    public var isApplied: Bool { reason == nil }

    /// The score that a model's prediction gives.
    public static func applied(
        base: ImpactScore,
        predictedImpact: ImpactScore,
        weight: BlendWeight
    ) -> GuardrailedScore {
        let adjustment = ScoreAdjustment(base: base, predictedImpact: predictedImpact, weight: weight)
        return GuardrailedScore(
            base: base,
            adjustment: adjustment,
            adjusted: ImpactScore(clamping: base.value + adjustment.value),
            predictedImpact: predictedImpact,
            weight: weight,
            reason: nil
        )
    }

    /// The base score unchanged, with the reason.
    ///
    /// - Parameters:
    ///   - base: the score from rules alone.
    ///   - reason: why the model was not applied.
    ///   - predictedImpact: what the model would have said, kept for its evaluation.
    /// - Returns: a score whose adjusted value equals the base score.
    public static func notApplied(
        base: ImpactScore,
        reason: NotAppliedReason,
        predictedImpact: ImpactScore? = nil
    ) -> GuardrailedScore {
        GuardrailedScore(
            base: base,
            adjustment: .zero,
            adjusted: base,
            predictedImpact: predictedImpact,
            weight: nil,
            reason: reason
        )
    }

    private init(
        base: ImpactScore,
        adjustment: ScoreAdjustment,
        adjusted: ImpactScore,
        predictedImpact: ImpactScore?,
        weight: BlendWeight?,
        reason: NotAppliedReason?
    ) {
        self.base = base
        self.adjustment = adjustment
        self.adjusted = adjusted
        self.predictedImpact = predictedImpact
        self.weight = weight
        self.reason = reason
    }
}
