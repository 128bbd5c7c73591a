/// The gate through which features see outcomes: sums by key over the outcomes that were known.
///
/// An outcome is known to an event when its outcome session lies before the event's base session, or is that
/// session and its own event was available before this one. The second half matters to day precision: an
/// event of that day counts as known only in the evening, after its one-session outcome. Only
/// `totals(of:before:)` gives anything out.
struct AsOfTotals: Sendable {
    /// When each outcome counts as known, ascending within each key's range.
    private let moments: [AsOf]
    /// Totals over a key's outcomes up to and including each one.
    private let running: [OutcomeTotals]
    private let ranges: [Int: Range<Int>]

    /// Builds the gate.
    ///
    /// - Parameters:
    ///   - outcomes: single outcomes, ordered by `knownAs` and then in an order that no later one changes.
    ///   - key: the key of each outcome.
    init(_ outcomes: [OutcomeRecord], key: (OutcomeRecord) -> Int) {
        let keys = outcomes.map(key)
        var sizes: [Int: Int] = [:]
        for key in keys { sizes[key, default: 0] += 1 }
        var ranges: [Int: Range<Int>] = [:]
        ranges.reserveCapacity(sizes.count)
        var start = 0
        for (key, size) in sizes {
            ranges[key] = start..<start + size
            start += size
        }
        var moments = outcomes.map(\.knownAs)
        var running = [OutcomeTotals](repeating: .none, count: outcomes.count)
        var next = ranges.mapValues(\.lowerBound)
        for (outcome, key) in zip(outcomes, keys) {
            guard let range = ranges[key], let position = next[key] else { continue }
            next[key] = position + 1
            moments[position] = outcome.knownAs
            let before = position > range.lowerBound ? running[position - 1] : .none
            running[position] = before.adding(outcome)
        }
        self.moments = moments
        self.running = running
        self.ranges = ranges
    }

    /// The totals over a key's outcomes that were known before an event's base session and instant.
    func totals(of key: Int, before event: AsOf) -> OutcomeTotals {
        guard let range = ranges[key] else { return .none }
        let known = SortedSearch.countBelow(event, in: moments, range: range)
        return known > 0 ? running[range.lowerBound + known - 1] : .none
    }
}
