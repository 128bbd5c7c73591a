/// Ranges that hold a new outcome with a stated probability, from the errors on held-out rows.
///
/// The only assumption is that the new row and the held-out rows could have come in any order. Source: Vovk,
/// Gammerman and Shafer, "Algorithmic Learning in a Random World" (2005).
public enum SplitConformal {
    /// The half width that covers a new outcome with probability at least 1 - alpha.
    ///
    /// It is the ceil((n + 1)(1 - alpha))-th smallest score, scores being non-conformity scores such as
    /// |error|. Nil when that is more than n, so that no finite width would do. Throws for scores that are
    /// not finite and an alpha outside 0...1.
    public static func quantile(_ scores: [Double], alpha: Double) throws(StatisticsError) -> Double? {
        try Check.finite(scores, "scores")
        try Check.level(alpha, "alpha")
        let rank = rank(scores.count, alpha)
        return rank <= scores.count ? scores.sorted()[rank - 1] : nil
    }

    /// The smallest number of scores that gives a finite width: 1/alpha - 1, rounded up.
    ///
    /// Throws for an alpha outside 0...1.
    public static func minimumCount(alpha: Double) throws(StatisticsError) -> Int {
        try Check.level(alpha, "alpha")
        var count = max(1, Int(1 / alpha) - 2)
        while rank(count, alpha) > count { count += 1 }
        return count
    }

    /// Whether each outcome fell into its range, ends included.
    ///
    /// Throws for lengths that differ, NaN, and a range that runs downwards. Ends may be infinite.
    public static func covered(
        lower: [Double],
        upper: [Double],
        realized: [Double]
    ) throws(StatisticsError) -> [Bool] {
        try Check.sameLength(lower.count, "lower", realized.count, "realized")
        try Check.sameLength(upper.count, "upper", realized.count, "realized")
        try Check.finite(realized, "realized")
        for row in realized.indices {
            guard lower[row] <= upper[row] else {
                throw .outOfRange(
                    argument: "upper[\(row)]",
                    value: upper[row],
                    accepted: "\(lower[row]) or more"
                )
            }
        }
        return realized.indices.map { lower[$0] <= realized[$0] && realized[$0] <= upper[$0] }
    }

    /// How many outcomes fell into their ranges, and how wide those were; nil without rows.
    ///
    /// Throws as ``covered(lower:upper:realized:)``.
    public static func coverage(
        lower: [Double],
        upper: [Double],
        realized: [Double]
    ) throws(StatisticsError) -> ConformalCoverage? {
        let hits = try covered(lower: lower, upper: upper, realized: realized)
        guard !hits.isEmpty else { return nil }
        let widths = zip(lower, upper).map { $1 - $0 }
        return ConformalCoverage(
            covered: hits.count { $0 },
            n: hits.count,
            meanWidth: Descriptive.sum(widths) / Double(hits.count)
        )
    }

    /// ceil((n + 1)(1 - alpha)), safe against a product that rounding lifts above a whole number.
    static func rank(_ count: Int, _ alpha: Double) -> Int {
        max(1, Int((Double(count + 1) * (1 - alpha) - 1e-9).rounded(.up)))
    }
}

/// How often ranges held their outcomes.
public struct ConformalCoverage: Sendable, Equatable, Codable {
    /// Number of outcomes inside their range.
    public let covered: Int
    /// Number of outcomes.
    public let n: Int
    /// Mean width of the ranges, in the outcome's unit.
    public let meanWidth: Double

    /// Creates a result from its parts; n must be above 0.
    public init(covered: Int, n: Int, meanWidth: Double) {
        precondition(n > 0, "coverage needs at least one outcome")
        self.covered = covered
        self.n = n
        self.meanWidth = meanWidth
    }

    /// Share of outcomes inside their range, 0 to 1.
    public var share: Double { Double(covered) / Double(n) }
}
