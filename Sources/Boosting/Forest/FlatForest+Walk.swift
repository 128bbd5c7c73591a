/// Walks go four at a time: the processor works on one while another waits for memory. Since a leaf is its own
/// child, a walk takes the same number of steps whatever the tree's shape, without a branch to mispredict.
extension FlatForest {
    /// Rows that stay in the nearest cache while all trees pass over them.
    private static let blockSize = 64

    /// Returns one row's margin, four trees at a time.
    func margin(checking row: UnsafeBufferPointer<Float>) -> Float {
        precondition(row.count == columnCount, "\(row.count) values, \(columnCount) expected")
        return unsafe nodes.withUnsafeBufferPointer { nodes in
            unsafe roots.withUnsafeBufferPointer { roots in
                guard let first = nodes.baseAddress, let values = row.baseAddress else { return baseMargin }
                return unsafe margin(first, roots, values)
            }
        }
    }

    private func margin(
        _ nodes: UnsafePointer<Node>,
        _ roots: UnsafeBufferPointer<UInt32>,
        _ values: UnsafePointer<Float>
    ) -> Float {
        var margin = baseMargin
        var tree = 0
        while tree + 4 <= roots.count {
            var a = unsafe Int(roots[tree])
            var b = unsafe Int(roots[tree + 1])
            var c = unsafe Int(roots[tree + 2])
            var d = unsafe Int(roots[tree + 3])
            for _ in 0..<depth {
                a = unsafe Self.step(nodes, a, values)
                b = unsafe Self.step(nodes, b, values)
                c = unsafe Self.step(nodes, c, values)
                d = unsafe Self.step(nodes, d, values)
            }
            margin += unsafe nodes[a].leaf
            margin += unsafe nodes[b].leaf
            margin += unsafe nodes[c].leaf
            margin += unsafe nodes[d].leaf
            tree += 4
        }
        while tree < roots.count {
            margin += unsafe leaf(nodes, Int(roots[tree]), values)
            tree += 1
        }
        return margin
    }

    /// Adds each tree's leaf to each row's margin in tree order, four rows at a time.
    func addLeaves(for rows: DenseRows, to margins: inout [Float]) {
        unsafe rows.values.withUnsafeBufferPointer { values in
            unsafe nodes.withUnsafeBufferPointer { nodes in
                unsafe margins.withUnsafeMutableBufferPointer { margins in
                    guard let first = nodes.baseAddress, let start = values.baseAddress else { return }
                    for low in stride(from: 0, to: margins.count, by: Self.blockSize) {
                        let high = min(low + Self.blockSize, margins.count)
                        for root in roots { unsafe add(first, Int(root), start, to: margins, low, high) }
                    }
                }
            }
        }
    }

    private func add(
        _ nodes: UnsafePointer<Node>,
        _ root: Int,
        _ start: UnsafePointer<Float>,
        to margins: UnsafeMutableBufferPointer<Float>,
        _ low: Int,
        _ high: Int
    ) {
        let width = columnCount
        var row = low
        while row + 4 <= high {
            let values = unsafe start + row * width
            var a = root
            var b = root
            var c = root
            var d = root
            for _ in 0..<depth {
                a = unsafe Self.step(nodes, a, values)
                b = unsafe Self.step(nodes, b, values + width)
                c = unsafe Self.step(nodes, c, values + 2 * width)
                d = unsafe Self.step(nodes, d, values + 3 * width)
            }
            unsafe margins[row] += nodes[a].leaf
            unsafe margins[row + 1] += nodes[b].leaf
            unsafe margins[row + 2] += nodes[c].leaf
            unsafe margins[row + 3] += nodes[d].leaf
            row += 4
        }
        while row < high {
            unsafe margins[row] += leaf(nodes, root, start + row * width)
            row += 1
        }
    }

    private func leaf(
        _ nodes: UnsafePointer<Node>,
        _ root: Int,
        _ values: UnsafePointer<Float>
    ) -> Float {
        var node = root
        for _ in 0..<depth { node = unsafe Self.step(nodes, node, values) }
        return unsafe nodes[node].leaf
    }

    /// Moves from a node to the child that the row's value chooses; a leaf stays where it is.
    @inline(__always)
    private static func step(
        _ nodes: UnsafePointer<Node>,
        _ index: Int,
        _ values: UnsafePointer<Float>
    ) -> Int {
        let node = unsafe nodes[index]
        let flags = node.columnAndFlags
        let value = unsafe values[Int(truncatingIfNeeded: flags & Node.columnMask)]
        let notBelow: UInt32 = value < node.condition ? 0 : 1
        // Missing: 1 when the split sends it right. A leaf has both flags clear.
        let right = value.isNaN ? flags >> 30 & 1 : notBelow & flags >> 31
        return Int(truncatingIfNeeded: node.child &+ right)
    }
}
