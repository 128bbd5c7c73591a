/// Why a price file is refused as a whole.
public enum PriceFileError: Error, Hashable, Sendable {
    /// The file is empty.
    case empty
    /// The file is not text in a form that is understood.
    case unreadable(reason: String)
    /// Columns that no price file can do without are not there.
    case missingColumns(needed: [String], found: [String])
    /// Neither a column nor the file's name says whose prices these are.
    case noTicker
    /// A row that is not one of a day.
    case notDaily(detail: String)
    /// The source answered with an error instead of prices.
    case refusedBySource(message: String)
}

extension PriceFileError: CustomStringConvertible {
    /// What is wrong and what is accepted.
    public var description: String {
        switch self {
        case .empty: "the file is empty"
        case .unreadable(let reason): "not a price file (CSV, JSON Lines or Yahoo chart JSON): \(reason)"
        case .missingColumns(let needed, let found):
            "no column \(needed.joined(separator: ", ")); the file has \(found.joined(separator: ", "))"
        case .noTicker: "no ticker: a column \"ticker\" or a file name such as AAPL.csv is needed"
        case .notDaily(let detail): "prices by the day are needed: \(detail)"
        case .refusedBySource(let message): "the source answered with an error: \(message)"
        }
    }
}
