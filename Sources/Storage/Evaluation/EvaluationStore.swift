import Events
public import Market
import Models

/// What the monitoring report reads: labelled counts and graded predictions.
public struct EvaluationStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Labelled events, companies and days: in all, by family, and by family and horizon.
    public func labelCounts() throws -> [LabelCountRow] {
        let counts = "count(DISTINCT event_id), count(DISTINCT ticker), count(DISTINCT base_session)"
        let sql = """
            SELECT NULL, NULL, \(counts) FROM event_outcomes
            UNION ALL SELECT NULL, horizon, \(counts) FROM event_outcomes GROUP BY horizon
            UNION ALL SELECT family, NULL, \(counts) FROM event_outcomes GROUP BY family
            UNION ALL SELECT family, horizon, \(counts) FROM event_outcomes GROUP BY family, horizon
            """
        return try connection.map(sql) { row in
            LabelCountRow(
                family: row.isNull(0) ? nil : try row.value(0, as: EventFamily.self),
                horizon: Horizon(code: row.text(1)),
                events: row.integer(2),
                companies: row.integer(3),
                days: row.integer(4)
            )
        }
    }

    /// Number of labels.
    public func labelCount() throws -> Int {
        try connection.count("SELECT count(*) FROM event_outcomes")
    }

    /// The newest outcome session of any label; nil without labels.
    public func latestOutcome() throws -> TradingDay? {
        try connection.first("SELECT max(outcome_session) FROM event_outcomes") { row in
            row.isNull(0) ? nil : try row.day(0)
        } ?? nil
    }

    /// The out-of-sample predictions of models with their labels, sorted by event, horizon and number.
    public func outOfSample(models: [String]) throws -> [GradedRow] {
        try models.sorted().flatMap { model in
            try rows("p.model_id = $1 AND p.kind IN ('walk_forward', 'lock_box')", [.text(model)])
        }
    }

    /// Live predictions that were made before their outcome's session had begun, the first of each event, horizon and model.
    public func live() throws -> [GradedRow] {
        try rows(
            """
            p.kind = 'live' AND p.model_id IS NOT NULL AND substr(p.made_at, 1, 10) < o.outcome_session
            AND p.prediction_id IN (SELECT min(prediction_id) FROM predictions
                WHERE kind = 'live' AND model_id IS NOT NULL GROUP BY event_id, horizon, model_id)
            """,
            []
        )
    }

    private func rows(_ condition: String, _ values: [SQLValue]) throws -> [GradedRow] {
        let columns = PredictionStore.columns.split(separator: ",")
            .map { "p." + $0.drop { $0 == " " } }.joined(separator: ", ")
        let sql = """
            SELECT \(columns), o.ticker, o.family, o.base_session, o.outcome_session, o.outcome_return,
                o.label_direction, o.realized_impact, b.direction
            FROM predictions p
            JOIN event_outcomes o ON o.event_id = p.event_id AND o.horizon = p.horizon
            LEFT JOIN base_scores b ON b.event_id = p.event_id
            WHERE \(condition) ORDER BY p.event_id, p.horizon, p.prediction_id
            """
        let store = PredictionStore(connection)
        return try connection.map(sql, values) { row in
            GradedRow(
                prediction: try store.decode(row),
                ticker: row.text(22),
                family: try row.value(23, as: EventFamily.self),
                baseSession: try row.day(24),
                outcomeSession: try row.day(25),
                abnormalReturn: row.double(26),
                direction: row.integer(27),
                realizedImpact: row.optionalDouble(28),
                ruleDirection: row.optionalText(29)
            )
        }
    }
}
