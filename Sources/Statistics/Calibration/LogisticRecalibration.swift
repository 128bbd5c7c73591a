/// Slope and intercept of outcomes on the log-odds of forecasts: 1 and 0 for calibrated forecasts.
///
/// A slope below 1 means forecasts too extreme, an intercept above 0 forecasts too low. Source: Cox, "Two
/// Further Applications of a Model for Binary Regression" (1958).
public struct LogisticRecalibration: Sendable, Equatable, Codable {
    /// Change in the log-odds of the outcome for each unit of forecast log-odds.
    public let slope: Double
    /// Log-odds of the outcome where the forecast is 1/2.
    public let intercept: Double
    /// Standard error of the slope.
    public let slopeStandardError: Double
    /// Standard error of the intercept.
    public let interceptStandardError: Double
    /// Probability of a slope and intercept this far from 1 and 0 under calibration (Wald).
    public let waldPValue: Double

    /// Fits slope and intercept by maximum likelihood.
    ///
    /// With clusters the errors are robust to dependence inside them (sandwich with the correction G/(G-1)
    /// (n-1)/(n-2), as in statsmodels). Nil unless both outcomes occurred, forecasts vary and do not separate
    /// the outcomes, and, where given, there are at least three clusters. Forecasts are moved 1e-12 away from
    /// 0 and 1. Throws for lengths that differ and values outside 0...1.
    public static func fit(
        _ probabilities: [Double],
        outcomes: [Bool],
        clusters: [Int]? = nil
    ) throws(StatisticsError) -> LogisticRecalibration? {
        try ProbabilityScore.check(probabilities, outcomes)
        if let clusters {
            try Check.sameLength(probabilities.count, "probabilities", clusters.count, "clusters")
        }
        let sample = try LogisticSample(outcomes: outcomes, weights: nil, smoothsTargets: false)
        let logOdds = probabilities.map { LogOdds.of($0) }
        guard let sample, let first = logOdds.first, logOdds.contains(where: { $0 != first }) else {
            return nil
        }
        let columns = [[Double](repeating: 1, count: logOdds.count), logOdds]
        guard let fit = LogisticFit(columns: columns, targets: sample.targets, weights: sample.weights) else {
            return nil
        }
        var covariance = fit.covariance
        if let clusters {
            let groups = Clusters(clusters)
            guard groups.count > 2 else { return nil }
            covariance = sandwich(fit, logOdds, sample.targets, groups)
        }
        let distance = [fit.coefficients[0], fit.coefficients[1] - 1]
        guard let precision = SmallMatrix.inverse(covariance, 2) else { return nil }
        return LogisticRecalibration(
            slope: fit.coefficients[1],
            intercept: fit.coefficients[0],
            slopeStandardError: covariance[3].squareRoot(),
            interceptStandardError: covariance[0].squareRoot(),
            waldPValue: ChiSquareDistribution.survival(
                SmallMatrix.form(precision, distance),
                degreesOfFreedom: 2
            )
        )
    }

    private static func sandwich(
        _ fit: LogisticFit,
        _ logOdds: [Double],
        _ targets: [Double],
        _ groups: Clusters
    ) -> [Double] {
        let residuals = zip(logOdds, targets).map { place, target in
            target - LogOdds.probability(fit.coefficients[0] + fit.coefficients[1] * place)
        }
        let constant = groups.sums(residuals)
        let sloped = groups.sums(zip(residuals, logOdds).map { $0 * $1 })
        let n = Double(targets.count)
        let g = Double(groups.count)
        let correction = g / (g - 1) * (n - 1) / (n - 2)
        var meat = [0.0, 0, 0, 0]
        for (u, v) in zip(constant, sloped) {
            meat[0] += correction * u * u
            meat[1] += correction * u * v
            meat[3] += correction * v * v
        }
        meat[2] = meat[1]
        let bread = fit.covariance
        // bread * meat * bread, all symmetric 2 x 2.
        let left = [
            bread[0] * meat[0] + bread[1] * meat[2], bread[0] * meat[1] + bread[1] * meat[3],
            bread[2] * meat[0] + bread[3] * meat[2], bread[2] * meat[1] + bread[3] * meat[3],
        ]
        return [
            left[0] * bread[0] + left[1] * bread[2], left[0] * bread[1] + left[1] * bread[3],
            left[2] * bread[0] + left[3] * bread[2], left[2] * bread[1] + left[3] * bread[3],
        ]
    }
}
