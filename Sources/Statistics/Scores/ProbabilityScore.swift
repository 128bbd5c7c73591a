import Foundation

/// Proper scores of probabilities for a true outcome; lower is better.
public enum ProbabilityScore {
    /// The mean squared distance of probability and outcome, 0 to 1; nil without rows.
    ///
    /// Throws for lengths that differ or values outside 0...1, as do all functions here.
    public static func brier(_ probabilities: [Double], outcomes: [Bool]) throws(StatisticsError) -> Double? {
        mean(try brierLosses(probabilities, outcomes: outcomes))
    }

    /// The mean of -log of the probability given to what happened, in nats; nil without rows.
    ///
    /// Probabilities are first moved into clip...1 - clip, so that a certain forecast that fails costs a
    /// finite amount. The default is the spacing of doubles at 1, 2.2e-16, as in scikit-learn's `log_loss`:
    /// such a miss costs 36 nats.
    public static func log(
        _ probabilities: [Double],
        outcomes: [Bool],
        clip: Double = .ulpOfOne
    ) throws(StatisticsError) -> Double? {
        mean(try logLosses(probabilities, outcomes: outcomes, clip: clip))
    }

    /// The squared distance of each row, for paired tests.
    public static func brierLosses(
        _ probabilities: [Double],
        outcomes: [Bool]
    ) throws(StatisticsError) -> [Double] {
        try check(probabilities, outcomes)
        return zip(probabilities, outcomes).map { p, happened in
            let distance = happened ? 1 - p : p
            return distance * distance
        }
    }

    /// The log score of each row, for paired tests, clipped as in ``log(_:outcomes:clip:)``.
    public static func logLosses(
        _ probabilities: [Double],
        outcomes: [Bool],
        clip: Double = .ulpOfOne
    ) throws(StatisticsError) -> [Double] {
        try check(probabilities, outcomes)
        guard clip >= 0, clip < 0.5 else {
            throw .outOfRange(argument: "clip", value: clip, accepted: "0 or more and below 0.5")
        }
        return zip(probabilities, outcomes).map { p, happened in
            let clipped = min(max(p, clip), 1 - clip)
            return happened ? -Foundation.log(clipped) : -log1p(-clipped)
        }
    }

    static func check(_ probabilities: [Double], _ outcomes: [Bool]) throws(StatisticsError) {
        try Check.sameLength(probabilities.count, "probabilities", outcomes.count, "outcomes")
        try Check.probabilities(probabilities, "probabilities")
    }

    private static func mean(_ losses: [Double]) -> Double? {
        losses.isEmpty ? nil : Descriptive.sum(losses) / Double(losses.count)
    }
}
