import Features

extension ColumnRange {
    /// The range of each column of a matrix.
    static func ranges(of matrix: FeatureMatrix) -> [ColumnRange] {
        var lowest = [Float](repeating: .infinity, count: matrix.columnCount)
        var highest = [Float](repeating: -.infinity, count: matrix.columnCount)
        var wasMissing = [Bool](repeating: false, count: matrix.columnCount)
        var column = 0
        for value in matrix.values {
            if value.isNaN {
                wasMissing[column] = true
            } else {
                lowest[column] = min(lowest[column], value)
                highest[column] = max(highest[column], value)
            }
            column = column + 1 == matrix.columnCount ? 0 : column + 1
        }
        return lowest.indices.map { index in
            let seen = lowest[index] <= highest[index]
            return ColumnRange(
                lowest: seen ? lowest[index] : nil,
                highest: seen ? highest[index] : nil,
                wasMissing: wasMissing[index]
            )
        }
    }
}
