public import Storage

/// What an import of events did.
public struct EventImportReport: Sendable, Equatable {
    /// Rows of the events table.
    public var events = UpsertCounts()
    /// Events that were joined with another source's event about the same announcement.
    public var linked = 0
    /// Base scores written.
    public var baseScores = 0
    /// What could not be read, one line each, with file, line and reason.
    public var problems: [String] = []
    /// What was left out or assumed, one line each.
    public var notes: [String] = []
    /// Files read.
    public var files = 0

    /// Creates an empty report.
    public init() {}
}
