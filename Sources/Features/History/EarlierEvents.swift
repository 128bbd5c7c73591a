import Events
import Market
import Outcomes

/// What the events known before an event say about its surroundings.
struct EarlierEvents: Sendable {
    /// Sessions from the reaction session of the ticker's last event to this one's; NaN for its first event.
    var sessionsSinceLastEvent = Double.nan
    /// Events of the ticker in the 30 days before.
    var eventsIn30Days = 0.0
    /// Events of the ticker in the 90 days before.
    var eventsIn90Days = 0.0
    /// Sessions since the ticker's last announcement of results; NaN without one.
    var sessionsSinceResults = Double.nan
    /// Events of all tickers since New York midnight; NaN for day precision.
    var marketEventsThatDay = Double.nan
    /// Events of all tickers since the close of the base session; NaN for an event known before that close.
    var marketEventsSinceBase = Double.nan
    /// Whether an event of the ticker with the same type and items became known earlier on the same day.
    var isDuplicate = false

    /// Whether results of the ticker came out at most five sessions before.
    var resultsWithinFiveSessions: Bool { sessionsSinceResults <= 5 }
}

extension EarlierEvents {
    private static let secondsPerDay: Int64 = 86_400

    /// Looks an event's surroundings up; the linked event about the same announcement does not count.
    init(of input: EventInput, in history: EventHistory, clock: EventClock, calendar: ExchangeCalendar) {
        let now = input.event.knownAt.secondsSinceEpoch
        let linked = history.linkedEvent(of: input.event)
        if let timeline = history.timeline(of: input.event) {
            readTimeline(timeline, of: input, at: now, linked: linked, clock: clock, history: history)
        }
        let known = SortedSearch.countBelow(now, in: history.marketTimes)
        if clock.isExact {
            let midnight = NewYork.instant(day: clock.day, secondOfDay: 0).secondsSinceEpoch
            marketEventsThatDay = Double(known - SortedSearch.countBelow(midnight, in: history.marketTimes))
        }
        let base = input.sessions.baseSession
        if base >= 0 {
            let close = calendar.closesAt(session: base).secondsSinceEpoch
            if close <= now {
                marketEventsSinceBase = Double(
                    known - SortedSearch.countBelow(close, in: history.marketTimes)
                )
            }
        }
    }

    private mutating func readTimeline(
        _ timeline: TickerTimeline,
        of input: EventInput,
        at now: Int64,
        linked: Int?,
        clock: EventClock,
        history: EventHistory
    ) {
        let known = SortedSearch.countBelow(now, in: timeline.times)
        func count(days: Int64) -> Double {
            let start = now - days * Self.secondsPerDay
            let first = SortedSearch.countBelow(start, in: timeline.times)
            let linkedTime = linked.map { history.availableAt[$0] } ?? .min
            let linkedCounts = linkedTime >= start && linkedTime < now && isOfTimeline(linked)
            return Double(known - first - (linkedCounts ? 1 : 0))
        }
        func isOfTimeline(_ position: Int?) -> Bool {
            guard let position else { return false }
            return history.timelineOfEvent[position] == history.timelinePosition(of: input.event)
        }
        func sessionsSince(_ position: Int?) -> Double {
            guard let position else { return .nan }
            return Double(input.sessions.reactionSession - history.events[position].sessions.reactionSession)
        }
        eventsIn30Days = count(days: 30)
        eventsIn90Days = count(days: 90)
        sessionsSinceLastEvent = sessionsSince(timeline.order[..<known].last { $0 != linked })
        let knownResults = SortedSearch.countBelow(now, in: timeline.resultTimes)
        sessionsSinceResults = sessionsSince(timeline.results[..<knownResults].last { $0 != linked })
        isDuplicate = timeline.order[..<known].reversed().lazy
            .prefix { Self.isOnDay(clock.day, position: $0, history: history) }
            .contains { Self.isAlike(history.events[$0].event, input.event) }
    }

    /// Whether an event became known on a New York day.
    private static func isOnDay(_ day: TradingDay, position: Int, history: EventHistory) -> Bool {
        NewYork.wallClock(of: UTCInstant(secondsSinceEpoch: history.availableAt[position])).day == day
    }

    private static func isAlike(_ left: MarketEvent, _ right: MarketEvent) -> Bool {
        left.type == right.type && Set(left.items) == Set(right.items)
    }
}
