public import Outcomes

/// The settings that change what the engine computes.
public struct EngineSettings: Sendable, Equatable {
    /// Symbol of the benchmark.
    public var benchmark: String
    /// Rules of the labels.
    public var outcomeRules: OutcomeRules
    /// Seed of everything random.
    public var seed: Int
    /// Threads for training.
    public var threads: Int
    /// Resamples of a bootstrap interval.
    public var resamples: Int
    /// Adjustments of at least this many points count as high confidence.
    public var highConfidencePoints: Double
    /// A rules file for the base score as YAML text; nil for the built-in one.
    public var rulesYAML: String?

    /// Creates settings; the defaults are those of the documentation.
    public init(
        benchmark: String = "SPY",
        outcomeRules: OutcomeRules = OutcomeRules(),
        seed: Int = 20_240_101,
        threads: Int = 2,
        resamples: Int = 2000,
        highConfidencePoints: Double = 10,
        rulesYAML: String? = nil
    ) {
        self.benchmark = benchmark
        self.outcomeRules = outcomeRules
        self.seed = seed
        self.threads = threads
        self.resamples = resamples
        self.highConfidencePoints = highConfidencePoints
        self.rulesYAML = rulesYAML
    }
}
