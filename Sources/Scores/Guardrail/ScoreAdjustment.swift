/// The bound on what a model may do to a base score.
public enum Guardrail {
    /// Points by which a model may raise or lower a base score at most.
    ///
    /// A constant and no argument: no caller can ask for more.
    public static let limit = 20.0
}

/// Points that a model adds to a base score, never more than the guardrail allows.
public struct ScoreAdjustment: Quantity {
    /// Points, -20...20.
    public let value: Double

    /// Creates an adjustment, or throws where the number lies outside -20...20 or is not a number.
    public init(_ value: Double) throws(ScoreError) {
        self.value = try Self.checked(value, in: -Guardrail.limit...Guardrail.limit, name: "score adjustment")
    }

    /// `w * (predicted impact - base score)`, cut at the guardrail.
    init(base: ImpactScore, predictedImpact: ImpactScore, weight: BlendWeight) {
        let wanted = weight.value * (predictedImpact.value - base.value)
        value = min(max(wanted, -Guardrail.limit), Guardrail.limit)
    }

    private init(valid value: Double) {
        self.value = value
    }

    /// No adjustment.
    public static let zero = ScoreAdjustment(valid: 0)
}
