import Events
import Market

/// What is known about earnings surprises at an event: its own, a linked event's, and those before.
struct SurpriseFacets: Sendable {
    /// The figures that the event itself states.
    let own: SurpriseFigures
    /// The figures of the linked earnings event, where that was known.
    let linked: SurpriseFigures
    /// Length of the run of beats (positive) or misses (negative) that ended before; NaN without a past
    /// surprise.
    let streak: Double
    /// Past surprises of the ticker.
    let pastCount: Double
    /// Standard deviation of the ticker's past differences between actual and estimate; NaN with fewer than
    /// four.
    let pastDeviation: Double

    init(of input: EventInput, in history: EventHistory) {
        let now = input.event.knownAt.secondsSinceEpoch
        let link = history.linkedEvent(of: input.event)
        own = SurpriseFigures(input.event.facts)
        linked =
            link.map { history.events[$0].event }.flatMap {
                $0.family == .earnings ? SurpriseFigures($0.facts) : nil
            } ?? .missing
        guard let record = history.timeline(of: input.event)?.surprises else {
            streak = .nan
            pastCount = 0
            pastDeviation = .nan
            return
        }
        // The linked event tells of this announcement, not of an earlier one.
        var known = SortedSearch.countBelow(now, in: record.times)
        if known > 0, record.events[known - 1] == link { known -= 1 }
        streak = known > 0 ? Double(record.runs[known - 1]) : .nan
        pastCount = Double(known)
        pastDeviation = record.deviation(ofFirst: known)
    }
}
