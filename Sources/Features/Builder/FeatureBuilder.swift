import Events
public import Market
public import Outcomes

/// Computes features for many events at once, point in time.
///
/// All inputs may come in any order. What depends on a whole series is computed once per ticker; a row then
/// costs a few binary searches. A row depends only on what was known before its reaction session closed:
/// closes and volumes up to the base session, the event itself, other events known before it, outcomes closed
/// by the base session.
public struct FeatureBuilder: Sendable {
    private let calendar: ExchangeCalendar
    private let benchmark: BenchmarkStatistics
    private let series: [String: PriceSeries]
    private let history: EventHistory
    private let baseScores: [BaseScoreInput?]
    private let prices: [PriceFacts]
    private let outcomes: [Horizon: OutcomeHistory]

    /// Prepares everything that rows are looked up in.
    ///
    /// - Parameters:
    ///   - calendar: the exchange calendar that numbers the sessions.
    ///   - benchmark: the benchmark's closes.
    ///   - series: closes and volumes by ticker; a ticker without has missing price features.
    ///   - history: all known events.
    ///   - baseScores: one per event of the history, in the order of its `events`; nil where there is none.
    ///   - outcomes: all known outcomes; those of events outside the history are left out.
    public init(
        calendar: ExchangeCalendar,
        benchmark: PriceSeries,
        series: [String: PriceSeries],
        history: EventHistory,
        baseScores: [BaseScoreInput?],
        outcomes: [Outcome]
    ) {
        precondition(
            baseScores.count == history.events.count,
            "\(baseScores.count) base scores for \(history.events.count) events"
        )
        let statistics = BenchmarkStatistics(benchmark)
        let prices = Self.priceFacts(of: history, series: series, benchmark: statistics)
        var records: [Horizon: [OutcomeRecord]] = [:]
        for outcome in outcomes {
            guard let event = history.position(of: outcome.eventID) else { continue }
            let volatility = prices[event].idiosyncraticVolatility
            records[outcome.horizon, default: []].append(
                OutcomeRecord(outcome, event: event, history: history, volatility: volatility)
            )
        }
        self.calendar = calendar
        self.benchmark = statistics
        self.series = series
        self.history = history
        self.baseScores = baseScores
        self.prices = prices
        self.outcomes = records.mapValues { OutcomeHistory($0, history: history) }
    }

    // MARK: Rows

    /// One row per request, in the order of the requests.
    ///
    /// - Throws: `FeatureError` for an event that is not in the history.
    public func rows(for requests: [FeatureRequest]) throws(FeatureError) -> FeatureRows {
        var rows = RowCollector(capacity: requests.count)
        var known: [Int: EventCells] = [:]
        for request in requests {
            guard let position = history.position(of: request.eventID) else {
                throw .unknownEvent(request.eventID)
            }
            let cells = known[position] ?? eventCells(at: position)
            known[position] = cells
            rows.append(cells, past: past(of: cells, horizon: request.horizon))
        }
        return FeatureRows(values: rows.values, contexts: rows.contexts)
    }

    /// One row per horizon for an event that the history need not hold.
    public func rows(
        for input: EventInput,
        baseScore: BaseScoreInput?,
        horizons: [Horizon]
    ) -> FeatureRows {
        let windows = series[input.event.ticker].map { PriceWindows($0, benchmark: benchmark) }
        let facts = Self.facts(of: input, windows: windows)
        let cells = eventCells(of: input, baseScore: baseScore, prices: facts)
        var rows = RowCollector(capacity: horizons.count)
        for horizon in horizons { rows.append(cells, past: past(of: cells, horizon: horizon)) }
        return FeatureRows(values: rows.values, contexts: rows.contexts)
    }

    // MARK: Parts

    private func eventCells(at position: Int) -> EventCells {
        eventCells(
            of: history.events[position],
            baseScore: baseScores[position],
            prices: prices[position]
        )
    }

    private func eventCells(
        of input: EventInput,
        baseScore: BaseScoreInput?,
        prices: PriceFacts
    ) -> EventCells {
        let clock = EventClock(of: input, calendar: calendar)
        return EventCells(
            EventFacets(
                input: input,
                group: ItemGroup(of: input.event),
                baseScore: baseScore,
                clock: clock,
                earlier: EarlierEvents(of: input, in: history, clock: clock, calendar: calendar),
                surprises: SurpriseFacets(of: input, in: history),
                prices: prices,
                benchmark: benchmark.facts(at: input.sessions.baseSession)
            ),
            company: history.timelinePosition(of: input.event)
        )
    }

    private func past(of cells: EventCells, horizon: Horizon) -> PastOutcomes {
        outcomes[horizon]?.past(group: cells.group, ticker: cells.company, before: cells.asOf) ?? .none
    }

    private static func priceFacts(
        of history: EventHistory,
        series: [String: PriceSeries],
        benchmark: BenchmarkStatistics
    ) -> [PriceFacts] {
        var facts = [PriceFacts](repeating: .missing, count: history.events.count)
        for timeline in history.timelines {
            guard let first = timeline.order.first,
                let closes = series[history.events[first].event.ticker]
            else { continue }
            let windows = PriceWindows(closes, benchmark: benchmark)
            for position in timeline.order {
                facts[position] = Self.facts(of: history.events[position], windows: windows)
            }
        }
        return facts
    }

    /// The stock at an event's base session; missing where the symbol's prices are another company's.
    private static func facts(of input: EventInput, windows: PriceWindows?) -> PriceFacts {
        guard input.event.tickerIsValid, let windows else { return .missing }
        return windows.facts(at: input.sessions.baseSession)
    }
}
