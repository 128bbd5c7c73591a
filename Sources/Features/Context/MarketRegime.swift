/// How volatile the benchmark is by its own standard.
public enum MarketRegime: String, CaseIterable, Sendable {
    /// Volatility in the lowest quarter of its past.
    case low
    /// Volatility in the middle half of its past.
    case normal
    /// Volatility in the highest quarter of its past.
    case high

    /// The regime of a volatility quantile, 0...1; nil where there is none.
    public init?(quantile: Double?) {
        guard let quantile else { return nil }
        self = quantile < 0.25 ? .low : quantile > 0.75 ? .high : .normal
    }
}
