/// Sample quantiles by linear interpolation between order statistics.
///
/// Type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996): the default of NumPy and R.
public enum Quantile {
    /// The quantile at p in 0...1; nil without values.
    ///
    /// Throws for values that are not finite or a p outside 0...1.
    public static func of(_ values: [Double], _ p: Double) throws(StatisticsError) -> Double? {
        try Check.finite(values, "values")
        try Check.probabilities([p], "p")
        return sorted(values.sorted(), p)
    }

    /// The quantile of values already in ascending order; nil without values or for a p outside 0...1.
    public static func ofSorted(_ ascending: [Double], _ p: Double) -> Double? {
        guard p >= 0, p <= 1 else { return nil }
        return sorted(ascending, p)
    }

    private static func sorted(_ ascending: [Double], _ p: Double) -> Double? {
        guard !ascending.isEmpty else { return nil }
        let position = Double(ascending.count - 1) * p
        let below = Int(position)
        guard below + 1 < ascending.count else { return ascending[ascending.count - 1] }
        let share = position - Double(below)
        // Interpolating from the nearer end keeps the result monotone in p, as NumPy does.
        let gap = ascending[below + 1] - ascending[below]
        return share < 0.5 ? ascending[below] + gap * share : ascending[below + 1] - gap * (1 - share)
    }
}
