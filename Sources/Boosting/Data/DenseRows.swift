/// A matrix of numbers with named columns, row after row.
///
/// A missing value is NaN. Infinities are refused, since XGBoost has no place for them.
public struct DenseRows: Hashable, Sendable {
    /// Column names, unique, in matrix order.
    public let columns: [String]
    /// `rowCount * columns.count` values, row-major.
    public let values: [Float]
    /// Number of rows, zero allowed.
    public let rowCount: Int

    /// Number of columns, at least one.
    public var columnCount: Int { columns.count }

    /// Checks and stores a matrix.
    ///
    /// - Parameters:
    ///   - columns: at least one name; unique, not empty, without `[`, `]`, `<` or control characters
    ///     (XGBoost's own tools refuse those).
    ///   - values: row-major, a multiple of the number of columns; finite or NaN.
    /// - Throws: `BoostingError.columns` or `.rows`, naming the first offender.
    public init(columns: [String], values: [Float]) throws(BoostingError) {
        try ColumnNames.check(columns)
        guard values.count.isMultiple(of: columns.count) else {
            throw .rows("\(values.count) values do not fill rows of \(columns.count) columns")
        }
        if let bad = values.firstIndex(where: \.isInfinite) {
            let (row, column) = bad.quotientAndRemainder(dividingBy: columns.count)
            throw .rows(
                "row \(row), column \"\(columns[column])\" is \(values[bad]); accepted: finite, or NaN if missing"
            )
        }
        self.init(trusted: columns, values: values)
    }

    private init(trusted columns: [String], values: [Float]) {
        self.columns = columns
        self.values = values
        rowCount = values.count / columns.count
    }

    /// The values of one row, `columnCount` of them.
    public func row(_ index: Int) -> ArraySlice<Float> {
        values[index * columnCount..<(index + 1) * columnCount]
    }

    /// The values of one column, `rowCount` of them.
    public func column(_ index: Int) -> [Float] {
        precondition(columns.indices.contains(index), "column \(index) of \(columnCount)")
        return stride(from: index, to: values.count, by: columnCount).map { values[$0] }
    }

    /// The rows at the given indices, in that order; an index may occur more than once.
    public func selecting(_ rows: [Int]) -> DenseRows {
        var picked: [Float] = []
        picked.reserveCapacity(rows.count * columnCount)
        for index in rows { picked.append(contentsOf: row(index)) }
        return DenseRows(trusted: columns, values: picked)
    }
}

/// The rules for column names, shared by matrices and loaded models.
enum ColumnNames {
    /// Characters that XGBoost's own tools do not allow in a feature name.
    static let forbidden: Set<Character> = ["[", "]", "<"]

    static func check(_ columns: [String]) throws(BoostingError) {
        guard !columns.isEmpty else { throw .columns("there are none; accepted: at least one") }
        var seen: Set<String> = []
        for (index, name) in columns.enumerated() {
            guard !name.isEmpty else { throw .columns("column \(index) has an empty name") }
            guard seen.insert(name).inserted else { throw .columns("\"\(name)\" occurs twice") }
            let control = name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
            guard !control, !name.contains(where: forbidden.contains) else {
                throw .columns(
                    "\(name.debugDescription) is no name; accepted: no [, ], < or control characters"
                )
            }
        }
    }
}
