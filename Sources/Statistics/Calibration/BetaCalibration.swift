import Foundation

/// A map between probabilities that can bend at either end.
///
/// The log-odds of its value at p are a log(p) - b log(1 - p) + c with a and b not below 0.
///
/// Source: Kull, Silva Filho and Flach, "Beta Calibration" (2017). With a = b = 1 and c = 0 it changes
/// nothing.
public struct BetaCalibration: Sendable, Equatable, Codable {
    /// Coefficient of log(p).
    public let a: Double
    /// Coefficient of -log(1 - p).
    public let b: Double
    /// Constant.
    public let c: Double

    /// Creates a map from its parameters.
    public init(a: Double, b: Double, c: Double) {
        self.a = a
        self.b = b
        self.c = c
    }

    /// Fits the map by maximum likelihood; nil unless both outcomes occurred and overlap.
    ///
    /// A negative coefficient is set to zero and the rest fitted again, as in the paper; nil as well when
    /// that leaves a falling map. Throws for lengths that differ, values outside 0...1 and negative weights.
    public static func fit(
        _ probabilities: [Double],
        outcomes: [Bool],
        weights: [Double]? = nil
    ) throws(StatisticsError) -> BetaCalibration? {
        try ProbabilityScore.check(probabilities, outcomes)
        let sample = try LogisticSample(outcomes: outcomes, weights: weights, smoothsTargets: false)
        guard let sample else { return nil }
        let rising = probabilities.map { logOf($0) }
        let falling = probabilities.map { -logOf(1 - $0) }
        let both = solve([rising, falling], sample)
        if let both, both.slopes[0] >= 0, both.slopes[1] >= 0 {
            return BetaCalibration(a: both.slopes[0], b: both.slopes[1], c: both.intercept)
        }
        // Two different forecasts do not determine three parameters; one column then does.
        let dropsRising = both.map { $0.slopes[0] < 0 } ?? true
        guard let one = solve([dropsRising ? falling : rising], sample), one.slopes[0] >= 0 else {
            return nil
        }
        return dropsRising
            ? BetaCalibration(a: 0, b: one.slopes[0], c: one.intercept)
            : BetaCalibration(a: one.slopes[0], b: 0, c: one.intercept)
    }

    /// The calibrated probability.
    public func callAsFunction(_ probability: Double) -> Double {
        LogOdds.probability(a * Self.logOf(probability) - b * Self.logOf(1 - probability) + c)
    }

    private static func logOf(_ probability: Double) -> Double {
        log(max(probability, LogOdds.clip))
    }

    private static func solve(
        _ columns: [[Double]],
        _ sample: LogisticSample
    ) -> (intercept: Double, slopes: [Double])? {
        guard let standard = StandardColumns(columns, sample.weights),
            let fit = LogisticFit(columns: standard.columns, targets: sample.targets, weights: sample.weights)
        else { return nil }
        return standard.original(fit.coefficients)
    }
}
