import Market
import Models
import Scores

/// The current predictions of many events in short.
struct PredictionSummaries {
    let connection: SQLConnection

    init(_ connection: SQLConnection) { self.connection = connection }

    /// By event, shortest horizon first.
    func read(eventIDs: [String]) throws -> [String: [PredictionSummary]] {
        let sql = """
            SELECT c.event_id, c.horizon, p.base_score, p.adjustment, p.ml_score_adjusted, p.ml_not_applied_reason,
                p.predicted_impact, m.model_id, m.family, m.version, p.probability_up, p.predicted_move,
                p.interval_lower, p.interval_upper, p.made_at
            FROM json_each($1) j CROSS JOIN current_predictions c ON c.event_id = j.value
            CROSS JOIN predictions p ON p.prediction_id = c.prediction_id
            LEFT JOIN model_registry m ON m.model_id = coalesce(p.model_id, p.direction_model_id)
            """
        var result: [String: [PredictionSummary]] = [:]
        try connection.forEach(sql, [.list(eventIDs)]) { row in
            result[row.text(0), default: []].append(try Self.decode(row))
        }
        return result.mapValues { $0.sorted { $0.horizon < $1.horizon } }
    }

    private static func decode(_ row: SQLRow) throws -> PredictionSummary {
        var model: ModelReference?
        if let id = row.optionalText(7) {
            model = ModelReference(id: id, family: row.text(8), version: row.text(9))
        }
        var interval: ReturnRange?
        if let lower = row.optionalDouble(12), let upper = row.optionalDouble(13) {
            interval = ReturnRange(lower: lower, upper: upper)
        }
        return PredictionSummary(
            horizon: try row.horizon(1),
            baseScore: row.double(2),
            adjusted: row.double(4),
            adjustment: row.double(3),
            reason: row.isNull(5) ? nil : try row.value(5, as: NotAppliedReason.self),
            predictedImpact: row.optionalDouble(6),
            model: model,
            probabilityUp: row.optionalDouble(10),
            predictedMove: row.optionalDouble(11),
            interval80: interval,
            madeAt: try row.instant(14)
        )
    }
}

/// The current labels of many events in short.
struct LabelSummaries {
    let connection: SQLConnection

    init(_ connection: SQLConnection) { self.connection = connection }

    /// By event, shortest horizon first.
    func read(eventIDs: [String]) throws -> [String: [LabelSummary]] {
        let sql = """
            SELECT o.event_id, o.horizon, o.outcome_return, o.label_direction, o.realized_impact, o.outcome_session
            FROM json_each($1) j CROSS JOIN event_outcomes o ON o.event_id = j.value
            """
        var result: [String: [LabelSummary]] = [:]
        try connection.forEach(sql, [.list(eventIDs)]) { row in
            result[row.text(0), default: []].append(
                LabelSummary(
                    horizon: try row.horizon(1),
                    abnormalReturn: row.double(2),
                    direction: row.integer(3),
                    realizedImpact: row.optionalDouble(4),
                    outcomeSession: try row.day(5)
                )
            )
        }
        return result.mapValues { $0.sorted { $0.horizon < $1.horizon } }
    }
}
