import Statistics

/// Means of many columns over the same events with their intervals, all from one set of resampled event days.
struct MeanBands {
    private let totals: [Double]
    private let sums: ClusterSums?
    private let tail: Double

    /// Draws the resamples; the name seeds them.
    init(columns: [[Double]], clusters: Clustering, name: String, settings: MonitoringSettings) {
        totals = columns.map { $0.reduce(0, +) }
        guard clusters.count > 1 else {
            sums = nil
            tail = 0
            return
        }
        var seeds = RandomStream(seed: settings.seed, stream: KeyHash.of(name))
        var generator = SplitMix64(seed: seeds.next())
        sums = ClusterSums(
            columns: columns,
            clusterOfRow: clusters.ofRow,
            clusterCount: clusters.count,
            resamples: settings.resamples,
            generator: &generator
        )
        tail = FigureTable.tail(clusters: clusters.count, confidence: settings.confidence)
    }

    /// The mean of a column over the sum of a counting column.
    func value(_ column: Int, over count: Int, n: Int) -> BandedValue {
        var draws: [Double] = []
        if let sums {
            draws.reserveCapacity(sums.resamples)
            sums.appendRatios(column, count, to: &draws)
        }
        let interval =
            20 * draws.count >= 19 * (sums?.resamples ?? 1) ? TailSort.interval(&draws, tail: tail) : nil
        return BandedValue(
            value: totals[column] / totals[count],
            lower: interval?.lower,
            upper: interval?.upper,
            n: n
        )
    }
}
