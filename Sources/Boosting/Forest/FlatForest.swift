import Foundation

/// The trees of a model in one flat array, walked without XGBoost and without allocating.
///
/// Margins equal XGBoost's bit for bit: the walk starts at the base margin and adds each tree's leaf in single
/// precision, in tree order; a value below the condition goes left, NaN goes to the split's default side.
public struct FlatForest: Hashable, Sendable {
    /// One node of a tree.
    ///
    /// Children of a split are neighbours. A leaf is its own child, so walks have a fixed length.
    struct Node: Hashable, Sendable {
        /// The split condition; unused in a leaf.
        var condition: Float
        /// The leaf's value; unused in a split.
        var leaf: Float
        /// Index of the left child, which the right one follows; a leaf's own index.
        var child: UInt32
        /// Column, with `isSplit` and `missingGoesRight` in the top bits.
        var columnAndFlags: UInt32

        static let isSplit: UInt32 = 1 << 31
        static let missingGoesRight: UInt32 = 1 << 30
        static let columnMask: UInt32 = (1 << 30) - 1
    }

    /// Number of values in a row.
    public let columnCount: Int
    /// The margin before the first tree: the base score, or its log odds for `.logistic`.
    public let baseMargin: Float
    /// What the trees were grown for; decides how a margin becomes a value.
    public let objective: BoosterParameters.Objective
    /// Number of splits in all trees.
    public let splitCount: Int
    /// Longest way from a root to a leaf, in splits.
    public let depth: Int
    /// Whether every row gets the same prediction: no tree has two different leaves.
    public let isConstant: Bool

    let nodes: [Node]
    let roots: [UInt32]

    /// Number of trees.
    public var treeCount: Int { roots.count }

    /// Lays out checked trees.
    ///
    /// - Throws: `BoostingError.model` when a child or a column is out of range, a node is reached twice, or a
    ///   number is not finite.
    init(
        trees: some Sequence<ModelDocument.Tree>,
        columnCount: Int,
        baseScore: Float,
        objective: BoosterParameters.Objective
    ) throws(BoostingError) {
        var layout = ForestLayout(columnCount: columnCount)
        for tree in trees { try layout.append(tree) }
        self.columnCount = columnCount
        self.objective = objective
        baseMargin = Self.margin(ofBaseScore: baseScore, objective)
        splitCount = layout.splitCount
        depth = layout.depth
        isConstant = layout.isConstant
        nodes = layout.nodes
        roots = layout.roots
    }

    static func margin(ofBaseScore score: Float, _ objective: BoosterParameters.Objective) -> Float {
        objective == .logistic ? -log(1 / score - 1) : score
    }
}
