/// Copies XGBoost's trees into the flat order of `FlatForest`, checking every index on the way.
struct ForestLayout {
    private(set) var nodes: [FlatForest.Node] = []
    private(set) var roots: [UInt32] = []
    private(set) var splitCount = 0
    private(set) var depth = 0
    private(set) var isConstant = true

    private let columnCount: Int

    init(columnCount: Int) { self.columnCount = columnCount }

    /// Appends one tree breadth first, which puts the children of a split side by side.
    mutating func append(_ tree: ModelDocument.Tree) throws(BoostingError) {
        let name = "tree \(roots.count)"
        roots.append(UInt32(nodes.count))
        var queue = [(source: 0, level: 0)]
        var next = 0
        let start = nodes.count
        var firstLeaf: Float?
        while next < queue.count {
            let (source, level) = queue[next]
            let index = UInt32(start + next)
            next += 1
            guard let children = try Self.children(of: source, in: tree, name) else {
                let value = tree.condition[source]
                guard value.isFinite else { throw .model("\(name), node \(source): leaf \(value)") }
                if let firstLeaf { isConstant = isConstant && firstLeaf == value } else { firstLeaf = value }
                nodes.append(
                    FlatForest.Node(condition: 0, leaf: value, child: index, columnAndFlags: 0)
                )
                continue
            }
            guard queue.count + 2 <= tree.nodeCount else {
                throw .model("\(name), node \(source): a node is reached twice")
            }
            nodes.append(
                FlatForest.Node(
                    condition: tree.condition[source],
                    leaf: 0,
                    child: UInt32(start + queue.count),
                    columnAndFlags: try flags(of: source, in: tree, name)
                )
            )
            queue.append((children.left, level + 1))
            queue.append((children.right, level + 1))
            splitCount += 1
            depth = max(depth, level + 1)
        }
    }

    /// The two children of a split, checked; nil for a leaf.
    static func children(
        of node: Int,
        in tree: ModelDocument.Tree,
        _ name: String
    ) throws(BoostingError) -> (left: Int, right: Int)? {
        let left = tree.left[node]
        let right = tree.right[node]
        if left == -1, right == -1 { return nil }
        let inside = 1..<Int64(tree.nodeCount)
        guard inside.contains(left), inside.contains(right), left != right else {
            throw .model("\(name), node \(node): children \(left) and \(right) of \(tree.nodeCount) nodes")
        }
        return (Int(left), Int(right))
    }

    private func flags(
        of node: Int,
        in tree: ModelDocument.Tree,
        _ name: String
    ) throws(BoostingError) -> UInt32 {
        let column = tree.column[node]
        guard (0..<Int64(columnCount)).contains(column) else {
            throw .model("\(name), node \(node): column \(column) of \(columnCount)")
        }
        guard !tree.condition[node].isNaN else { throw .model("\(name), node \(node): condition is NaN") }
        let missing = tree.defaultLeft[node] == 0 ? FlatForest.Node.missingGoesRight : 0
        return UInt32(column) | FlatForest.Node.isSplit | missing
    }
}
