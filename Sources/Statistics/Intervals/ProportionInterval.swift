/// Intervals for the probability of success behind independent trials; nil without trials.
///
/// Events of one day or company are not independent: beside a reported figure belongs a
/// ``ClusteredInterval``.
public enum ProportionInterval {
    /// Wilson's score interval (1927), without continuity correction.
    ///
    /// Throws for impossible counts or a confidence that is not between 0 and 1.
    public static func wilson(
        successes: Int,
        trials: Int,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> Interval? {
        try BinomialDistribution.checkCounts(successes: successes, trials: trials)
        try Check.level(confidence, "confidence")
        guard trials > 0 else { return nil }
        let n = Double(trials)
        let share = Double(successes) / n
        let z = -NormalDistribution.quantile((1 - confidence) / 2)
        let scale = 1 + z * z / n
        let centre = (share + z * z / (2 * n)) / scale
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
        return Interval(
            lower: successes == 0 ? 0 : max(0, centre - half),
            upper: successes == trials ? 1 : min(1, centre + half)
        )
    }

    /// The interval of Clopper and Pearson (1934), which covers at least as often as it says.
    ///
    /// Throws for impossible counts or a confidence that is not between 0 and 1.
    public static func clopperPearson(
        successes: Int,
        trials: Int,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> Interval? {
        try BinomialDistribution.checkCounts(successes: successes, trials: trials)
        try Check.level(confidence, "confidence")
        guard trials > 0 else { return nil }
        let tail = (1 - confidence) / 2
        let hits = Double(successes)
        let misses = Double(trials - successes)
        // The upper end is one minus the lower end of the misses, which keeps the accuracy of small tails.
        return Interval(
            lower: successes == 0 ? 0 : BetaDistribution.quantile(tail, a: hits, b: misses + 1),
            upper: successes == trials ? 1 : 1 - BetaDistribution.quantile(tail, a: misses, b: hits + 1)
        )
    }
}
