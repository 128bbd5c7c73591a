/// How much each column moved each prediction, in margin units (log odds for `.logistic`).
public struct Contributions: Hashable, Sendable {
    /// Column names; a row holds one number for each, then the bias.
    public let columns: [String]
    /// Number of rows.
    public let rowCount: Int
    /// `rowCount * (columns.count + 1)` values, row-major; the numbers of a row add up to its margin.
    public let values: [Double]

    /// The numbers of one row, the bias last.
    public func row(_ index: Int) -> ArraySlice<Double> {
        let width = columns.count + 1
        return values[index * width..<(index + 1) * width]
    }

    /// The mean prediction over the training rows, from which the columns' contributions start.
    public func bias(_ index: Int) -> Double { values[(index + 1) * (columns.count + 1) - 1] }
}
