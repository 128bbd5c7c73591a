import Foundation

extension FlatForest {
    /// Returns the margin of one row of `columnCount` values: log odds for `.logistic`, else the prediction.
    ///
    /// A value may be infinite here; NaN is missing.
    public func margin(_ row: [Float]) -> Float {
        unsafe row.withUnsafeBufferPointer { unsafe margin(checking: $0) }
    }

    /// Returns the margin of one row of a larger array.
    public func margin(_ row: ArraySlice<Float>) -> Float {
        unsafe row.withUnsafeBufferPointer { unsafe margin(checking: $0) }
    }

    /// Returns the prediction for one row: a probability for `.logistic`, else the margin.
    public func value(_ row: [Float]) -> Float { value(ofMargin: margin(row)) }

    /// Returns the prediction for one row of a larger array.
    public func value(_ row: ArraySlice<Float>) -> Float { value(ofMargin: margin(row)) }

    /// Turns a margin into a prediction as XGBoost does, in single precision.
    public func value(ofMargin margin: Float) -> Float {
        guard objective == .logistic else { return margin }
        return 1 / (exp(min(-margin, 88.7)) + 1 + 1e-16)
    }

    /// Returns the margins of all rows.
    ///
    /// Columns are matched by position; `TrainedBooster.predictMargins` checks their names.
    public func margins(_ rows: DenseRows) -> [Float] {
        precondition(rows.columnCount == columnCount, "\(rows.columnCount) columns, \(columnCount) expected")
        var margins = [Float](repeating: baseMargin, count: rows.rowCount)
        addLeaves(for: rows, to: &margins)
        return margins
    }

    /// Returns the predictions for all rows.
    public func values(_ rows: DenseRows) -> [Float] {
        var values = margins(rows)
        guard objective == .logistic else { return values }
        for index in values.indices { values[index] = value(ofMargin: values[index]) }
        return values
    }
}
