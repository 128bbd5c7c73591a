import Events
import Market
import Scores

/// A row of the log with what belongs to it: the event, its base score, and the explanation.
struct LoggedPrediction {
    struct Event {
        let eventID: String
        let ticker: String
        let type: EventType
    }

    /// The stored base score, its text not yet read.
    struct Base {
        let score: Double
        let direction: RuleDirection
        let rulesVersion: String
        let breakdown: [UInt8]

        func parsed() throws -> ParsedBase {
            guard let version = RulesVersion(rulesVersion) else {
                throw StorageError.corrupt(
                    table: "base_scores",
                    column: "rules_version",
                    value: rulesVersion
                )
            }
            return ParsedBase(
                direction: direction,
                rulesVersion: version,
                breakdown: try StoredBreakdown(utf8: breakdown)
            )
        }
    }

    struct ParsedBase {
        let direction: RuleDirection
        let rulesVersion: RulesVersion
        let breakdown: StoredBreakdown
    }

    struct StoredTerms {
        let featureSetVersion: String
        let bias: Double
        let points: [Float]
    }

    /// The prediction of one horizon.
    struct Line {
        let horizon: Horizon
        let baseScore: Double
        let adjustment: Double
        let adjusted: Double
        let reason: String?
        let weight: Double?
        let predictedImpact: Double?
        let probabilityUp: Double?
        let predictedMove: Double?
        let intervalLower: Double?
        let intervalUpper: Double?
        let featureHash: String
        let dataAsOf: UTCInstant
        let madeAt: UTCInstant
        let modelID: String?
        let directionModelID: String?
        let explanation: StoredTerms?
    }

    let event: Event
    /// Only the first row of an event has it.
    let base: Base?
    /// Nil where the event has no live prediction.
    let line: Line?
}

extension LoggedPrediction.Line {
    func score() throws(ScoreError) -> GuardrailedScore {
        try GuardrailedScore(
            restoringBase: baseScore,
            predictedImpact: predictedImpact,
            weight: weight,
            reason: reason,
            adjustment: adjustment,
            adjusted: adjusted
        )
    }

    func direction(rules: RuleDirection) throws(ScoreError) -> DirectionForecast {
        guard let probabilityUp else { return DirectionForecast(rules: rules) }
        return DirectionForecast(probabilityUp: try Probability(probabilityUp))
    }

    func interval() throws(ScoreError) -> ReturnInterval? {
        guard let intervalLower, let intervalUpper else { return nil }
        return try ReturnInterval(
            lower: try Percent(Fraction(intervalLower)),
            upper: try Percent(Fraction(intervalUpper))
        )
    }
}

// MARK: Rows

extension LoggedPrediction {
    private static let columns = """
        e.event_id, e.ticker, e.event_type, b.score, b.direction, b.rules_version, b.breakdown, c.horizon, \
        p.base_score, p.adjustment, p.ml_score_adjusted, p.ml_not_applied_reason, p.weight, p.predicted_impact, \
        p.probability_up, p.predicted_move, p.interval_lower, p.interval_upper, p.feature_hash, p.data_as_of, \
        p.made_at, p.model_id, p.direction_model_id, x.feature_set_version, x.bias, x.contributions
        """

    private static let joins = """
        LEFT JOIN base_scores b ON b.event_id = e.event_id
        LEFT JOIN current_predictions c ON c.event_id = e.event_id
        LEFT JOIN predictions p ON p.prediction_id = c.prediction_id
        LEFT JOIN prediction_explanations x ON x.prediction_id = c.prediction_id
        """

    private static let one = "SELECT \(columns) FROM events e \(joins) WHERE e.event_id = $1"
    private static let many = """
        SELECT \(columns) FROM (SELECT DISTINCT value FROM json_each($1)) j
        CROSS JOIN events e ON e.event_id = j.value \(joins)
        """

    /// The rows of one event.
    static func read(_ connection: SQLConnection, eventID: String) throws -> [LoggedPrediction] {
        var rows: [LoggedPrediction] = []
        try connection.forEach(one, [.text(eventID)]) { row in
            rows.append(try decode(row, first: rows.first))
        }
        return rows
    }

    /// The rows of many events by key.
    static func read(
        _ connection: SQLConnection,
        eventIDs: [String]
    ) throws -> [String: [LoggedPrediction]] {
        var rows: [String: [LoggedPrediction]] = [:]
        try connection.forEach(many, [.list(eventIDs)]) { row in
            let key = row.text(0)
            rows[key, default: []].append(try decode(row, first: rows[key]?.first))
        }
        return rows
    }

    private static func decode(_ row: SQLRow, first: LoggedPrediction?) throws -> LoggedPrediction {
        LoggedPrediction(
            event: try first?.event
                ?? Event(
                    eventID: row.text(0),
                    ticker: row.text(1),
                    type: try row.value(2, as: EventType.self)
                ),
            base: first == nil && !row.isNull(3)
                ? Base(
                    score: row.double(3),
                    direction: try row.value(4, as: RuleDirection.self),
                    rulesVersion: row.text(5),
                    breakdown: row.utf8(6)
                ) : nil,
            line: row.isNull(7) ? nil : try line(row)
        )
    }

    private static func line(_ row: SQLRow) throws -> Line {
        Line(
            horizon: try row.horizon(7),
            baseScore: row.double(8),
            adjustment: row.double(9),
            adjusted: row.double(10),
            reason: row.optionalText(11),
            weight: row.optionalDouble(12),
            predictedImpact: row.optionalDouble(13),
            probabilityUp: row.optionalDouble(14),
            predictedMove: row.optionalDouble(15),
            intervalLower: row.optionalDouble(16),
            intervalUpper: row.optionalDouble(17),
            featureHash: row.text(18),
            dataAsOf: try row.instant(19),
            madeAt: try row.instant(20),
            modelID: row.optionalText(21),
            directionModelID: row.optionalText(22),
            explanation: row.isNull(23)
                ? nil
                : StoredTerms(
                    featureSetVersion: row.text(23),
                    bias: row.double(24),
                    points: row.floats(25)
                )
        )
    }
}
