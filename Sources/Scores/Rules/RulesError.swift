/// One thing that is wrong with a rules file.
public struct RulesProblem: Equatable, Sendable, CustomStringConvertible {
    /// Where in the file, for example `event_types.fda_approval.points`; empty for the file itself.
    public let path: String
    /// The line, counted from 1, where it is known.
    public let line: Int?
    /// What is wrong and what is accepted.
    public let message: String

    /// The place and the message.
    public var description: String {
        let place = path.isEmpty ? "rules file" : path
        return line.map { "line \($0), \(place): \(message)" } ?? "\(place): \(message)"
    }
}

/// All problems of a rules file at once; a file with any is refused whole.
public struct RulesError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The problems in the order of the file.
    public let problems: [RulesProblem]

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
