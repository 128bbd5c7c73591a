import Market

/// Joins an earnings release of a calendar with the 8-K in which the company reports the same results.
public enum EventLinker {
    /// Links events and hands on times of day.
    ///
    /// An earnings release and an 8-K with results belong together where symbol and New York day are the same;
    /// of several on one day one that is linked already, else one with a time of day, else the earliest. Each of a pair names the other in `relatedEventID`. Where
    /// only one of them has a time of day, the other takes it, with the source `linked`. Events that are linked
    /// already keep their link, so that a second run changes nothing.
    ///
    /// - Parameter events: events of any types, in any order.
    /// - Returns: the events in the same order, with counts.
    public static func link(_ events: [MarketEvent]) -> LinkedEvents {
        var result = LinkedEvents(events: events)
        var filings: [Key: Int] = [:]
        var releases: [Key: Int] = [:]
        for (index, event) in events.enumerated() {
            if event.reportsResults, !event.isAmendment {
                note(index, of: events, in: &filings)
            } else if event.type == .earningsRelease {
                note(index, of: events, in: &releases)
            }
        }
        for (key, release) in releases {
            guard let filing = filings[key], mayBelongTogether(events[release], events[filing]) else {
                continue
            }
            result.pairs += 1
            result.events[release].relatedEventID = events[filing].eventID
            result.events[filing].relatedEventID = events[release].eventID
            switch (events[release].timePrecision, events[filing].timePrecision) {
            case (.exact, .day): handTime(from: release, to: filing, in: &result)
            case (.day, .exact): handTime(from: filing, to: release, in: &result)
            default: break
            }
        }
        return result
    }

    private struct Key: Hashable {
        let ticker: String
        let day: TradingDay
    }

    private static func key(_ event: MarketEvent) -> Key {
        let day =
            event.timePrecision == .exact ? NewYork.wallClock(of: event.knownAt).day : event.occurredOn
        return Key(ticker: event.ticker, day: day)
    }

    /// Keeps one event of a key.
    private static func note(_ index: Int, of events: [MarketEvent], in places: inout [Key: Int]) {
        let key = key(events[index])
        guard let other = places[key] else {
            places[key] = index
            return
        }
        if rank(events[index]) < rank(events[other]) { places[key] = index }
    }

    private static func rank(_ event: MarketEvent) -> (Int, Int, UTCInstant, String) {
        (
            event.relatedEventID == nil ? 1 : 0, event.timePrecision == .exact ? 0 : 1, event.knownAt,
            event.eventID
        )
    }

    private static func mayBelongTogether(_ first: MarketEvent, _ second: MarketEvent) -> Bool {
        (first.relatedEventID == nil || first.relatedEventID == second.eventID)
            && (second.relatedEventID == nil || second.relatedEventID == first.eventID)
    }

    private static func handTime(from giver: Int, to taker: Int, in result: inout LinkedEvents) {
        result.events[taker].knownAt = result.events[giver].knownAt
        result.events[taker].timePrecision = .exact
        result.events[taker].timeSource = .linked
        result.timed += 1
    }
}
