/// Forecasts of similar size beside what happened to them.
public struct ReliabilityBin: Sendable, Equatable, Codable {
    /// The bin holds forecasts above this edge; the first bin also those at it.
    public let lowerEdge: Double
    /// The bin holds forecasts up to and including this edge.
    public let upperEdge: Double
    /// Number of forecasts.
    public let n: Int
    /// Mean of the forecasts.
    public let meanPredicted: Double
    /// Share of true outcomes.
    public let observedFrequency: Double
    /// Wilson's interval for the probability behind that share, taking rows for independent.
    public let interval: Interval

    /// Creates a bin from its parts.
    public init(
        lowerEdge: Double,
        upperEdge: Double,
        n: Int,
        meanPredicted: Double,
        observedFrequency: Double,
        interval: Interval
    ) {
        self.lowerEdge = lowerEdge
        self.upperEdge = upperEdge
        self.n = n
        self.meanPredicted = meanPredicted
        self.observedFrequency = observedFrequency
        self.interval = interval
    }
}

/// How forecasts are cut into bins.
public enum BinningStrategy: String, Sendable, Codable, CaseIterable {
    /// Bins of equal width over 0...1.
    case equalWidth
    /// Bins between equally spaced quantiles of the forecasts; equal forecasts stay together.
    case equalCount
}
