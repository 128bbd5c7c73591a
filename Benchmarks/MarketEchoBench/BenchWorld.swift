import Events
import Features
import Market
import Outcomes
import Scores
import Storage

/// Everything of a database that labels and features are computed from, in memory.
struct BenchWorld {
    let calendar = ExchangeCalendar.xnys
    let benchmark: PriceSeries
    let series: [String: PriceSeries]
    let subjects: [(ticker: String, subjects: [LabelSubject])]
    let history: EventHistory
    let baseScores: [BaseScoreInput?]
    let outcomes: [Outcome]

    init(database: String, benchmark symbol: String = "SPY") throws {
        let calendar = calendar
        let store = try Store(path: database, create: false)
        let (prices, subjects, events, labels) = try store.read { connection in
            let events = try EventStore(connection).events()
            var prices: [String: PriceSeries] = [:]
            for ticker in Set(events.map(\.ticker) + [symbol]) {
                prices[ticker] = try PriceStore(connection).priceSeries(ofTicker: ticker, calendar: calendar)
            }
            return (
                prices, try EventStore(connection).labelSubjects(), events,
                try OutcomeStore(connection, calendar: calendar).outcomes()
            )
        }
        guard let benchmark = prices[symbol] else { throw BenchError.missing("prices of \(symbol)") }
        self.benchmark = benchmark
        self.subjects = subjects
        series = prices
        outcomes = labels.map(\.outcome)
        history = EventHistory(
            events.compactMap { event in
                let sessions = try? EventSessions(
                    knownAt: event.knownAt,
                    occurredOn: event.occurredOn,
                    timePrecision: event.timePrecision,
                    rule: .beforeOpen,
                    calendar: calendar
                )
                return sessions.map { EventInput(event: event, sessions: $0) }
            }
        )
        baseScores = try Self.baseScores(history, calendar: calendar, benchmark: benchmark)
    }

    /// One request per event and horizon.
    var requests: [FeatureRequest] {
        Horizon.allCases.flatMap { horizon in
            history.events.map { FeatureRequest(eventID: $0.event.eventID, horizon: horizon) }
        }
    }

    /// A builder over the whole world.
    func builder() -> FeatureBuilder {
        FeatureBuilder(
            calendar: calendar,
            benchmark: benchmark,
            series: series,
            history: history,
            baseScores: baseScores,
            outcomes: outcomes
        )
    }

    private static func baseScores(
        _ history: EventHistory,
        calendar: ExchangeCalendar,
        benchmark: PriceSeries
    ) throws -> [BaseScoreInput?] {
        let scorer = BaseScorer(rules: try ScoringRules.standard())
        let contexts = EventContextBuilder(calendar: calendar, benchmark: benchmark).contexts(of: history)
        return zip(history.events, contexts).map { input, context in
            input.baseScore(scorer, context)
        }
    }
}

extension EventInput {
    /// The rules' word on the event, as features read it.
    fileprivate func baseScore(_ scorer: BaseScorer, _ context: EventContext) -> BaseScoreInput {
        let score = scorer.score(
            event,
            context: ScoringContext(
                earningsWithinFiveDays: context.resultsWithinFiveSessions,
                isDuplicate: context.isDuplicate,
                volatilityRegime: context.marketRegime.flatMap { VolatilityRegime(rawValue: $0.rawValue) },
                session: context.phase.flatMap { SessionOfDay(rawValue: $0.rawValue) }
            )
        )
        let direction: Int? =
            switch score.opinion.direction {
            case .positive: 1
            case .negative: -1
            case .neutral: 0
            case .uncertain: nil
            }
        var points: [BaseFactor: Double] = [:]
        for factor in BaseFactor.allCases {
            if let group = FactorGroup(rawValue: factor.rawValue) { points[factor] = score.points(of: group) }
        }
        return BaseScoreInput(
            score: score.score.value,
            points: points,
            direction: direction,
            directionConfidence: score.opinion.confidence.value
        )
    }
}
