import Events
import Market
import Models

/// The statement that reads graded events of one family and horizon.
struct BacktestEventQuery {
    /// The statement with its values.
    private(set) var sql: SQLText

    init(
        _ filter: BacktestEventFilter,
        serving: BacktestEventStore.Serving,
        after cursor: BacktestEventCursor?,
        earliestLive: TradingDay?,
        limit: Int,
        calendar: ExchangeCalendar
    ) {
        // With a symbol its own index is the shorter way; the plus sign keeps the other one out.
        let plain = filter.ticker == nil ? "" : "+"
        sql = SQLText(
            """
            SELECT o.event_id, o.ticker, o.family, o.event_type, o.horizon, p.kind, o.base_session, p.model_id,
                p.base_score, p.adjustment, p.predicted_impact, o.realized_impact, p.probability_up,
                o.outcome_return, o.label_direction, p.prediction_id
            FROM event_outcomes o
            CROSS JOIN predictions p ON p.event_id = o.event_id AND p.horizon = o.horizon
            """
        )
        let family = sql.parameter(.text(serving.family.rawValue))
        sql += " WHERE \(plain)o.family = \(family)"
        let horizon = sql.parameter(.text(serving.horizon.code))
        sql += " AND \(plain)o.horizon = \(horizon)"
        if let ticker = filter.ticker { add("o.ticker =", .text(ticker)) }
        addDays(filter, calendar: calendar)
        if let earliestLive { add("o.outcome_session >", .day(earliestLive)) }
        if let kind = filter.kind { add("p.kind =", .text(kind.rawValue)) }
        addModel(serving)
        if let cursor { add(cursor) }
        sql += " ORDER BY o.base_session DESC, o.event_id DESC, p.prediction_id DESC LIMIT \(limit)"
    }

    private mutating func add(_ comparison: String, _ value: SQLValue) {
        let name = sql.parameter(value)
        sql += " AND \(comparison) \(name)"
    }

    /// The reaction session follows the base session: it lies on or after a day exactly where the base session lies on
    /// or after the last session before that day.
    private mutating func addDays(_ filter: BacktestEventFilter, calendar: ExchangeCalendar) {
        if let since = filter.since {
            let base = try? calendar.session(onOrBefore: since.advanced(byDays: -1))
            if let base {
                add("o.base_session >=", .day(calendar.day(ofSession: base)))
            } else if since > calendar.lastDay {
                sql += " AND 0"
            }
        }
        if let until = filter.until {
            let base = (try? calendar.session(onOrBefore: until)).map { $0 - 1 }
            if let base, base >= 0 {
                add("o.base_session <=", .day(calendar.day(ofSession: base)))
            } else if until < calendar.lastDay {
                sql += " AND 0"
            }
        }
    }

    /// Out-of-sample predictions of the serving model, and live ones of any version of its slot that were the first and
    /// made before the outcome's session.
    private mutating func addModel(_ serving: BacktestEventStore.Serving) {
        let model = sql.parameter(.text(serving.modelID))
        sql += " AND ((p.kind <> 'live' AND p.model_id = \(model))"
        let family = sql.parameter(.text(serving.cell.familyName))
        let horizon = sql.parameter(.text(serving.cell.horizon.code))
        sql += """
             OR (p.kind = 'live' AND substr(p.made_at, 1, 10) < o.outcome_session
                AND p.model_id IN (SELECT m.model_id FROM model_registry m
                    WHERE m.family = \(family) AND m.horizon = \(horizon))
                AND NOT EXISTS (SELECT 1 FROM predictions q
                    WHERE q.event_id = p.event_id AND q.horizon = p.horizon AND q.kind = 'live'
                        AND q.model_id = p.model_id AND q.prediction_id < p.prediction_id)))
            """
    }

    /// Rows behind the last one of the page before, in the order of all slots together.
    private mutating func add(_ cursor: BacktestEventCursor) {
        // Alone it bounds the walk along the index.
        add("o.base_session <=", .day(cursor.baseSession))
        let day = sql.parameter(.day(cursor.baseSession))
        let event = sql.parameter(.text(cursor.eventID))
        let horizon = sql.parameter(.text(cursor.horizon.code))
        let prediction = sql.parameter(.integer(cursor.prediction))
        sql += """
             AND (o.base_session, o.event_id, o.horizon, p.prediction_id)
                < (\(day), \(event), \(horizon), \(prediction))
            """
    }
}
