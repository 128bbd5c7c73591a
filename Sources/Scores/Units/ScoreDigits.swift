/// Digits behind the point in JSON.
enum ScoreDigits {
    /// Points of scores, factors and contributions: enough that rounded terms still add up to 1e-7.
    static let points = 9
    /// Probabilities and weights.
    static let probability = 6
    /// Percentages.
    static let percent = 6
}
