/// One thing that is wrong with a symbol map.
public struct SymbolMapProblem: Error, Hashable, Sendable {
    /// Line of the file, from 1.
    public let line: Int
    /// The value that is wrong and what is accepted.
    public let reason: String
}

extension SymbolMapProblem: CustomStringConvertible {
    /// Line and reason.
    public var description: String { "line \(line): \(reason)" }
}

/// Why a symbol map is refused: every problem of the file, by line.
public struct SymbolMapError: Error, Hashable, Sendable {
    /// The problems; at least one.
    public let problems: [SymbolMapProblem]
}

extension SymbolMapError: CustomStringConvertible {
    /// All problems, one a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
