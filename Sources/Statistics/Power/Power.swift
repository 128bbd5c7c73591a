/// How many events a claim needs, and how small an effect given events can show.
///
/// All tests are one-sided at level alpha / comparisons (Bonferroni). A design effect is the factor by which
/// dependence between events inflates the variance; n events then count as n / design effect.
///
/// For a proportion the test is the exact binomial one, whose power is a sawtooth in n: the needed number is
/// the first n that reaches the power. The table in the documentation, "3,890 / 1,740 / 620 / 158" for true
/// accuracies of 52, 53, 55 and 60 % at 5 % and power 80 %, and "8,180 / 3,670 / 1,314 / 325" for 18
/// comparisons, follows this convention with n searched in steps of ten above 1,500 and of one below.
public enum Power {
    /// The smallest number of trials, a multiple of `step`, with which the exact test that the success
    /// probability is at most `null` has the given power against `accuracy`.
    ///
    /// With a design effect the count for independent trials is multiplied by it and rounded up. Nil when ten
    /// million trials do not suffice. Throws unless null < accuracy, both inside 0...1, and the settings make
    /// sense.
    public static func requiredTrials(
        accuracy: Double,
        null: Double = 0.5,
        alpha: Double = 0.05,
        power: Double = 0.8,
        comparisons: Int = 1,
        designEffect: Double = 1,
        step: Int = 1
    ) throws(StatisticsError) -> Int? {
        let level = try level(alpha, power, comparisons, designEffect)
        try Check.level(null, "null")
        try Check.level(accuracy, "accuracy")
        try Check.atLeast(1, step, "step")
        guard accuracy > null else {
            throw .outOfRange(argument: "accuracy", value: accuracy, accepted: "above \(null)")
        }
        // The normal approximation with a generous margin is a safe place to start from.
        let za = -NormalDistribution.quantile(level)
        let zb = NormalDistribution.quantile(power)
        let spread = za * (null * (1 - null)).squareRoot() + zb * (accuracy * (1 - accuracy)).squareRoot()
        let rough = spread * spread / ((accuracy - null) * (accuracy - null))
        guard rough.isFinite, rough < 1e7 else { return nil }
        let start = max(step, Int(max(0, 0.93 * rough - 40)) / step * step)
        for trials in stride(from: start, through: start + Int(rough) + 1_000_000, by: step) {
            let reached = exactPower(trials: trials, accuracy: accuracy, null: null, level: level)
            if reached >= power { return Int((Double(trials) * designEffect).rounded(.up)) }
        }
        return nil
    }

    /// The smallest success probability above `null` that the exact test would find with the given power.
    ///
    /// The trials count as trials / design effect, rounded down. Nil when no probability reaches the power.
    /// Throws when the settings make no sense.
    public static func minimumDetectableProportion(
        trials: Int,
        null: Double = 0.5,
        alpha: Double = 0.05,
        power: Double = 0.8,
        comparisons: Int = 1,
        designEffect: Double = 1
    ) throws(StatisticsError) -> Double? {
        let level = try level(alpha, power, comparisons, designEffect)
        try Check.level(null, "null")
        try Check.atLeast(0, trials, "trials")
        let independent = Int(Double(trials) / designEffect)
        let critical = criticalCount(trials: independent, null: null, level: level)
        guard critical <= independent else { return nil }
        // P(X >= critical) as a function of p is the cdf of a beta distribution.
        return BetaDistribution.quantile(power, a: Double(critical), b: Double(independent - critical + 1))
    }

    /// The power of the exact one-sided binomial test at a level.
    static func exactPower(trials: Int, accuracy: Double, null: Double, level: Double) -> Double {
        let critical = criticalCount(trials: trials, null: null, level: level)
        return BinomialDistribution.upperTail(critical, trials: trials, p: accuracy)
    }

    /// The smallest count whose upper tail under the null is at most the level; trials + 1 for none.
    static func criticalCount(trials: Int, null: Double, level: Double) -> Int {
        var low = 0
        var high = trials + 1
        while low < high {
            let middle = (low + high) / 2
            if BinomialDistribution.upperTail(middle, trials: trials, p: null) <= level {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }

    /// Checks the settings and gives the level of one comparison.
    static func level(
        _ alpha: Double,
        _ power: Double,
        _ comparisons: Int,
        _ designEffect: Double
    ) throws(StatisticsError) -> Double {
        try Check.level(alpha, "alpha")
        try Check.level(power, "power")
        try Check.atLeast(1, comparisons, "comparisons")
        try Check.positive(designEffect, "designEffect")
        return alpha / Double(comparisons)
    }
}
