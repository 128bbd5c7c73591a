extension TrainedBooster {
    /// Returns the prediction for each row: a probability for `.logistic`, else in units of the label.
    ///
    /// - Throws: `BoostingError.columnMismatch` when the columns are not the model's, in its order.
    public func predict(_ rows: DenseRows) throws(BoostingError) -> [Float] {
        try check(rows)
        return forest.values(rows)
    }

    /// Returns the margin of each row: log odds for `.logistic`, else the prediction.
    ///
    /// - Throws: `BoostingError.columnMismatch` when the columns are not the model's, in its order.
    public func predictMargins(_ rows: DenseRows) throws(BoostingError) -> [Float] {
        try check(rows)
        return forest.margins(rows)
    }

    /// Returns how much each column moved each row's margin, by exact path-dependent TreeSHAP.
    ///
    /// The numbers of a row add up to its margin within single-precision rounding.
    ///
    /// - Throws: `BoostingError.columnMismatch` when the columns are not the model's, in its order.
    public func contributions(_ rows: DenseRows) throws(BoostingError) -> Contributions {
        try check(rows)
        return Contributions(
            columns: columns,
            rowCount: rows.rowCount,
            values: paths.contributions(rows)
        )
    }

    /// Returns the columns that some split uses, with the loss that their splits removed, largest first.
    public func gainByColumn() -> [ColumnUse] { usage }

    func check(_ rows: DenseRows) throws(BoostingError) {
        guard rows.columns == columns else {
            throw .columnMismatch(expected: columns, found: rows.columns)
        }
    }
}

/// How a model uses one column.
public struct ColumnUse: Hashable, Sendable {
    /// Name of the column.
    public let column: String
    /// Sum over its splits of the loss that they removed, in XGBoost's units (`total_gain`).
    public let gain: Double
    /// Number of splits on it.
    public let splits: Int

    /// Sums over the splits that can be reached; columns without one are left out.
    static func count(_ trees: some Sequence<ModelDocument.Tree>, columns: [String]) -> [ColumnUse] {
        var gains = [Double](repeating: 0, count: columns.count)
        var splits = [Int](repeating: 0, count: columns.count)
        for tree in trees {
            var stack = [0]
            while let node = stack.popLast() {
                guard tree.left[node] != -1 else { continue }
                let column = Int(tree.column[node])
                gains[column] += Double(tree.gain[node])
                splits[column] += 1
                stack.append(Int(tree.left[node]))
                stack.append(Int(tree.right[node]))
            }
        }
        let used = columns.indices.filter { splits[$0] > 0 }
        let sorted = used.sorted { (gains[$1], $0) < (gains[$0], $1) }
        return sorted.map { ColumnUse(column: columns[$0], gain: gains[$0], splits: splits[$0]) }
    }
}
