/// A probability, 0...1.
public struct Probability: Quantity {
    /// The probability, 0...1.
    public let value: Double

    /// Creates a probability, or throws where the number lies outside 0...1 or is not a number.
    public init(_ value: Double) throws(ScoreError) {
        self.value = try Self.checked(value, in: 0...1, name: "probability")
    }

    private init(valid value: Double) {
        self.value = value
    }

    /// One half: both sides are equally likely.
    public static let half = Probability(valid: 0.5)

    /// The probability that the opposite happens.
    public var complement: Probability { Probability(valid: 1 - value) }
}
