/// A trained model as a value: XGBoost's own bytes, and its trees ready to predict.
///
/// Nothing here calls XGBoost: loading reads the bytes, predicting and explaining walk the trees. A value may be used
/// from any thread.
public struct TrainedBooster: Sendable {
    /// The artefact: XGBoost's UBJSON or JSON, exactly as it was saved or given.
    public let model: [UInt8]
    /// Column names in order, as stored inside the model.
    public let columns: [String]
    /// What the trees were grown for.
    public let objective: BoosterParameters.Objective
    /// The prediction before the first tree, in units of the label.
    public let baseScore: Float
    /// Number of trees in the artefact.
    public let roundsTrained: Int
    /// Zero-based round that early stopping chose.
    ///
    /// Predictions use the trees up to it; nil means that all trees predict.
    public let bestIteration: Int?
    /// Metric on the validation rows at that round.
    public let bestScore: Double?
    /// Metric on the validation rows after each round; empty without them and after loading.
    public let validationHistory: [Double]
    /// The trees that predict.
    public let forest: FlatForest

    let paths: ContributionPaths
    let usage: [ColumnUse]

    /// Number of splits in the trees that predict.
    public var splitCount: Int { forest.splitCount }

    /// Whether every row gets the same prediction: nothing was learnt, and the model must not be used.
    public var isConstant: Bool { forest.isConstant }

    /// Loads a model from XGBoost's UBJSON or JSON.
    ///
    /// - Throws: `BoostingError.model` when the bytes are empty, truncated, corrupt, or hold a model with another
    ///   objective, categorical splits, several outputs or no column names.
    public init(model: [UInt8]) throws(BoostingError) {
        try self.init(model: model, history: [])
    }

    /// Loads a model and checks that it was trained on the given columns, in that order.
    ///
    /// - Throws: `BoostingError.model`, or `.columnMismatch` when the names or their order differ.
    public init(model: [UInt8], columns expected: [String]) throws(BoostingError) {
        try self.init(model: model)
        guard columns == expected else { throw .columnMismatch(expected: columns, found: expected) }
    }

    init(model: [UInt8], history: [Double]) throws(BoostingError) {
        let document = try ModelDocument(bytes: model)
        let best = try Self.bestIteration(document)
        let trees = document.trees.prefix(best.map { $0 + 1 } ?? document.trees.count)
        let forest = try FlatForest(
            trees: trees,
            columnCount: document.columnCount,
            baseScore: document.baseScore,
            objective: document.objective
        )
        var paths = ContributionPaths(baseMargin: forest.baseMargin)
        for (index, tree) in trees.enumerated() { try paths.append(tree, "tree \(index)") }
        self.model = model
        columns = document.columns
        objective = document.objective
        baseScore = document.baseScore
        roundsTrained = document.trees.count
        bestIteration = best
        bestScore = document.attributes[ModelAttribute.bestScore].flatMap { Double($0) }
        validationHistory = history
        self.forest = forest
        self.paths = paths
        usage = ColumnUse.count(trees, columns: document.columns)
    }

    private static func bestIteration(_ document: ModelDocument) throws(BoostingError) -> Int? {
        guard let text = document.attributes[ModelAttribute.bestIteration] else { return nil }
        guard let best = Int(text), document.trees.indices.contains(best) else {
            throw .model("best_iteration is \(text) in a model of \(document.trees.count) trees")
        }
        return best
    }
}

/// Keys of the texts that a model carries; XGBoost's Python package uses the same two.
enum ModelAttribute {
    static let bestIteration = "best_iteration"
    static let bestScore = "best_score"
}
