/// Rows of features in declared column order.
///
/// Missing values are NaN. Values are Float since that is what the boosters read.
public struct FeatureMatrix: Sendable, Equatable {
    /// Column names in declared order.
    public let names: [String]
    /// Row-major values; `values.count == rowCount * names.count`.
    public private(set) var values: [Float]
    /// Number of rows.
    public private(set) var rowCount: Int

    /// Creates a matrix from row-major values.
    public init(names: [String], values: [Float] = []) {
        precondition(!names.isEmpty && values.count % names.count == 0, "values do not fill whole rows")
        self.names = names
        self.values = values
        rowCount = values.count / names.count
    }

    /// Number of columns.
    public var columnCount: Int { names.count }

    /// One row's values.
    public func row(_ index: Int) -> ArraySlice<Float> {
        values[index * columnCount..<(index + 1) * columnCount]
    }

    /// Adds a row of `columnCount` values.
    public mutating func append(_ row: some Collection<Float>) {
        precondition(
            row.count == columnCount,
            "row has \(row.count) values, the matrix \(columnCount) columns"
        )
        values.append(contentsOf: row)
        rowCount += 1
    }

    /// A matrix of the named rows, in the given order.
    public func selecting(rows: [Int]) -> FeatureMatrix {
        var selected: [Float] = []
        selected.reserveCapacity(rows.count * columnCount)
        for index in rows { selected.append(contentsOf: row(index)) }
        return FeatureMatrix(names: names, values: selected)
    }
}
