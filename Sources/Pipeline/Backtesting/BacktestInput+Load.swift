import Evaluation
import Events
import Features
import Market
import Outcomes
import Scores
import Storage

extension BacktestInput {
    /// Reads what the backtest needs beside the graded predictions.
    init(_ load: EvaluationLoad, connection: SQLConnection, context: JobContext) throws {
        let store = BacktestStore(connection)
        let stored = try store.events()
        var positions: [String: Int] = [:]
        positions.reserveCapacity(stored.count)
        for (position, event) in stored.enumerated() { positions[event.eventID] = position }
        let eventOfLabelled = load.labels.events.map { positions[$0.eventID] }
        let closes = try store.closes(calendar: context.calendar)
        let benchmark = context.settings.benchmark
        let rule = context.settings.outcomeRules.dayPrecision
        self.init(
            calendar: context.calendar,
            events: try stored.map { try BacktestEvent($0, rule: rule, calendar: context.calendar) },
            labels: load.labels.rows.compactMap { row in
                eventOfLabelled[row.event].map {
                    BacktestLabel(event: $0, horizon: row.horizon, hasImpact: row.realizedImpact != nil)
                }
            },
            skips: try store.skips().compactMap { skip in
                positions[skip.eventID].map {
                    BacktestSkip(event: $0, horizon: skip.horizon, reason: skip.reason)
                }
            },
            predictions: load.input.predictions,
            models: load.records,
            liveScores: try store.liveScores().map {
                LiveScoreCount(horizon: $0.horizon, notAppliedReason: $0.reason, n: $0.n)
            },
            closes: closes.filter { $0.ticker != benchmark },
            benchmarkCloses: closes.first { $0.ticker == benchmark }
        )
    }
}

extension BacktestEvent {
    /// A stored event with its reaction session, as the labeller finds it.
    fileprivate init(_ event: CountedEvent, rule: DayPrecisionRule, calendar: ExchangeCalendar) throws {
        // Events outside the calendar's coverage have no session; the funnel counts them.
        let reaction = try? EventSessions(
            knownAt: event.knownAt,
            occurredOn: event.occurredOn,
            timePrecision: event.timePrecision,
            rule: rule,
            calendar: calendar
        ).reactionSession
        let direction = try event.ruleDirection.map { text in
            guard let direction = RuleDirection(rawValue: text) else {
                throw StorageError.corrupt(table: "base_scores", column: "direction", value: text)
            }
            return direction
        }
        self.init(
            eventID: event.eventID,
            ticker: event.ticker,
            type: event.type,
            itemGroup: event.itemGroup,
            occurredOn: event.occurredOn,
            timePrecision: event.timePrecision,
            phase: event.timePrecision == .exact
                ? reaction.map {
                    SessionPhase(knownAt: event.knownAt, reactionSession: $0, calendar: calendar).rawValue
                } : nil,
            reactionSession: reaction,
            ruleDirection: direction
        )
    }
}
