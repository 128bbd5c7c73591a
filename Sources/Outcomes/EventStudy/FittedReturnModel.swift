/// A model of one stock's usual returns, fitted on the estimation sessions of one event.
public struct FittedReturnModel: Sendable, Equatable {
    /// Return of a session in which the benchmark does not move, a fraction.
    public let alpha: Double
    /// Return of the stock for one of the benchmark.
    public let beta: Double
    /// Number of estimation returns.
    public let n: Int
    /// Degrees of freedom of the residual variance: `n - 2` for the market model, `n - 1` for the other two.
    public let degreesOfFreedom: Int
    /// Variance of the residuals about their mean.
    public let residualVariance: Double
    /// Mean of the residuals: 0 but for the market-adjusted model.
    public let residualMean: Double
    /// Mean return of the benchmark over the estimation sessions.
    let meanMarket: Double
    /// What estimating the level adds to a forecast's variance, in units of the residual variance: `1/n` or 0.
    let levelTerm: Double
    /// One over the benchmark's sum of squares where a slope is estimated, else 0.
    let slopeTerm: Double

    /// The stock's return beyond the model's, a fraction.
    @inline(__always)
    public func abnormalReturn(_ stock: Double, market: Double) -> Double { stock - alpha - beta * market }

    /// Variance of the sum of abnormal returns over `count` sessions outside the estimation, in which the benchmark
    /// returned `marketSum` in total.
    ///
    /// For one session `s² (1 + 1/n + (m - m̄)²/Sxx)`; for more, the errors of intercept and slope are the same in
    /// each: `s² (L + L²/n + (Σm - L m̄)²/Sxx)`. Sources: Patell (1976); Salinger, "Standard Errors in Event Studies"
    /// (1992), for the sum.
    @inline(__always)
    public func forecastVariance(count: Int, marketSum: Double) -> Double {
        let length = Double(count)
        let distance = marketSum - length * meanMarket
        return residualVariance
            * (length + length * length * levelTerm + distance * distance * slopeTerm)
    }
}
