/// What a file of events holds.
public struct ParsedEvents: Sendable, Equatable {
    /// The events in the order of the file.
    public var events: [MarketEvent]
    /// The rows that were left out, in the order of the file.
    public var problems: [RowProblem]
    /// Remarks about the file as a whole, such as columns that are not read.
    public var notes: [String]

    /// Creates a result.
    public init(events: [MarketEvent] = [], problems: [RowProblem] = [], notes: [String] = []) {
        self.events = events
        self.problems = problems
        self.notes = notes
    }
}
