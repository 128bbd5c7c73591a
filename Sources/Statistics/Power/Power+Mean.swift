extension Power {
    /// The number of events with which a one-sided test of a mean finds the effect with the given power.
    ///
    /// Normal approximation: n = D (z_alpha + z_power)² σ² / effect², rounded up, with D the design effect.
    /// Effect and standard deviation are in the same unit. Throws unless both are above zero and the settings
    /// make sense.
    public static func requiredCount(
        effect: Double,
        standardDeviation: Double,
        alpha: Double = 0.05,
        power: Double = 0.8,
        comparisons: Int = 1,
        designEffect: Double = 1
    ) throws(StatisticsError) -> Int? {
        let level = try level(alpha, power, comparisons, designEffect)
        try Check.positive(effect, "effect")
        try Check.positive(standardDeviation, "standardDeviation")
        let ratio = reach(level, power) * standardDeviation / effect
        return Int(exactly: max(1, (designEffect * ratio * ratio).rounded(.up)))
    }

    /// The smallest mean effect that a one-sided test of that many events finds with the given power.
    ///
    /// In the unit of the standard deviation; nil without events. Throws when the settings make no sense.
    public static func minimumDetectableMean(
        count: Int,
        standardDeviation: Double,
        alpha: Double = 0.05,
        power: Double = 0.8,
        comparisons: Int = 1,
        designEffect: Double = 1
    ) throws(StatisticsError) -> Double? {
        let level = try level(alpha, power, comparisons, designEffect)
        try Check.atLeast(0, count, "count")
        try Check.positive(standardDeviation, "standardDeviation")
        guard count > 0 else { return nil }
        return reach(level, power) * standardDeviation * (designEffect / Double(count)).squareRoot()
    }

    /// The design effect of equal clusters whose members correlate: 1 + (size - 1) correlation (Kish, 1965).
    public static func designEffect(clusterSize: Double, correlation: Double) -> Double {
        1 + (clusterSize - 1) * correlation
    }

    /// The design effect seen in data: clustered variance of the mean over that of independent rows.
    ///
    /// Nil below two clusters or for values that do not vary. It can lie below 1 by chance. Throws for
    /// lengths that differ and values that are not finite.
    public static func designEffect(
        _ values: [Double],
        clusters: [Int]
    ) throws(StatisticsError) -> Double? {
        try Check.sameLength(values.count, "values", clusters.count, "clusters")
        try Check.finite(values, "values")
        guard let clustered = ClusterMoments(values, Clusters(clusters)),
            let plain = ClusterMoments(values, Clusters(Array(values.indices))), plain.variance > 0
        else { return nil }
        return clustered.variance / plain.variance
    }

    private static func reach(_ level: Double, _ power: Double) -> Double {
        -NormalDistribution.quantile(level) + NormalDistribution.quantile(power)
    }
}
