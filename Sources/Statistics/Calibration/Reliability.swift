/// Reliability diagrams and the expected calibration error.
///
/// Bins are cut as by scikit-learn's `calibration_curve`.
public enum Reliability {
    /// The bins that hold forecasts, in ascending order; empty without rows.
    ///
    /// Throws for lengths that differ, values outside 0...1, a count below 1 or a confidence outside 0...1.
    public static func bins(
        _ probabilities: [Double],
        outcomes: [Bool],
        count: Int = 10,
        strategy: BinningStrategy,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> [ReliabilityBin] {
        try ProbabilityScore.check(probabilities, outcomes)
        let binning = try Binning(probabilities, count: count, strategy: strategy)
        var sums = [Double](repeating: 0, count: count)
        var sizes = [Int](repeating: 0, count: count)
        var hits = sizes
        for (row, bin) in binning.ofRow.enumerated() {
            sums[bin] += probabilities[row]
            sizes[bin] += 1
            hits[bin] += outcomes[row] ? 1 : 0
        }
        var bins: [ReliabilityBin] = []
        for bin in 0..<count where sizes[bin] > 0 {
            let interval = try ProportionInterval.wilson(
                successes: hits[bin],
                trials: sizes[bin],
                confidence: confidence
            )
            guard let interval else { continue }
            bins.append(
                ReliabilityBin(
                    lowerEdge: binning.edges[bin],
                    upperEdge: binning.edges[bin + 1],
                    n: sizes[bin],
                    meanPredicted: sums[bin] / Double(sizes[bin]),
                    observedFrequency: Double(hits[bin]) / Double(sizes[bin]),
                    interval: interval
                )
            )
        }
        return bins
    }

    /// The mean over rows of |mean forecast - share of true outcomes| of their bin; nil without rows.
    ///
    /// It is above zero for calibrated forecasts too, the more the fewer rows: read it beside
    /// ``CalibrationErrorTest``. Throws for lengths that differ, values outside 0...1 or a count below 1.
    public static func expectedCalibrationError(
        _ probabilities: [Double],
        outcomes: [Bool],
        count: Int = 10,
        strategy: BinningStrategy
    ) throws(StatisticsError) -> Double? {
        try ProbabilityScore.check(probabilities, outcomes)
        guard !probabilities.isEmpty else { return nil }
        let binning = try Binning(probabilities, count: count, strategy: strategy)
        return binning.error(probabilities, count) { outcomes[$0] }
    }
}

/// The bin of each forecast.
struct Binning {
    let edges: [Double]
    let ofRow: [Int]

    init(_ probabilities: [Double], count: Int, strategy: BinningStrategy) throws(StatisticsError) {
        try Check.atLeast(1, count, "count")
        let step = 1 / Double(count)
        var edges = (0...count).map { $0 == count ? 1 : Double($0) * step }
        if strategy == .equalCount {
            let sorted = probabilities.sorted()
            edges = edges.map { Quantile.ofSorted(sorted, $0) ?? $0 }
        }
        self.edges = edges
        ofRow = probabilities.map { value in
            var low = 0
            var high = count - 1
            while low < high {
                let middle = (low + high) / 2
                if edges[middle + 1] < value { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// The expected calibration error for outcomes given by row.
    func error(_ probabilities: [Double], _ count: Int, _ outcome: (Int) -> Bool) -> Double {
        var gaps = [Double](repeating: 0, count: count)
        for (row, bin) in ofRow.enumerated() {
            gaps[bin] += probabilities[row] - (outcome(row) ? 1 : 0)
        }
        return gaps.reduce(0) { $0 + abs($1) } / Double(ofRow.count)
    }
}
