/// The expected calibration error beside what calibrated forecasts would show at the same number of rows.
///
/// The null is simulated: outcomes are drawn from the forecasts themselves, independent of each other. For a
/// decision about events that share days use ``CalibrationTest/clustered(_:outcomes:clusters:)``.
public struct CalibrationErrorTest: Sendable, Equatable, Codable {
    /// The error of the forecasts.
    public let error: Double
    /// Mean error of calibrated forecasts.
    public let nullMean: Double
    /// Error that calibrated forecasts exceed with probability 1 - confidence.
    public let nullUpper: Double
    /// Share of simulations with an error at least as large, the data counted as one of them.
    public let pValue: Double

    /// Runs the simulation; nil without rows.
    ///
    /// Throws for lengths that differ, values outside 0...1, or settings that make no sense.
    public static func run(
        _ probabilities: [Double],
        outcomes: [Bool],
        count: Int = 10,
        strategy: BinningStrategy,
        simulations: Int = 1_000,
        confidence: Double = 0.95,
        seed: UInt64
    ) throws(StatisticsError) -> CalibrationErrorTest? {
        try ProbabilityScore.check(probabilities, outcomes)
        try Check.atLeast(1, simulations, "simulations")
        try Check.level(confidence, "confidence")
        guard !probabilities.isEmpty else { return nil }
        let binning = try Binning(probabilities, count: count, strategy: strategy)
        let error = binning.error(probabilities, count) { outcomes[$0] }
        var stream = RandomStream(seed: seed)
        var random = SplitMix64(seed: stream.next())
        var null: [Double] = []
        null.reserveCapacity(simulations)
        for _ in 0..<simulations {
            null.append(binning.error(probabilities, count) { random.bernoulli(probabilities[$0]) })
        }
        // Rounding must not decide whether a simulated error reaches the one observed.
        let reached = null.count { $0 >= error - 1e-12 }
        null.sort()
        return CalibrationErrorTest(
            error: error,
            nullMean: Descriptive.sum(null) / Double(simulations),
            nullUpper: Quantile.ofSorted(null, confidence) ?? error,
            pValue: Double(reached + 1) / Double(simulations + 1)
        )
    }
}
