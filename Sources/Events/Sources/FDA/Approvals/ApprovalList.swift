/// The approvals of one document of the FDA, and what was left out of it.
public struct ApprovalList: Sendable, Equatable {
    /// The actions that are events, sorted by day and key.
    public var actions: [ApprovalAction] = []
    /// Submissions that are no events, by reason.
    public var leftOut: [ApprovalRule.LeftOut: Int] = [:]
    /// Rows that could not be read.
    public var problems: [RowProblem] = []

    /// Creates an empty list.
    public init() {}

    /// Adds the approvals of another document; an action that is here already is not added twice.
    public mutating func append(_ other: ApprovalList) {
        var known = Set(actions.map(\.eventID))
        actions += other.actions.filter { known.insert($0.eventID).inserted }
        leftOut.merge(other.leftOut, uniquingKeysWith: +)
        problems += other.problems
    }

    /// Sorts the actions by day and key.
    mutating func sort() {
        actions.sort { ($0.day, $0.eventID) < ($1.day, $1.eventID) }
    }
}
