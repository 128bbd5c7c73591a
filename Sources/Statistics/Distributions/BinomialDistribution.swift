/// The number of successes in independent trials of equal probability.
public enum BinomialDistribution {
    /// The probability of exactly `successes`; NaN for a p outside 0...1 or negative trials.
    public static func probability(_ successes: Int, trials: Int, p: Double) -> Double {
        guard p >= 0, p <= 1, trials >= 0 else { return .nan }
        guard successes >= 0, successes <= trials else { return 0 }
        return SaddlePoint.binomialTerm(Double(successes), Double(trials), p: p, q: 1 - p)
    }

    /// The probability of `successes` or fewer.
    public static func cdf(_ successes: Int, trials: Int, p: Double) -> Double {
        guard p >= 0, p <= 1, trials >= 0 else { return .nan }
        if successes < 0 { return 0 }
        if successes >= trials { return 1 }
        return BetaDistribution.survival(p, a: Double(successes + 1), b: Double(trials - successes))
    }

    /// The probability of `successes` or more.
    public static func upperTail(_ successes: Int, trials: Int, p: Double) -> Double {
        guard p >= 0, p <= 1, trials >= 0 else { return .nan }
        if successes <= 0 { return 1 }
        if successes > trials { return 0 }
        return BetaDistribution.cdf(p, a: Double(successes), b: Double(trials - successes + 1))
    }

    /// The p-value of the exact test that each trial succeeds with probability `null`; nil without trials.
    ///
    /// The two-sided value adds the probabilities of all counts that are at most as likely as the one seen,
    /// as in R's `binom.test` and SciPy's `binomtest`. Throws for negative counts, more successes than
    /// trials, or a null outside 0...1.
    public static func pValue(
        successes: Int,
        trials: Int,
        null: Double = 0.5,
        alternative: Alternative = .greater
    ) throws(StatisticsError) -> Double? {
        try checkCounts(successes: successes, trials: trials)
        try Check.probabilities([null], "null")
        guard trials > 0 else { return nil }
        switch alternative {
        case .greater: return upperTail(successes, trials: trials, p: null)
        case .less: return cdf(successes, trials: trials, p: null)
        case .twoSided: return twoSided(successes, trials, null)
        }
    }

    /// Refuses counts that no experiment gives.
    static func checkCounts(successes: Int, trials: Int) throws(StatisticsError) {
        try Check.atLeast(0, trials, "trials")
        guard successes >= 0, successes <= trials else {
            throw .outOfRange(argument: "successes", value: Double(successes), accepted: "0...\(trials)")
        }
    }

    private static func twoSided(_ successes: Int, _ trials: Int, _ null: Double) -> Double {
        let bound = probability(successes, trials: trials, p: null) * (1 + 1e-7)
        let mean = Double(trials) * null
        if Double(successes) == mean { return 1 }
        if Double(successes) < mean {
            // The probabilities fall beyond the mean: find the first count there that is unlikely enough.
            var low = min(trials + 1, Int(mean.rounded(.up)))
            var high = trials + 1
            while low < high {
                let middle = (low + high) / 2
                if probability(middle, trials: trials, p: null) <= bound {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            return min(1, cdf(successes, trials: trials, p: null) + upperTail(low, trials: trials, p: null))
        }
        var low = -1
        var high = Int(mean.rounded(.down))
        while low < high {
            let middle = (low + high + 1) / 2
            if probability(middle, trials: trials, p: null) <= bound {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return min(1, upperTail(successes, trials: trials, p: null) + cdf(low, trials: trials, p: null))
    }
}

/// Which departures from a null hypothesis a test looks for.
public enum Alternative: String, Sendable, Codable, CaseIterable {
    /// The value is larger than under the null.
    case greater
    /// The value is smaller than under the null.
    case less
    /// The value differs in either direction.
    case twoSided
}
