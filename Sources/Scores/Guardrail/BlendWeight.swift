/// How much of the difference between predicted impact and base score is applied: 0 < w <= 1.
///
/// Zero is no weight: a score that the model does not move carries a `NotAppliedReason` instead.
public struct BlendWeight: Quantity {
    /// The weight, above 0 and up to 1.
    public let value: Double

    /// Creates a weight, or throws where the number lies outside 0 < w <= 1 or is not a number.
    public init(_ value: Double) throws(ScoreError) {
        guard value > 0, value <= 1 else {
            throw .range(
                "blend weight",
                value,
                accepted: "above 0 and up to 1; a weight of 0 needs a reason instead"
            )
        }
        self.value = value
    }

    private init(valid value: Double) {
        self.value = value
    }

    /// The weight of a model that has just passed its gate, 0.3.
    public static let initial = BlendWeight(valid: 0.3)
}
