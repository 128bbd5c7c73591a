/// How well two-way classifications or rankings agree with what happened; true is the upper class.
public enum ClassificationScore {
    /// The share of predictions that came true; nil without rows.
    public static func accuracy(predicted: [Bool], outcomes: [Bool]) throws(StatisticsError) -> Double? {
        try Check.sameLength(predicted.count, "predicted", outcomes.count, "outcomes")
        guard !predicted.isEmpty else { return nil }
        return Double(zip(predicted, outcomes).count { $0 == $1 }) / Double(predicted.count)
    }

    /// The mean of the shares of each outcome class that were predicted; nil unless both classes occurred.
    public static func balancedAccuracy(
        predicted: [Bool],
        outcomes: [Bool]
    ) throws(StatisticsError) -> Double? {
        try Check.sameLength(predicted.count, "predicted", outcomes.count, "outcomes")
        let positives = outcomes.count { $0 }
        let negatives = outcomes.count - positives
        guard positives > 0, negatives > 0 else { return nil }
        let found = zip(predicted, outcomes).count { $0 && $1 }
        let kept = zip(predicted, outcomes).count { !$0 && !$1 }
        return 0.5 * (Double(found) / Double(positives) + Double(kept) / Double(negatives))
    }

    /// The chance that a true outcome scored above a false one, ties counting half.
    ///
    /// Nil unless both classes occurred. Computed from mid-ranks (Mann and Whitney, 1947). Throws for lengths
    /// that differ or scores that are not finite.
    public static func areaUnderCurve(scores: [Double], outcomes: [Bool]) throws(StatisticsError) -> Double? {
        try Check.sameLength(scores.count, "scores", outcomes.count, "outcomes")
        try Check.finite(scores, "scores")
        let ranks = Ranks.unchecked(scores)
        let positives = Double(outcomes.count { $0 })
        let negatives = Double(outcomes.count) - positives
        guard positives > 0, negatives > 0 else { return nil }
        var sum = 0.0
        for (rank, outcome) in zip(ranks, outcomes) where outcome { sum += rank }
        return (sum - positives * (positives + 1) / 2) / (positives * negatives)
    }
}
