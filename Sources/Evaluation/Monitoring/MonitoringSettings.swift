/// How a monitoring report is computed.
public struct MonitoringSettings: Sendable, Hashable {
    /// Points of adjustment, either way, from which a prediction counts as made with high confidence.
    public var highConfidenceAdjustment: Double
    /// Resamples behind each interval.
    public var resamples: Int
    /// Share of intervals that should hold the truth.
    public var confidence: Double
    /// Simulations behind the null band of the calibration error.
    public var calibrationSimulations: Int
    /// Seed of everything random.
    public var seed: UInt64
    /// Populations that are computed at a time.
    public var threads: Int

    /// Creates settings; the defaults are the engine's.
    public init(
        highConfidenceAdjustment: Double = 10,
        resamples: Int = 2_000,
        confidence: Double = 0.95,
        calibrationSimulations: Int = 200,
        seed: UInt64 = 20_240_213,
        threads: Int = 2
    ) {
        self.highConfidenceAdjustment = highConfidenceAdjustment
        self.resamples = resamples
        self.confidence = confidence
        self.calibrationSimulations = calibrationSimulations
        self.seed = seed
        self.threads = threads
    }
}
