/// A row of a price file that was left out.
public struct PriceRowProblem: Hashable, Sendable {
    /// Line of the file from 1, for JSON documents the number of the element from 1.
    public let line: Int
    /// The value that is wrong and what is accepted.
    public let reason: String
}

extension PriceRowProblem: CustomStringConvertible {
    /// Line and reason.
    public var description: String { "line \(line): \(reason)" }
}

/// What a price file holds.
public struct ParsedPrices: Sendable {
    /// Bars by symbol in the order of the file; duplicates and suspect bars are still in.
    public internal(set) var bars: [String: [Bar]] = [:]
    /// Rows that were left out.
    public internal(set) var problems: [PriceRowProblem] = []
    /// What a reader should know about the whole file: columns kept out, columns that stand in for others.
    public internal(set) var notes: [String] = []

    /// How many bars there are.
    public var barCount: Int { bars.values.reduce(0) { $0 + $1.count } }
}
