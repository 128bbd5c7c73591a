/// Ranks in which tied values share the mean of their places.
public enum Ranks {
    /// The rank of each value from 1, in input order.
    ///
    /// Throws for NaN or infinite values.
    public static func midRanks(_ values: [Double]) throws(StatisticsError) -> [Double] {
        try Check.finite(values, "values")
        return unchecked(values)
    }

    /// Where x stands among values: 100 (below + equal / 2) / n, from 0 to 100; nil without values.
    ///
    /// Throws when x or a value is not finite.
    public static func midRankPercentile(
        of x: Double,
        among values: [Double]
    ) throws(StatisticsError) -> Double? {
        try Check.finite([x], "x")
        try Check.finite(values, "values")
        guard !values.isEmpty else { return nil }
        var twice = 0
        for value in values {
            twice += (value < x ? 1 : 0) + (value <= x ? 1 : 0)
        }
        return 50 * Double(twice) / Double(values.count)
    }

    /// The positions of the values in ascending order, ties in input order.
    static func order(_ values: [Double]) -> [Int] {
        values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
    }

    static func unchecked(_ values: [Double]) -> [Double] {
        let order = order(values)
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let shared = 0.5 * Double(start + 1 + end)
            for place in start..<end { ranks[order[place]] = shared }
            start = end
        }
        return ranks
    }
}
