/// How far two columns rise together, from -1 to 1; nil below two rows or when a column is constant.
///
/// Both functions throw for lengths that differ or values that are not finite.
public enum Correlation {
    /// Pearson's correlation of the values.
    public static func pearson(_ x: [Double], _ y: [Double]) throws(StatisticsError) -> Double? {
        try check(x, y)
        return unchecked(x, y)
    }

    /// Spearman's correlation: Pearson's of the mid-ranks.
    public static func spearman(_ x: [Double], _ y: [Double]) throws(StatisticsError) -> Double? {
        try check(x, y)
        return unchecked(Ranks.unchecked(x), Ranks.unchecked(y))
    }

    private static func check(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
        try Check.sameLength(x.count, "x", y.count, "y")
        try Check.finite(x, "x")
        try Check.finite(y, "y")
    }

    private static func unchecked(_ x: [Double], _ y: [Double]) -> Double? {
        // Constant columns are found by comparison: rounding may keep their variance from being zero.
        guard let x0 = x.first, let y0 = y.first, x.contains(where: { $0 != x0 }),
            y.contains(where: { $0 != y0 })
        else { return nil }
        let xMean = Descriptive.sum(x) / Double(x.count)
        let yMean = Descriptive.sum(y) / Double(y.count)
        var xx = 0.0
        var yy = 0.0
        var xy = 0.0
        for (a, b) in zip(x, y) {
            xx += (a - xMean) * (a - xMean)
            yy += (b - yMean) * (b - yMean)
            xy += (a - xMean) * (b - yMean)
        }
        guard xx > 0, yy > 0 else { return nil }
        return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
    }
}
