/// What a stock's closes and volumes up to its base session say; NaN where something is missing.
struct PriceFacts: Sendable {
    /// Split-adjusted close of the base session, for quotients only: its level depends on later splits.
    var close = Double.nan
    /// Returns over 1, 5, 20 and 60 sessions, fractions.
    var returns = PeriodReturns.missing
    /// The returns minus the benchmark's, fractions.
    var abnormalReturns = PeriodReturns.missing
    /// Standard deviation of log returns over 20 sessions, a fraction per session.
    var volatility20 = Double.nan
    /// Standard deviation of log returns over 60 sessions, a fraction per session.
    var volatility60 = Double.nan
    /// Residual standard deviation of the market model over 60 sessions, a fraction per session.
    var idiosyncraticVolatility = Double.nan
    /// Slope of the market model over 120 sessions.
    var beta = Double.nan
    /// Close over the highest close of 252 sessions, minus 1.
    var distanceToHigh = Double.nan
    /// Mean volume of 20 sessions over that of 250.
    var volumeRatio = Double.nan
    /// Volume of the base session over the mean of 20.
    var baseVolumeRatio = Double.nan

    /// Nothing is known.
    static let missing = PriceFacts()
}
