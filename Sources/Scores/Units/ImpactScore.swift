/// The size of a market reaction on the one scale of scores, predictions and outcomes: 0...100, no sign.
///
/// 50 is an ordinary move for the stock, 95 a move larger than 95 % of its own.
public struct ImpactScore: Quantity {
    /// Points, 0...100.
    public let value: Double

    /// Creates a score, or throws where the number lies outside 0...100 or is not a number.
    public init(_ value: Double) throws(ScoreError) {
        self.value = try Self.checked(value, in: 0...100, name: "impact score")
    }

    /// Creates a score from the nearest number inside 0...100; NaN, which is near to none, traps.
    public init(clamping value: Double) {
        precondition(!value.isNaN, "an impact score cannot be made from NaN")
        self.value = min(max(value, 0), 100)
    }
}
