/// Rows with the value to learn for each, and optionally a weight.
public struct LabelledRows: Hashable, Sendable {
    /// The features.
    public let rows: DenseRows
    /// One finite target a row.
    public let labels: [Float]
    /// One finite weight a row, none negative and not all zero; nil counts every row once.
    public let weights: [Float]?

    /// Checks and stores labelled rows.
    ///
    /// - Throws: `BoostingError.labels` when there are no rows, when counts differ, or when a label or a
    ///   weight is out of range; that a label suits the objective is checked when training.
    public init(rows: DenseRows, labels: [Float], weights: [Float]? = nil) throws(BoostingError) {
        guard rows.rowCount > 0 else { throw .labels("there are no rows; accepted: at least one") }
        guard labels.count == rows.rowCount else {
            throw .labels("\(labels.count) labels for \(rows.rowCount) rows")
        }
        if let bad = labels.firstIndex(where: { !$0.isFinite }) {
            throw .labels("label \(bad) is \(labels[bad]); accepted: finite")
        }
        if let weights {
            guard weights.count == rows.rowCount else {
                throw .labels("\(weights.count) weights for \(rows.rowCount) rows")
            }
            if let bad = weights.firstIndex(where: { !($0.isFinite && $0 >= 0) }) {
                throw .labels("weight \(bad) is \(weights[bad]); accepted: finite, 0 or more")
            }
            guard weights.contains(where: { $0 > 0 }) else {
                throw .labels("all weights are 0; accepted: at least one above 0")
            }
        }
        self.rows = rows
        self.labels = labels
        self.weights = weights
    }

    /// The labelled rows at the given indices, in that order.
    ///
    /// - Throws: `BoostingError.labels` when nothing, or nothing of positive weight, is selected.
    public func selecting(_ indices: [Int]) throws(BoostingError) -> LabelledRows {
        let picked = indices.map { labels[$0] }
        let pickedWeights = weights.map { all in indices.map { all[$0] } }
        return try LabelledRows(rows: rows.selecting(indices), labels: picked, weights: pickedWeights)
    }

    /// Refuses labels that the objective cannot learn from.
    func check(for objective: BoosterParameters.Objective) throws(BoostingError) {
        guard objective == .logistic else { return }
        if let bad = labels.firstIndex(where: { !(0...1).contains($0) }) {
            throw .labels("label \(bad) is \(labels[bad]); \(objective.rawValue) accepts 0...1")
        }
    }
}
