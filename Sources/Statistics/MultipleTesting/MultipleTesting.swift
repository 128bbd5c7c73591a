/// p-values adjusted for the number of tests, in input order: reject where the result is at most alpha.
public enum MultipleTesting {
    /// Bonferroni: each p-value times their number, at most 1.
    ///
    /// Throws for values outside 0...1.
    public static func bonferroni(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
        try Check.probabilities(pValues, "pValues")
        return pValues.map { min(1, $0 * Double(pValues.count)) }
    }

    /// Holm (1979): the chance of any false rejection stays below alpha, however tests depend.
    ///
    /// Throws for values outside 0...1.
    public static func holm(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
        try Check.probabilities(pValues, "pValues")
        var adjusted = pValues
        var largest = 0.0
        for (place, index) in Ranks.order(pValues).enumerated() {
            largest = max(largest, min(1, pValues[index] * Double(pValues.count - place)))
            adjusted[index] = largest
        }
        return adjusted
    }

    /// Benjamini and Hochberg (1995): the expected share of false rejections stays below alpha.
    ///
    /// For tests that are independent or positively dependent. Throws for values outside 0...1.
    public static func benjaminiHochberg(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
        try Check.probabilities(pValues, "pValues")
        var adjusted = pValues
        var smallest = 1.0
        for (place, index) in Ranks.order(pValues).enumerated().reversed() {
            smallest = min(smallest, pValues[index] * Double(pValues.count) / Double(place + 1))
            adjusted[index] = smallest
        }
        return adjusted
    }

    /// The level at which Holm's procedure decides about each test, in input order.
    ///
    /// The k-th smallest of m p-values meets alpha / (m - k + 1). A test that comes after one that was not
    /// rejected has no chance; it is given the level of that first one, so that a confidence bound at its
    /// level stays on its side. Throws for values outside 0...1.
    public static func holmLevels(
        _ pValues: [Double],
        alpha: Double = 0.05
    ) throws(StatisticsError) -> [Double] {
        try Check.probabilities(pValues, "pValues")
        try Check.level(alpha, "alpha")
        var levels = pValues
        var stopped: Double?
        for (place, index) in Ranks.order(pValues).enumerated() {
            let level = stopped ?? alpha / Double(pValues.count - place)
            levels[index] = level
            if pValues[index] > level, stopped == nil { stopped = level }
        }
        return levels
    }
}
