/// What files of EDGAR hold.
public struct EdgarEvents: Sendable, Equatable {
    /// The company.
    public var company: CompanyRecord
    /// The events in order of time.
    public var events: [MarketEvent]
    /// Filings that were left out with their reasons; the line is the filing's place in its file, from 1.
    public var problems: [RowProblem]
    /// Number of filings by form that make no event.
    public var skippedForms: [String: Int]
    /// Filings that several files hold, counted once for each repetition.
    public var repeatedFilings: Int
    /// Number of events by where their time of day comes from.
    public var timeSources: [TimeSource: Int]

    /// Creates an empty result.
    public init(company: CompanyRecord) {
        self.company = company
        events = []
        problems = []
        skippedForms = [:]
        repeatedFilings = 0
        timeSources = [:]
    }

    /// Remarks for people: what was skipped and which times stay open.
    public var notes: [String] {
        var notes: [String] = []
        let skipped = skippedForms.values.reduce(0, +)
        if skipped > 0 {
            let most = skippedForms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
            notes.append(
                "\(skipped) filings of other forms were skipped (most: "
                    + most.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + ")"
            )
        }
        if let open = timeSources[.ambiguous], open > 0 {
            notes.append("\(open) events keep only their day: the zone of their time could not be decided")
        }
        return notes
    }
}
