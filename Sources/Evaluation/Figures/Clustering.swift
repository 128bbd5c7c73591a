/// Rows divided into clusters, numbered in ascending order of their id.
struct Clustering {
    /// The cluster of each row.
    let ofRow: [Int]
    /// Number of clusters.
    let count: Int

    init<ID: Hashable & Comparable>(_ ids: [ID]) {
        var numbers: [ID: Int] = [:]
        for (number, id) in Set(ids).sorted().enumerated() { numbers[id] = number }
        ofRow = ids.map { numbers[$0] ?? 0 }
        count = numbers.count
    }

    private init(ofRow: [Int], count: Int) {
        self.ofRow = ofRow
        self.count = count
    }

    /// The same rows in another order.
    func reordered(_ order: [Int]) -> Clustering {
        Clustering(ofRow: order.map { ofRow[$0] }, count: count)
    }

    /// Number of clusters that some rows belong to.
    func count(of rows: [Int]) -> Int {
        var isSeen = [Bool](repeating: false, count: count)
        var seen = 0
        for row in rows where !isSeen[ofRow[row]] {
            isSeen[ofRow[row]] = true
            seen += 1
        }
        return seen
    }
}

/// A number for a text that is the same in every process (FNV-1a, 64 bits).
enum KeyHash {
    static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
