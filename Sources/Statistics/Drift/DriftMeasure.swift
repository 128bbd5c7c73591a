/// How far apart two samples of one quantity lie.
public enum DriftMeasure: String, Sendable, Codable, CaseIterable {
    /// Population stability index over the ten bins between the deciles of the reference.
    ///
    /// Σ (c - r) ln(c / r) over the shares c and r of current and reference rows; a share without rows counts
    /// as half a row. Bins whose edges coincide are merged.
    case populationStability
    /// The largest distance of the two distribution functions (Kolmogorov and Smirnov), 0 to 1.
    case kolmogorovSmirnov
    /// The area between the two distribution functions (Wasserstein-1), in the unit of the quantity.
    case wasserstein

    /// The distance between two samples; nil when one is empty.
    ///
    /// Throws for values that are not finite: leave missing values out, and compare their share separately.
    public func distance(reference: [Double], current: [Double]) throws(StatisticsError) -> Double? {
        try Check.finite(reference, "reference")
        try Check.finite(current, "current")
        guard !reference.isEmpty, !current.isEmpty else { return nil }
        let pool = PooledSample(
            values: reference + current,
            clusters: [Int](repeating: 0, count: reference.count) + [Int](repeating: 1, count: current.count)
        )
        var workspace = DriftWorkspace(pool)
        return workspace.distances(isCurrent: [false, true])[self]
    }
}
