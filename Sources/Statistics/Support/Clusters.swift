/// Rows grouped by cluster id, clusters in ascending order so that the order of rows does not matter.
struct Clusters {
    /// The position of each row's cluster, 0..<count.
    let ofRow: [Int]
    /// Number of different ids.
    let count: Int

    init(_ ids: [Int]) {
        var unique = ids
        unique.sort()
        var kept = 0
        for index in unique.indices where index == 0 || unique[index] != unique[kept - 1] {
            unique[kept] = unique[index]
            kept += 1
        }
        count = kept
        guard kept > 0 else {
            ofRow = []
            return
        }
        // Days and company numbers are dense: a table finds them at once; other ids go through a dictionary.
        let first = unique[0]
        let (span, overflow) = unique[kept - 1].subtractingReportingOverflow(first)
        if !overflow, span < 16 * ids.count + 1024 {
            var table = [Int](repeating: 0, count: span + 1)
            for position in 0..<kept { table[unique[position] - first] = position }
            ofRow = ids.map { table[$0 - first] }
        } else {
            var table: [Int: Int] = [:]
            table.reserveCapacity(kept)
            for position in 0..<kept { table[unique[position]] = position }
            ofRow = ids.map { table[$0] ?? 0 }
        }
    }

    /// The sum of a column over each cluster.
    func sums(_ values: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for (row, value) in values.enumerated() { sums[ofRow[row]] += value }
        return sums
    }

    /// The number of rows of each cluster.
    var sizes: [Int] {
        var sizes = [Int](repeating: 0, count: count)
        for cluster in ofRow { sizes[cluster] += 1 }
        return sizes
    }

    /// The rows of each cluster in ascending order.
    var rows: [[Int]] {
        var rows = [[Int]](repeating: [], count: count)
        for (row, cluster) in ofRow.enumerated() { rows[cluster].append(row) }
        return rows
    }
}
