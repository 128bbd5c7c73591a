import Foundation

/// Where the frequency of `n` independent events falls with a probability, were that their true probability.
enum BinomialBand {
    /// The 2.5 % and 97.5 % quantiles of the binomial distribution, as shares of n.
    ///
    /// Each is the smallest count whose cumulative probability reaches the level; the terms follow from each
    /// other by their ratio, from the logarithm of the mode's term.
    static func central95(probability: Double, n: Int) -> ClosedRange<Double>? {
        guard n > 0, n <= 1_000_000_000, (0...1).contains(probability) else { return nil }
        guard probability > 0, probability < 1 else { return probability...probability }
        guard n <= 200_000 else {
            let spread = 1.959_964 * (probability * (1 - probability) / Double(n)).squareRoot()
            return max(0, probability - spread)...min(1, probability + spread)
        }
        let lower = quantile(0.025, probability: probability, n: n)
        let upper = quantile(0.975, probability: probability, n: n)
        return Double(lower) / Double(n)...Double(upper) / Double(n)
    }

    private static func quantile(_ level: Double, probability: Double, n: Int) -> Int {
        let total = Double(n)
        let deviation = (total * probability * (1 - probability)).squareRoot()
        let start = max(0, Int(total * probability - 12 * deviation - 12))
        let logOdds = log(probability) - log1p(-probability)
        var logTerm =
            lgamma(total + 1) - lgamma(Double(start) + 1) - lgamma(total - Double(start) + 1)
            + Double(start) * log(probability) + (total - Double(start)) * log1p(-probability)
        var sum = exp(logTerm)
        var count = start
        while sum < level, count < n {
            logTerm += log(Double(n - count)) - log(Double(count + 1)) + logOdds
            count += 1
            sum += exp(logTerm)
        }
        return count
    }
}
