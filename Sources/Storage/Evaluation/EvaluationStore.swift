import Events
import Market
import Models

/// What the monitoring report reads: labels and the predictions that they grade.
public struct EvaluationStore {
    let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Labelled events, companies and days: in all, by family, and by family and horizon.
    public func labelCounts() throws -> [LabelCountRow] { try labels().counts }

    /// All labels with the rules' direction of their events.
    public func labels() throws -> LabelTable {
        var table = LabelTable()
        table.reserve(try connection.count("SELECT count(*) FROM event_outcomes"))
        let sql = """
            SELECT event_id, horizon, ticker, family, base_session, outcome_session, outcome_return,
                label_direction, realized_impact
            FROM event_outcomes ORDER BY event_id, horizon
            """
        var current: [UInt8] = []
        try connection.forEach(sql) { row in
            let isSame = unsafe row.withBytes(0) { unsafe $0.elementsEqual(current) }
            if !isSame || table.events.isEmpty {
                current = unsafe row.withBytes(0) { unsafe Array($0) }
                table.append(
                    LabelTable.Event(
                        eventID: row.text(0),
                        ticker: row.text(2),
                        family: try row.value(3, as: EventFamily.self)
                    )
                )
            }
            table.append(
                LabelTable.Row(
                    event: table.events.count - 1,
                    horizon: try row.horizon(1),
                    baseSession: try row.day(4),
                    outcomeSession: try row.day(5),
                    abnormalReturn: row.double(6),
                    direction: row.integer(7),
                    realizedImpact: row.optionalDouble(8)
                )
            )
        }
        var last = -1
        try connection.forEach("SELECT event_id, direction FROM base_scores ORDER BY event_id") { row in
            guard let event = table.position(row, 0, after: &last) else { return }
            table.events[event].ruleDirection = row.text(1)
        }
        return table
    }

    /// Calls a closure with the out-of-sample predictions of models that have a label, model by model.
    public func forEachOutOfSample(
        models: [String],
        labels: LabelTable,
        _ body: (GradedRow) throws -> Void
    ) throws {
        for model in models.sorted() {
            for kind in [SampleKind.walkForward, .lockBox] {
                var last = -1
                let sql = "SELECT \(Self.columns) FROM predictions WHERE model_id = $1 AND kind = $2"
                try connection.forEach(sql, [.text(model), .text(kind.rawValue)]) { row in
                    guard let label = try Self.label(row, labels, after: &last) else { return }
                    try body(Self.graded(row, label: label, model: model, kind: kind))
                }
            }
        }
    }

    /// Calls a closure with the live predictions that were made before their outcome's session had begun, the first of
    /// each event, horizon and model.
    public func forEachLive(labels: LabelTable, _ body: (GradedRow) throws -> Void) throws {
        guard let latest = labels.latestOutcome else { return }
        struct Key: Hashable {
            let label: Int
            let model: String
        }
        var seen = Set<Key>()
        var last = -1
        let sql = """
            SELECT \(Self.columns), model_id, substr(made_at, 1, 10) FROM predictions
            WHERE kind = 'live' AND model_id IS NOT NULL AND made_at < $1 ORDER BY prediction_id
            """
        try connection.forEach(sql, [.day(latest)]) { row in
            guard let label = try Self.label(row, labels, after: &last) else { return }
            let model = row.text(12)
            guard try row.day(13) < labels.rows[label].outcomeSession,
                seen.insert(Key(label: label, model: model)).inserted
            else { return }
            try body(Self.graded(row, label: label, model: model, kind: .live))
        }
    }

    // MARK: Rows

    private static let columns = """
        event_id, horizon, base_score, adjustment, predicted_impact, probability_up, predicted_move, \
        interval_lower, interval_upper, volatility, baseline_impact, baseline_probability
        """

    /// The label of a prediction; nil where there is none.
    private static func label(_ row: SQLRow, _ labels: LabelTable, after last: inout Int) throws -> Int? {
        guard let event = labels.position(row, 0, after: &last) else { return nil }
        return labels.row(event, try row.horizon(1))
    }

    private static func graded(_ row: SQLRow, label: Int, model: String, kind: SampleKind) -> GradedRow {
        GradedRow(
            label: label,
            modelID: model,
            kind: kind,
            baseScore: row.double(2),
            adjustment: row.double(3),
            predictedImpact: row.optionalDouble(4),
            probabilityUp: row.optionalDouble(5),
            predictedMove: row.optionalDouble(6),
            intervalLower: row.optionalDouble(7),
            intervalUpper: row.optionalDouble(8),
            volatility: row.optionalDouble(9),
            baselineImpact: row.optionalDouble(10),
            baselineProbability: row.optionalDouble(11)
        )
    }
}
