/// The ways from root to leaf of all trees, prepared for exact path-dependent TreeSHAP.
///
/// For one leaf the columns on its way play a game: a column in the coalition follows the row (factor 1 or 0),
/// the others follow the training rows (factor: the share of them that goes this way). The Shapley values of these games,
/// times the leaf's value and summed over leaves, are TreeSHAP's contributions (Lundberg et al. 2020,
/// doi:10.1038/s42256-019-0138-9; by leaf as in Mitchell, Frank and Holmes 2022, doi:10.7717/peerj-cs.880). Since
/// a factor is 1 or 0 for the row, all columns that leave the way share one value.
struct ContributionPaths: Hashable, Sendable {
    /// All conditions on one column along the way to one leaf.
    struct Element: Hashable, Sendable {
        var column: UInt32
        /// Whether a missing value goes this way.
        var missingFollows: Bool
        /// The way is taken by `lower <= value < upper`.
        var lower: Float
        var upper: Float
        /// Share of the training rows that go this way at the splits on this column.
        var share: Double
    }

    /// One leaf with its elements, `elements[start..<end]`, none for a tree without splits.
    struct Leaf: Hashable, Sendable {
        var value: Double
        var start: Int
        var end: Int
    }

    private(set) var elements: [Element] = []
    private(set) var leaves: [Leaf] = []
    private(set) var longest = 0
    /// Mean margin over the training rows.
    private(set) var bias: Double

    init(baseMargin: Float) { bias = Double(baseMargin) }

    /// Adds the leaves of one checked tree.
    mutating func append(_ tree: ModelDocument.Tree, _ name: String) throws(BoostingError) {
        guard tree.cover.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
            throw .model("\(name): a sum of second derivatives is negative or not finite")
        }
        var stack: [(node: Int, path: [Element])] = [(0, [])]
        while let (node, path) = stack.popLast() {
            guard let children = try ForestLayout.children(of: node, in: tree, name) else {
                let value = Double(tree.condition[node])
                bias += path.reduce(value) { $0 * $1.share }
                leaves.append(
                    Leaf(value: value, start: elements.count, end: elements.count + path.count)
                )
                elements.append(contentsOf: path)
                longest = max(longest, path.count)
                continue
            }
            stack.append((children.right, Self.extend(path, tree, node, to: children.right, left: false)))
            stack.append((children.left, Self.extend(path, tree, node, to: children.left, left: true)))
        }
    }

    /// The way to a child: a second split on a column narrows the element that is there.
    private static func extend(
        _ path: [Element],
        _ tree: ModelDocument.Tree,
        _ node: Int,
        to child: Int,
        left: Bool
    ) -> [Element] {
        let column = UInt32(tree.column[node])
        let condition = tree.condition[node]
        let total = Double(tree.cover[node])
        let share = total > 0 ? Double(tree.cover[child]) / total : 0
        let missingFollows = (tree.defaultLeft[node] != 0) == left
        var path = path
        let index: Int
        if let known = path.firstIndex(where: { $0.column == column }) {
            index = known
        } else {
            index = path.count
            path.append(
                Element(
                    column: column,
                    missingFollows: true,
                    lower: -.infinity,
                    upper: .infinity,
                    share: 1
                )
            )
        }
        path[index].share *= share
        path[index].missingFollows = path[index].missingFollows && missingFollows
        if left {
            path[index].upper = min(path[index].upper, condition)
        } else {
            path[index].lower = max(path[index].lower, condition)
        }
        return path
    }
}
