import Events
import Features
import Market
import Outcomes

/// What to do with everything that was not yet known at an event.
enum FutureChange: CaseIterable {
    /// Take it away.
    case delete
    /// Put random values in its place.
    case scramble
}

extension World {
    /// The world with another future: everything that was not known before an event's reaction session is
    /// changed.
    ///
    /// Changed are closes, volumes and breaks after the base session; events, with their facts, items and
    /// links, that were not available before the event; outcomes that end after the base session, the event's
    /// own included; and the base scores of all other events. Written without any code of the room that it
    /// tests.
    func withFuture(_ change: FutureChange, after input: EventInput, seed: UInt64) throws -> World {
        var random = SeededRandom(seed: seed)
        var world = self
        let base = input.sessions.baseSession
        world.benchmark = Self.changed(benchmark, change, after: base, using: &random)
        for (ticker, closes) in series.sorted(by: { $0.key < $1.key }) {
            world.series[ticker] = Self.changed(closes, change, after: base, using: &random)
        }
        world.events = []
        for other in events {
            guard Self.isFuture(other, of: input) else {
                world.events.append(other)
                continue
            }
            if change == .scramble {
                world.events.append(try Self.scrambled(other, of: input, using: &random))
            }
        }
        for other in events where other.event.eventID != input.event.eventID {
            world.baseScores[other.event.eventID] = change == .delete ? nil : Self.baseScore(using: &random)
        }
        world.outcomes = outcomes.compactMap { outcome in
            guard outcome.outcomeSession > base else { return outcome }
            return change == .delete ? nil : Self.scrambled(outcome, using: &random)
        }
        return world
    }

    private static func changed(
        _ closes: PriceSeries,
        _ change: FutureChange,
        after base: Int,
        using random: inout SeededRandom
    ) -> PriceSeries {
        let kept = min(max(base - closes.firstSession + 1, 0), closes.adjusted.count)
        let future = change == .delete ? 0 : closes.adjusted.count - kept
        func replaced(_ values: [Double], _ range: Range<Double>) -> [Double] {
            values[..<kept] + (0..<future).map { _ in Double.random(in: range, using: &random) }
        }
        let pastBreaks = closes.breaks.filter { $0 <= base }
        return PriceSeries(
            ticker: closes.ticker,
            firstSession: closes.firstSession,
            adjusted: replaced(closes.adjusted, 10..<1000),
            close: replaced(closes.close, 10..<1000),
            volume: replaced(closes.volume, 1..<1e9),
            quarantine: [QuarantineReason?](repeating: nil, count: kept + future),
            breaks: change == .delete ? pastBreaks : pastBreaks + [base + 2]
        )
    }

    /// Whether an event was not yet known when another one was: not available before, nor linked and as
    /// early.
    private static func isFuture(_ other: EventInput, of input: EventInput) -> Bool {
        guard other.event.eventID != input.event.eventID else { return false }
        let now = input.event.knownAt
        let available = available(other.event)
        let isLinked =
            other.event.relatedEventID == input.event.eventID
            || input.event.relatedEventID == other.event.eventID
        return isLinked ? available > now : available >= now
    }

    /// When others may know an event: day precision, at the last second of the day.
    static func available(_ event: MarketEvent) -> UTCInstant {
        guard event.timePrecision == .day else { return event.knownAt }
        return NewYork.instant(day: event.occurredOn, secondOfDay: 86_399)
    }

    /// An event at another time that is still in the future, with other contents.
    private static func scrambled(
        _ other: EventInput,
        of input: EventInput,
        using random: inout SeededRandom
    ) throws -> EventInput {
        var event = other.event
        event.timePrecision = .exact
        event.knownAt = input.event.knownAt.advanced(
            bySeconds: Int64.random(in: 1..<5_000_000, using: &random)
        )
        event.occurredOn = NewYork.wallClock(of: event.knownAt).day
        event.type = random.chance(0.5) ? input.event.type : .earningsRelease
        event.items = event.type == .sec8K ? input.event.items : []
        event.facts = facts(using: &random)
        event.ticker = random.chance(0.5) ? input.event.ticker : event.ticker
        event.relatedEventID = random.chance(0.2) ? input.event.eventID : nil
        return EventInput(event: event, sessions: try Make.sessions(of: event))
    }

    private static func scrambled(_ outcome: Outcome, using random: inout SeededRandom) -> Outcome {
        var changed = outcome
        changed.abnormalReturn = random.normal()
        changed.direction = Int.random(in: -1...1, using: &random)
        changed.realizedImpact = random.chance(0.9) ? Double.random(in: 0..<100, using: &random) : nil
        changed.outcomeSession += Int.random(in: 0..<10, using: &random)
        return changed
    }
}
