/// A run of rows that pooling adjacent violators gives one value.
struct PooledBlock {
    var lowX: Double
    var highX: Double
    var weight: Double
    var sum: Double
    var rows: Int

    var value: Double { sum / weight }

    /// Blocks with strictly rising values, in ascending order of x.
    ///
    /// Throws for lengths that differ, an x that is not finite and negative weights.
    static func pool(x: [Double], y: [Double], weights: [Double]?) throws(StatisticsError) -> [PooledBlock] {
        try Check.sameLength(x.count, "x", y.count, "y")
        try Check.finite(x, "x")
        if let weights {
            try Check.sameLength(x.count, "x", weights.count, "weights")
            try Check.weights(weights, "weights")
        }
        var blocks: [PooledBlock] = []
        var tied: PooledBlock?
        for row in Ranks.order(x) {
            let weight = weights?[row] ?? 1
            guard weight > 0 else { continue }
            if var block = tied, block.lowX == x[row] {
                block.weight += weight
                block.sum += weight * y[row]
                block.rows += 1
                tied = block
            } else {
                if let tied { append(tied, to: &blocks) }
                tied = PooledBlock(lowX: x[row], highX: x[row], weight: weight, sum: weight * y[row], rows: 1)
            }
        }
        if let tied { append(tied, to: &blocks) }
        return blocks
    }

    private static func append(_ block: PooledBlock, to blocks: inout [PooledBlock]) {
        var block = block
        while let last = blocks.last, last.value >= block.value {
            block.lowX = last.lowX
            block.weight += last.weight
            block.sum += last.sum
            block.rows += last.rows
            blocks.removeLast()
        }
        blocks.append(block)
    }
}
