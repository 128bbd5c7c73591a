/// Why one row of a file was left out; the other rows are kept.
public struct RowProblem: Error, Hashable, Sendable {
    /// The line on which the row starts, from 1.
    public let line: Int
    /// The column at fault, where it is one.
    public let column: String?
    /// The value that was refused, shortened to 80 characters.
    public let value: String?
    /// What is wrong and what is accepted.
    public let reason: String

    /// Creates a problem.
    public init(line: Int, column: String? = nil, value: String? = nil, reason: String) {
        self.line = line
        self.column = column
        self.value = value.map { $0.count > 80 ? $0.prefix(79) + "…" : $0 }
        self.reason = reason
    }
}

extension RowProblem: CustomStringConvertible {
    /// Line, column, value and reason in one sentence.
    public var description: String {
        var text = "line \(line)"
        if let column { text += ", \(column)" }
        if let value { text += " '\(value)'" }
        return text + ": " + reason
    }
}
