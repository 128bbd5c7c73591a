/// Column sums of resampled clusters: every column of one population in one pass.
///
/// A resample draws as many clusters as there are, with replacement, and adds up their columns. All figures of a population
/// share the draws, which makes hundreds of intervals affordable. Sums are single precision: they carry the spread
/// of a figure, not the figure itself.
struct ClusterSums {
    /// Number of resamples.
    let resamples: Int
    /// Number of columns.
    let columnCount: Int
    /// The sums of a column over all resamples stand together.
    private var sums: [Float]

    /// Draws the resamples.
    ///
    /// `clusterOfRow` numbers the clusters from 0; each column has one value per row.
    init(
        columns: [[Double]],
        clusterOfRow: [Int],
        clusterCount: Int,
        resamples: Int,
        generator: inout some RandomNumberGenerator
    ) {
        self.resamples = resamples
        columnCount = columns.count
        let width = (columns.count + 15) / 16
        sums = [Float](repeating: 0, count: width * 16 * resamples)
        let clusters = Self.totals(columns, clusterOfRow, clusterCount, width)
        var drawn = [Int](repeating: 0, count: clusterCount)
        for resample in 0..<resamples {
            Self.draw(into: &drawn, using: &generator)
            for position in drawn.indices { drawn[position] *= width }
            clusters.withUnsafeBufferPointer { clusters in
                sums.withUnsafeMutableBufferPointer { sums in
                    Self.add(clusters, at: drawn, width: width) { block, sum in
                        for lane in 0..<16 { sums[(block * 16 + lane) * resamples + resample] = sum[lane] }
                    }
                }
            }
        }
    }

    /// One column's sum in one resample.
    func sum(_ column: Int, in resample: Int) -> Double {
        Double(sums[column * resamples + resample])
    }

    /// Appends the ratio of two columns in each resample in which the lower one is above zero.
    func appendRatios(_ above: Int, _ below: Int, to draws: inout [Double]) {
        for resample in 0..<resamples {
            let divisor = sums[below * resamples + resample]
            if divisor > 0 { draws.append(Double(sums[above * resamples + resample]) / Double(divisor)) }
        }
    }

    /// Adds up the drawn clusters, two vectors at a time: one alone would wait for its own additions.
    private static func add(
        _ clusters: UnsafeBufferPointer<SIMD16<Float>>,
        at starts: [Int],
        width: Int,
        _ store: (Int, SIMD16<Float>) -> Void
    ) {
        var block = 0
        while block + 1 < width {
            var first = SIMD16<Float>.zero
            var second = SIMD16<Float>.zero
            for start in starts {
                first += clusters[start + block]
                second += clusters[start + block + 1]
            }
            store(block, first)
            store(block + 1, second)
            block += 2
        }
        guard block < width else { return }
        var last = SIMD16<Float>.zero
        for start in starts { last += clusters[start + block] }
        store(block, last)
    }

    /// Numbers 0..<count drawn with replacement, two from each 64 random bits; the bias of the multiplication is
    /// below one part in 2^32 / count.
    private static func draw(into drawn: inout [Int], using generator: inout some RandomNumberGenerator) {
        let count = UInt64(drawn.count)
        var position = 0
        while position < drawn.count {
            let bits = generator.next()
            drawn[position] = Int(((bits >> 32) &* count) >> 32)
            position += 1
            guard position < drawn.count else { return }
            drawn[position] = Int(((bits & 0xffff_ffff) &* count) >> 32)
            position += 1
        }
    }

    /// Column sums of each cluster, padded to whole vectors.
    private static func totals(
        _ columns: [[Double]],
        _ clusterOfRow: [Int],
        _ clusterCount: Int,
        _ width: Int
    ) -> [SIMD16<Float>] {
        var totals = [SIMD16<Float>](repeating: .zero, count: clusterCount * width)
        var sums = [Double](repeating: 0, count: clusterCount)
        for (index, column) in columns.enumerated() {
            for cluster in sums.indices { sums[cluster] = 0 }
            for (row, value) in column.enumerated() where value != 0 { sums[clusterOfRow[row]] += value }
            let (block, lane) = index.quotientAndRemainder(dividingBy: 16)
            for cluster in 0..<clusterCount { totals[cluster * width + block][lane] = Float(sums[cluster]) }
        }
        return totals
    }
}
