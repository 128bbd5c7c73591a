/// Approvals and notices given to companies, and those whose sponsor the table does not name.
public struct FDAMapping: Sendable, Equatable {
    /// The events of approvals whose sponsor the table names.
    public var events: [MarketEvent] = []
    /// Approvals without a symbol, by sponsor as the FDA writes it.
    public var unmapped: [String: Int] = [:]

    /// Maps approvals.
    ///
    /// - Parameters:
    ///   - actions: the approvals.
    ///   - table: sponsors and symbols.
    public init(_ actions: [ApprovalAction], table: SponsorTable) {
        for action in actions {
            if let ticker = table.ticker(of: action.sponsor, on: action.day) {
                events.append(action.event(ticker: ticker))
            } else {
                unmapped[action.sponsor, default: 0] += 1
            }
        }
    }

    /// Sponsors without a symbol, the most frequent first.
    public var unmappedSponsors: [(sponsor: String, count: Int)] {
        unmapped.map { (sponsor: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.sponsor) < ($0.count, $1.sponsor) }
    }
}
