extension ClusterBootstrap {
    /// The area under the ROC curve; nil below two clusters and where an outcome class is missing.
    ///
    /// Sorts once instead of once a resample. Throws for lengths that differ, scores that are not finite, or
    /// settings that make no sense.
    public func areaUnderCurve(
        scores: [Double],
        outcomes: [Bool],
        clusters: [Int]
    ) throws(StatisticsError) -> BootstrapInterval? {
        try Check.sameLength(scores.count, "scores", outcomes.count, "outcomes")
        try Check.sameLength(scores.count, "scores", clusters.count, "clusters")
        try Check.finite(scores, "scores")
        let groups = Clusters(clusters)
        let order = RankOrder(scores)
        return try weighted(groups) { counts in
            var below = 0.0
            var positives = 0.0
            var wins = 0.0
            for run in order.runs {
                var ofRun = SIMD2<Double>.zero
                for row in order.rows[run] { ofRun[outcomes[row] ? 1 : 0] += counts[groups.ofRow[row]] }
                wins += ofRun[1] * (below + 0.5 * ofRun[0])
                below += ofRun[0]
                positives += ofRun[1]
            }
            return below > 0 && positives > 0 ? wins / (below * positives) : nil
        }
    }

    /// Spearman's rank correlation; nil below two clusters and for constant columns.
    ///
    /// Sorts once instead of once a resample. Throws for lengths that differ, values that are not finite, or
    /// settings that make no sense.
    public func spearman(
        _ x: [Double],
        _ y: [Double],
        clusters: [Int]
    ) throws(StatisticsError) -> BootstrapInterval? {
        try Check.sameLength(x.count, "x", y.count, "y")
        try Check.sameLength(x.count, "x", clusters.count, "clusters")
        try Check.finite(x, "x")
        try Check.finite(y, "y")
        let groups = Clusters(clusters)
        let orders = [RankOrder(x), RankOrder(y)]
        var ranks = [[Double](repeating: 0, count: x.count), [Double](repeating: 0, count: x.count)]
        return try weighted(groups) { counts in
            var total = 0.0
            for side in 0..<2 { total = orders[side].rank(&ranks[side], groups, counts) }
            // Ranks are taken from their mean, half the total, as `rank` gives them.
            var products = SIMD3<Double>.zero
            for (row, cluster) in groups.ofRow.enumerated() where counts[cluster] > 0 {
                let (a, b) = (ranks[0][row], ranks[1][row])
                products += counts[cluster] * SIMD3(a * a, b * b, a * b)
            }
            let scale = (products.x * products.y).squareRoot()
            return scale > 1e-12 * total * total * total ? products.z / scale : nil
        }
    }

    /// The mean of the shares of each outcome class that were predicted; nil where a class is missing.
    ///
    /// Throws for lengths that differ or settings that make no sense.
    public func balancedAccuracy(
        predicted: [Bool],
        outcomes: [Bool],
        clusters: [Int]
    ) throws(StatisticsError) -> BootstrapInterval? {
        try Check.sameLength(predicted.count, "predicted", outcomes.count, "outcomes")
        try Check.sameLength(predicted.count, "predicted", clusters.count, "clusters")
        let groups = Clusters(clusters)
        func sums(_ predicate: (Int) -> Bool) -> [Double] {
            groups.sums(predicted.indices.map { predicate($0) ? 1 : 0 })
        }
        let positives = sums { outcomes[$0] }
        let found = sums { outcomes[$0] && predicted[$0] }
        let negatives = sums { !outcomes[$0] }
        let kept = sums { !outcomes[$0] && !predicted[$0] }
        return try weighted(groups) { counts in
            var total = SIMD4<Double>.zero
            for (cluster, count) in counts.enumerated() {
                total += count * SIMD4(found[cluster], positives[cluster], kept[cluster], negatives[cluster])
            }
            return total.y > 0 && total.w > 0 ? 0.5 * (total.x / total.y + total.z / total.w) : nil
        }
    }
}

/// Rows in ascending order of a column, cut into runs of equal values.
private struct RankOrder {
    let rows: [Int]
    let runs: [Range<Int>]

    init(_ values: [Double]) {
        rows = Ranks.order(values)
        var runs: [Range<Int>] = []
        var start = 0
        for place in rows.indices
        where place + 1 == rows.count || values[rows[place + 1]] != values[rows[place]] {
            runs.append(start..<place + 1)
            start = place + 1
        }
        self.runs = runs
    }

    /// Writes each row's mid-rank among rows with these counts, less half their number; gives their number.
    func rank(_ ranks: inout [Double], _ groups: Clusters, _ counts: [Double]) -> Double {
        var total = 0.0
        for count in groups.ofRow { total += counts[count] }
        var below = 0.0
        for run in runs {
            var weight = 0.0
            for row in rows[run] { weight += counts[groups.ofRow[row]] }
            let shared = below + 0.5 * weight - 0.5 * total
            for row in rows[run] { ranks[row] = shared }
            below += weight
        }
        return total
    }
}
