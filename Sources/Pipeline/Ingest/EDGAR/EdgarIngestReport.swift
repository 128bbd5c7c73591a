public import Storage

/// What an ingest of EDGAR did.
public struct EdgarIngestReport: Sendable, Equatable {
    /// Rows of the events table.
    public var events = UpsertCounts()
    /// Companies that answered.
    public var companies = 0
    /// Companies whose file had not changed.
    public var unchanged = 0
    /// Companies that EDGAR does not have, by number.
    public var missing: [String] = []
    /// Answers that could not be read, and rows that were left out, one line each.
    public var problems: [String] = []

    /// Creates an empty report.
    public init() {}
}
