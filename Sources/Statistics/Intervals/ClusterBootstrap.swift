/// Bootstrap intervals for data in clusters: whole event days, or whole companies, are drawn again.
///
/// The interval is the expanded percentile interval of Hesterberg, "What Teachers Should Know About the
/// Bootstrap" (2015): percentiles at a level that makes up for the spread which G clusters lose against an
/// infinite supply, Φ(-t √(G/(G-1))) with t Student's quantile for G - 1 degrees of freedom. With many
/// clusters it is the plain percentile interval. Figures are nil below two clusters, where no spread between
/// clusters exists. Clusters are taken in ascending order of id, so results do not depend on the order of
/// rows.
public struct ClusterBootstrap: Sendable {
    /// Number of resamples.
    public let resamples: Int
    /// Share of intervals that should cover the truth, above 0 and below 1.
    public let confidence: Double
    /// Seed of the resampling.
    public let seed: UInt64
    /// Number of the random stream under that seed.
    public let stream: UInt64

    /// Creates a procedure; its settings are checked when it is used.
    public init(resamples: Int = 10_000, confidence: Double = 0.95, seed: UInt64, stream: UInt64 = 0) {
        self.resamples = resamples
        self.confidence = confidence
        self.seed = seed
        self.stream = stream
    }

    /// The mean of the values.
    ///
    /// Throws for lengths that differ, values that are not finite, or settings that make no sense.
    public func mean(_ values: [Double], clusters: [Int]) throws(StatisticsError) -> BootstrapInterval? {
        let ones = [Double](repeating: 1, count: values.count)
        return try ratio(numerator: values, "values", denominator: ones, clusters: clusters)
    }

    /// The sum of the numerator over the sum of the denominator; nil as well when that sum is 0.
    ///
    /// Each row gives one numerator and one denominator: accuracy on a subset is hits over members. Resamples
    /// whose denominator is 0 are left out; nil when they are more than one in twenty. Throws for lengths
    /// that differ, values that are not finite, or settings that make no sense.
    public func ratio(
        numerator: [Double],
        denominator: [Double],
        clusters: [Int]
    ) throws(StatisticsError) -> BootstrapInterval? {
        try ratio(numerator: numerator, "numerator", denominator: denominator, clusters: clusters)
    }

    /// Any figure of a list of rows, such as an area under the curve or a rank correlation.
    ///
    /// The closure receives row numbers, those of a cluster that was drawn twice twice, and answers nil where
    /// the figure does not exist; nil when that happens on the data or on more than one resample in twenty.
    /// Much slower than the ratio: use fewer resamples. Throws for settings that make no sense.
    public func statistic(
        clusters: [Int],
        _ statistic: (_ rows: [Int]) -> Double?
    ) throws(StatisticsError) -> BootstrapInterval? {
        try checkSettings()
        let groups = Clusters(clusters)
        guard groups.count > 1, let estimate = statistic(Array(clusters.indices)), estimate.isFinite else {
            return nil
        }
        let members = groups.rows
        var rows: [Int] = []
        rows.reserveCapacity(2 * clusters.count)
        let draws = draws(of: groups) { counts in
            rows.removeAll(keepingCapacity: true)
            for (cluster, count) in counts.enumerated() {
                for _ in 0..<Int(count) { rows.append(contentsOf: members[cluster]) }
            }
            return statistic(rows)
        }
        return interval(draws, estimate, n: clusters.count, clusters: groups.count)
    }

    /// A figure of rows that count as often as their cluster was drawn; the closure gets these counts.
    func weighted(
        _ groups: Clusters,
        _ figure: (_ counts: [Double]) -> Double?
    ) throws(StatisticsError) -> BootstrapInterval? {
        try checkSettings()
        let ones = [Double](repeating: 1, count: groups.count)
        guard groups.count > 1, let estimate = figure(ones), estimate.isFinite else { return nil }
        let draws = draws(of: groups, figure)
        return interval(draws, estimate, n: groups.ofRow.count, clusters: groups.count)
    }

    private func draws(of groups: Clusters, _ figure: (_ counts: [Double]) -> Double?) -> [Double] {
        var random = generator()
        var draws: [Double] = []
        draws.reserveCapacity(resamples)
        var counts = [Double](repeating: 0, count: groups.count)
        for _ in 0..<resamples {
            for cluster in counts.indices { counts[cluster] = 0 }
            for _ in counts.indices { counts[random.bounded(groups.count)] += 1 }
            if let value = figure(counts), value.isFinite { draws.append(value) }
        }
        return draws
    }

    private func ratio(
        numerator: [Double],
        _ name: String,
        denominator: [Double],
        clusters: [Int]
    ) throws(StatisticsError) -> BootstrapInterval? {
        try checkSettings()
        try Check.sameLength(numerator.count, name, clusters.count, "clusters")
        try Check.sameLength(numerator.count, name, denominator.count, "denominator")
        try Check.finite(numerator, name)
        try Check.finite(denominator, "denominator")
        let groups = Clusters(clusters)
        let above = groups.sums(numerator)
        let below = groups.sums(denominator)
        let total = below.reduce(0, +)
        guard groups.count > 1, groups.count <= Int(UInt32.max), total != 0 else { return nil }
        let draws = ratioDraws(zip(above, below).map { SIMD2($0, $1) })
        return interval(draws, above.reduce(0, +) / total, n: numerator.count, clusters: groups.count)
    }

    /// The figure on each resample.
    ///
    /// Two clusters are drawn from each 64 random bits, without bias (Lemire, 2019).
    private func ratioDraws(_ sums: [SIMD2<Double>]) -> [Double] {
        var random = generator()
        let count = UInt64(sums.count)
        let threshold = (UInt64(UInt32.max) + 1) % count
        let mask = UInt64(UInt32.max)
        var draws: [Double] = []
        draws.reserveCapacity(resamples)
        sums.withUnsafeBufferPointer { sums in
            for _ in 0..<resamples {
                var total = SIMD2<Double>.zero
                var other = SIMD2<Double>.zero
                var left = sums.count
                while left > 1 {
                    let bits = random.next()
                    let first = (bits >> 32) &* count
                    let second = (bits & mask) &* count
                    if first & mask < threshold || second & mask < threshold { continue }
                    total += sums[Int(truncatingIfNeeded: first >> 32)]
                    other += sums[Int(truncatingIfNeeded: second >> 32)]
                    left &-= 2
                }
                total += other
                if left == 1 { total += sums[random.bounded(sums.count)] }
                if total.y != 0 { draws.append(total.x / total.y) }
            }
        }
        return draws
    }

    private func checkSettings() throws(StatisticsError) {
        try Check.atLeast(1, resamples, "resamples")
        try Check.level(confidence, "confidence")
    }

    private func generator() -> SplitMix64 {
        var stream = RandomStream(seed: seed, stream: stream)
        return SplitMix64(seed: stream.next())
    }

    private func interval(
        _ draws: [Double],
        _ estimate: Double,
        n: Int,
        clusters: Int
    ) -> BootstrapInterval? {
        guard 20 * draws.count >= 19 * resamples else { return nil }
        let sorted = draws.sorted()
        let g = Double(clusters)
        let t = StudentTDistribution.quantile((1 - confidence) / 2, degreesOfFreedom: g - 1)
        let tail = NormalDistribution.cdf(t * (g / (g - 1)).squareRoot())
        guard let lower = Quantile.ofSorted(sorted, tail), let upper = Quantile.ofSorted(sorted, 1 - tail)
        else {
            return nil
        }
        return BootstrapInterval(
            estimate: estimate,
            interval: Interval(lower: lower, upper: max(lower, upper)),
            n: n,
            clusterCount: clusters
        )
    }
}
