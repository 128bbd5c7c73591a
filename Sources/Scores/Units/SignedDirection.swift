/// Which way and how decidedly a direction model leans, from -1 (down) over 0 (undecided) to +1 (up).
///
/// It has a sign and is therefore no impact score: neither type can be made from the other, so a signed value
/// cannot be blended into an unsigned score.
public struct SignedDirection: Quantity {
    /// The lean, -1...1.
    public let value: Double

    /// Creates a lean, or throws where the number lies outside -1...1 or is not a number.
    public init(_ value: Double) throws(ScoreError) {
        self.value = try Self.checked(value, in: -1...1, name: "signed direction")
    }

    /// The lean that a probability of an upward move expresses, 2p - 1.
    public init(probabilityUp: Probability) {
        value = 2 * probabilityUp.value - 1
    }
}
