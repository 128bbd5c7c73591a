/// A miscoverage level that follows the misses, so that coverage holds in the long run.
///
/// After each outcome alpha moves by stepSize (target - miss): a miss widens the next range, a hit narrows it
/// a little. Source: Gibbs and Candès, "Adaptive Conformal Inference Under Distribution Shift" (2021).
public struct AdaptiveConformal: Sendable, Equatable, Codable {
    /// The wanted share of misses.
    public let target: Double
    /// How far one miss moves the level.
    public let stepSize: Double
    /// The present level; it may leave 0...1.
    public private(set) var alpha: Double

    /// Creates a follower that starts at its target.
    ///
    /// Throws unless the target lies between 0 and 1 and the step size is above zero.
    public init(target: Double, stepSize: Double = 0.01) throws(StatisticsError) {
        try Check.level(target, "target")
        try Check.positive(stepSize, "stepSize")
        self.target = target
        self.stepSize = stepSize
        alpha = target
    }

    /// Takes note of one outcome.
    public mutating func update(covered: Bool) {
        alpha += stepSize * (target - (covered ? 0 : 1))
    }

    /// The half width at the present level, from scores that are absolute errors.
    ///
    /// Infinite when the level is 0 or below or too small for the number of scores, 0 when it is 1 or above.
    /// Throws for scores that are not finite.
    public func quantile(_ scores: [Double]) throws(StatisticsError) -> Double {
        try Check.finite(scores, "scores")
        if alpha <= 0 { return .infinity }
        if alpha >= 1 { return 0 }
        return try SplitConformal.quantile(scores, alpha: alpha) ?? .infinity
    }
}
