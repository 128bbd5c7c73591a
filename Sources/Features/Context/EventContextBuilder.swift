import Events
public import Market
import Outcomes

/// Finds the circumstances of events, before they have a base score.
public struct EventContextBuilder: Sendable {
    private let calendar: ExchangeCalendar
    private let benchmark: BenchmarkStatistics

    /// Prepares the benchmark's statistics.
    public init(calendar: ExchangeCalendar, benchmark: PriceSeries) {
        self.calendar = calendar
        self.benchmark = BenchmarkStatistics(benchmark)
    }

    /// The contexts of all events of a history, in the order of its `events`.
    public func contexts(of history: EventHistory) -> [EventContext] {
        history.events.map { context(of: $0, in: history) }
    }

    /// The context of an event, whether or not the history holds it.
    public func context(of input: EventInput, in history: EventHistory) -> EventContext {
        let clock = EventClock(of: input, calendar: calendar)
        let earlier = EarlierEvents(of: input, in: history, clock: clock, calendar: calendar)
        let quantile = benchmark.facts(at: input.sessions.baseSession).volatilityQuantile
        return EventContext(
            phase: clock.phase,
            resultsWithinFiveSessions: earlier.resultsWithinFiveSessions,
            isDuplicate: earlier.isDuplicate,
            marketVolatilityQuantile: quantile.isNaN ? nil : quantile
        )
    }
}
