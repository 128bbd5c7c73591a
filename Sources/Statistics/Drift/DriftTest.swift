/// A distance between two samples beside the distances that chance alone gives at these sizes.
///
/// Chance is found by dealing whole days anew to the two sides: rows of one day stay together, so a day that
/// is special does not pass as drift. Where a quantity moves slowly from day to day pass numbers of weeks or
/// months for days. Over many features adjust the p-values with ``MultipleTesting/benjaminiHochberg(_:)``.
public struct DriftTest: Sendable, Equatable, Codable {
    /// What was measured.
    public let measure: DriftMeasure
    /// The distance of the two samples.
    public let distance: Double
    /// The distance that chance exceeds with probability `level`.
    public let threshold: Double
    /// Share of deals with a distance at least as large, the data counted as one of them.
    public let pValue: Double
    /// Number of days of the reference.
    public let referenceDays: Int
    /// Number of days of the current sample.
    public let currentDays: Int

    /// Whether the distance is larger than chance explains.
    public var exceedsThreshold: Bool { distance > threshold }

    /// Tests one distance.
    ///
    /// See ``runAll(reference:referenceDays:current:currentDays:permutations:level:seed:)``.
    public static func run(
        reference: [Double],
        referenceDays: [Int],
        current: [Double],
        currentDays: [Int],
        measure: DriftMeasure,
        permutations: Int = 500,
        level: Double = 0.05,
        seed: UInt64
    ) throws(StatisticsError) -> DriftTest? {
        try runAll(
            reference: reference,
            referenceDays: referenceDays,
            current: current,
            currentDays: currentDays,
            permutations: permutations,
            level: level,
            seed: seed
        )?
        .first { $0.measure == measure }
    }

    /// Tests all distances on the same deals, in the order of ``DriftMeasure/allCases``.
    ///
    /// Nil when there are so few days that even the rarest of their deals is more likely than `level`: then
    /// no distance could count as drift. Throws for lengths that differ, values that are not finite, and
    /// settings that make no sense.
    public static func runAll(
        reference: [Double],
        referenceDays: [Int],
        current: [Double],
        currentDays: [Int],
        permutations: Int = 500,
        level: Double = 0.05,
        seed: UInt64
    ) throws(StatisticsError) -> [DriftTest]? {
        try Check.sameLength(reference.count, "reference", referenceDays.count, "referenceDays")
        try Check.sameLength(current.count, "current", currentDays.count, "currentDays")
        try Check.finite(reference, "reference")
        try Check.finite(current, "current")
        try Check.atLeast(1, permutations, "permutations")
        try Check.level(level, "level")
        let before = Clusters(referenceDays)
        let now = Clusters(currentDays)
        guard hasEnoughDeals(before.count, now.count, level) else { return nil }
        let pool = PooledSample(
            values: reference + current,
            clusters: before.ofRow + now.ofRow.map { $0 + before.count }
        )
        var workspace = DriftWorkspace(pool)
        var isCurrent = (0..<before.count + now.count).map { $0 >= before.count }
        let observed = workspace.distances(isCurrent: isCurrent)
        var stream = RandomStream(seed: seed)
        var random = SplitMix64(seed: stream.next())
        var null: [DriftDistances] = []
        null.reserveCapacity(permutations)
        for _ in 0..<permutations {
            random.permute(&isCurrent)
            null.append(workspace.distances(isCurrent: isCurrent))
        }
        return DriftMeasure.allCases.map { measure in
            let chance = null.map { $0[measure] }.sorted()
            let value = observed[measure]
            let reached = chance.count { $0 >= value * (1 - 1e-12) }
            return DriftTest(
                measure: measure,
                distance: value,
                threshold: Quantile.ofSorted(chance, 1 - level) ?? value,
                pValue: Double(reached + 1) / Double(permutations + 1),
                referenceDays: before.count,
                currentDays: now.count
            )
        }
    }

    /// Whether there are more than 1 / level ways to deal the days.
    private static func hasEnoughDeals(_ before: Int, _ now: Int, _ level: Double) -> Bool {
        guard before > 0, now > 0 else { return false }
        var deals = 1.0
        for step in 1...min(before, now) {
            deals *= Double(before + now - min(before, now) + step) / Double(step)
            if deals * level > 1 { return true }
        }
        return false
    }
}
