import Events
import Features
import Market
import Outcomes
import Scores
import Storage

/// Everything that features and scores are computed from, loaded once per job.
struct EngineWorld {
    /// Events on the calendar with their sessions.
    let history: EventHistory
    /// Base scores, in the order of the history's events.
    let baseScores: [BaseScore]
    /// Labels, sorted by key.
    let outcomes: [StoredOutcome]
    /// Computes feature rows.
    let builder: FeatureBuilder
    /// Event number by key.
    let eventIndex: [String: Int]

    /// Loads the world from one snapshot of the database.
    ///
    /// - Throws: `LabelError.noBenchmark` without the benchmark's prices, `RulesError` for a rules file that cannot be used.
    init(_ connection: SQLConnection, context: JobContext) throws {
        let calendar = context.calendar
        let prices = PriceStore(connection)
        let ticker = context.settings.benchmark
        guard let benchmark = try prices.priceSeries(ofTicker: ticker, calendar: calendar) else {
            throw LabelError.noBenchmark(ticker)
        }
        let inputs = try Self.inputs(connection, context: context)
        history = EventHistory(inputs)
        var series: [String: PriceSeries] = [:]
        for symbol in Set(inputs.map(\.event.ticker)) {
            series[symbol] = try prices.priceSeries(ofTicker: symbol, calendar: calendar)
        }
        baseScores = try Self.baseScores(
            of: history,
            benchmark: benchmark,
            instruments: try InstrumentStore(connection).all(),
            context: context
        )
        outcomes = try OutcomeStore(connection, calendar: calendar).outcomes()
        builder = FeatureBuilder(
            calendar: calendar,
            benchmark: benchmark,
            series: series,
            history: history,
            baseScores: baseScores.map(BaseScoreInput.init),
            outcomes: outcomes.map(\.outcome)
        )
        eventIndex = Dictionary(
            history.events.enumerated().map { ($1.event.eventID, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// All events on the calendar with their sessions.
    static func inputs(_ connection: SQLConnection, context: JobContext) throws -> [EventInput] {
        let rule = context.settings.outcomeRules.dayPrecision
        return try EventStore(connection).events().compactMap { event in
            let sessions = try? EventSessions(
                knownAt: event.knownAt,
                occurredOn: event.occurredOn,
                timePrecision: event.timePrecision,
                rule: rule,
                calendar: context.calendar
            )
            return sessions.map { EventInput(event: event, sessions: $0) }
        }
    }

    /// The base scores of a history's events in their order.
    static func baseScores(
        of history: EventHistory,
        benchmark: PriceSeries,
        instruments: [String: Instrument],
        context: JobContext
    ) throws -> [BaseScore] {
        let scorer = BaseScorer(rules: try context.settings.scoringRules())
        let builder = EventContextBuilder(calendar: context.calendar, benchmark: benchmark)
        return zip(history.events, builder.contexts(of: history)).map { input, circumstances in
            scorer.score(
                input.event,
                context: ScoringContext(circumstances, instrument: instruments[input.event.ticker])
            )
        }
    }

    /// The event with a key and its base score; nil where the calendar or the database does not have it.
    func event(_ eventID: String) -> (input: EventInput, baseScore: BaseScore)? {
        eventIndex[eventID].map { (history.events[$0], baseScores[$0]) }
    }
}

extension EngineSettings {
    /// The rules of the base score.
    func scoringRules() throws(RulesError) -> ScoringRules {
        guard let rulesYAML else { return try ScoringRules.standard() }
        return try ScoringRules(yaml: rulesYAML)
    }
}
