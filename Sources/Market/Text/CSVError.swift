/// Why text could not be read as comma-separated values.
public enum CSVError: Error, Hashable, Sendable {
    /// The file holds no line.
    case empty
    /// The first line is not UTF-8 text, or holds bytes that no text has.
    case notText
    /// A quoted field that starts on this line has no closing quote.
    case unterminatedQuote(line: Int)
    /// A field goes on behind its closing quote.
    case textAfterQuote(line: Int)

    /// The line of the error, from 1; nil where the whole file is refused.
    public var line: Int? {
        switch self {
        case .empty, .notText: nil
        case .unterminatedQuote(let line), .textAfterQuote(let line): line
        }
    }
}

extension CSVError: CustomStringConvertible {
    /// What is wrong, without the line.
    public var reason: String {
        switch self {
        case .empty: "the file is empty; a heading line with column names is needed"
        case .notText: "the file is not UTF-8 text with a heading line of column names"
        case .unterminatedQuote: "a quoted field has no closing quote"
        case .textAfterQuote: "text after the closing quote of a field"
        }
    }

    /// What is wrong, and on which line.
    public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
