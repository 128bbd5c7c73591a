/// Means and spreads of finite values; nil where there are too few values to define one.
public enum Descriptive {
    /// The arithmetic mean; nil without values.
    ///
    /// Throws for NaN or infinite values.
    public static func mean(_ values: [Double]) throws(StatisticsError) -> Double? {
        try Check.finite(values, "values")
        return values.isEmpty ? nil : sum(values) / Double(values.count)
    }

    /// The variance about the mean with divisor n - ddof; nil when that divisor is not above 0.
    ///
    /// Two passes, so that a large mean costs no accuracy. Throws for NaN or infinite values.
    public static func variance(_ values: [Double], ddof: Int = 1) throws(StatisticsError) -> Double? {
        guard let mean = try mean(values), values.count > ddof else { return nil }
        return squares(values, about: mean) / Double(values.count - ddof)
    }

    /// The square root of the variance; nil when the variance is.
    public static func standardDeviation(_ values: [Double], ddof: Int = 1) throws(StatisticsError) -> Double?
    {
        try variance(values, ddof: ddof)?.squareRoot()
    }

    /// The middle value, or the mean of the two middle ones; nil without values.
    public static func median(_ values: [Double]) throws(StatisticsError) -> Double? {
        try Quantile.of(values, 0.5)
    }

    /// The sum in pairwise order, whose rounding error grows with log n only.
    static func sum(_ values: some RandomAccessCollection<Double>) -> Double {
        guard values.count > 64 else { return values.reduce(0, +) }
        let middle = values.index(values.startIndex, offsetBy: values.count / 2)
        return sum(values[..<middle]) + sum(values[middle...])
    }

    /// The sum of squared distances from a centre.
    static func squares(_ values: [Double], about centre: Double) -> Double {
        var total = 0.0
        for value in values { total += (value - centre) * (value - centre) }
        return total
    }
}
