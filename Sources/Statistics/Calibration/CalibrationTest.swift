/// Tests of the hypothesis that forecasts are calibrated.
public enum CalibrationTest {
    /// Spiegelhalter's z (1986), two-sided: whether the Brier score is what calibrated forecasts would get.
    ///
    /// Takes rows for independent. Nil when all forecasts are 0, 1/2 or 1, where the score has no spread.
    /// Throws for lengths that differ and values outside 0...1.
    public static func spiegelhalter(
        _ probabilities: [Double],
        outcomes: [Bool]
    ) throws(StatisticsError) -> TestResult? {
        try ProbabilityScore.check(probabilities, outcomes)
        var above = 0.0
        var variance = 0.0
        for (p, happened) in zip(probabilities, outcomes) {
            above += ((happened ? 1 : 0) - p) * (1 - 2 * p)
            variance += (1 - 2 * p) * (1 - 2 * p) * p * (1 - p)
        }
        guard variance > 0 else { return nil }
        let z = above / variance.squareRoot()
        return TestResult(statistic: z, pValue: 2 * NormalDistribution.survival(abs(z)))
    }

    /// A score test of intercept 0 and slope 1 that allows for dependence inside clusters.
    ///
    /// Each cluster gives the sums of (outcome - p) and of (outcome - p) times the log-odds of p about their
    /// mean; under calibration both have mean zero. Their joint test is Hotelling's T² as an F statistic,
    /// with the effective number of clusters (Σw)²/Σw², w the squared cluster size, for its degrees of
    /// freedom. Nothing is fitted, so classes that the forecasts separate do no harm. Log-odds count up to ±6
    /// (0.25 % and 99.75 %). Forecasts that do not vary are tested for their mean alone. Nil below four
    /// effective clusters, and when the sums do not vary. The statistic is F. Throws for lengths that differ
    /// and values outside 0...1.
    public static func clustered(
        _ probabilities: [Double],
        outcomes: [Bool],
        clusters: [Int]
    ) throws(StatisticsError) -> TestResult? {
        try ProbabilityScore.check(probabilities, outcomes)
        try Check.sameLength(probabilities.count, "probabilities", clusters.count, "clusters")
        let groups = Clusters(clusters)
        guard groups.count > 3 else { return nil }
        let sizes = groups.sizes.map { Double($0 * $0) }
        let weight = sizes.reduce(0, +)
        let effective = weight * weight / sizes.reduce(0) { $0 + $1 * $1 }
        guard effective >= 4 else { return nil }
        let residuals = zip(probabilities, outcomes).map { ($1 ? 1.0 : 0.0) - $0 }
        let logOdds = probabilities.map { min(max(LogOdds.of($0), -6), 6) }
        let centre = Descriptive.sum(logOdds) / Double(logOdds.count)
        let level = groups.sums(residuals)
        let tilt = groups.sums(zip(residuals, logOdds).map { $0 * ($1 - centre) })
        let spread = Descriptive.squares(logOdds, about: centre)
        let columns = spread > 1e-18 * Double(logOdds.count) ? [level, tilt] : [level]
        return hotelling(columns, effective: effective)
    }

    /// Whether the means of the columns are all zero.
    private static func hotelling(_ columns: [[Double]], effective: Double) -> TestResult? {
        let width = columns.count
        let g = Double(columns[0].count)
        let means = columns.map { Descriptive.sum($0) / g }
        var covariance = [Double](repeating: 0, count: width * width)
        for row in columns[0].indices {
            for first in 0..<width {
                for second in 0..<width {
                    covariance[first * width + second] +=
                        (columns[first][row] - means[first]) * (columns[second][row] - means[second])
                        / (g - 1)
                }
            }
        }
        guard let precision = SmallMatrix.inverse(covariance, width) else { return nil }
        let square = g * SmallMatrix.form(precision, means)
        let p = Double(width)
        let f = (effective - p) / (p * (effective - 1)) * square
        return TestResult(
            statistic: f,
            pValue: FDistribution.survival(f, numerator: p, denominator: effective - p)
        )
    }
}
