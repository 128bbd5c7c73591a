import Events
import Market
import Scores

/// The statements of a list of events.
///
/// Pages walk along an index in the order of the list and stop when they are full. A plus sign before a column keeps
/// SQLite from choosing that column's index where another gives the order.
enum EventListSQL {
    /// The keys of a page and of one row more, in order; or of all events that match.
    static func keys(_ query: EventQuery, isWhole: Bool = false) -> SQLText {
        var sql = SQLText("SELECT e.event_id \(tables(query))")
        let conditions = conditions(query, sql: &sql, after: query.cursor)
        sql += conditions
        sql += query.sort == .score ? " ORDER BY b.score DESC, " : " ORDER BY "
        sql += "e.known_at DESC, e.event_id DESC"
        guard !isWhole else { return sql }
        let limit = sql.parameter(.integer(query.limit + 1))
        sql += " LIMIT \(limit)"
        return sql
    }

    /// The number of all events that match.
    static func count(_ query: EventQuery) -> SQLText {
        let needsScores = query.sort == .score || query.minScore != nil || query.direction != nil
        var sql = SQLText("SELECT count(*) \(needsScores ? tables(query) : "FROM events e")")
        let conditions = conditions(query, sql: &sql, after: nil)
        sql += conditions
        return sql
    }

    private static func tables(_ query: EventQuery) -> String {
        switch query.sort {
        case .newest: "FROM events e LEFT JOIN base_scores b ON b.event_id = e.event_id"
        case .score: "FROM base_scores b CROSS JOIN events e ON e.event_id = b.event_id"
        }
    }

    private static func conditions(
        _ query: EventQuery,
        sql: inout SQLText,
        after cursor: EventCursor?
    ) -> String {
        var parts: [String] = []
        // The narrowest filter with an index in the order of time is the way in; the others only look.
        var way = query.sort == .newest ? "" : "+"
        if let ticker = query.ticker {
            parts.append("\(way)e.ticker = \(sql.parameter(.text(ticker)))")
            way = "+"
        }
        if !query.types.isEmpty {
            let types = query.types.map(\.rawValue).sorted()
            parts.append("\(types.count == 1 ? way : "+")e.event_type IN (\(list(types, &sql)))")
            way = types.count == 1 ? "+" : way
        }
        if !query.families.isEmpty {
            let families = query.families.map(\.rawValue).sorted()
            parts.append("\(families.count == 1 ? way : "+")e.family IN (\(list(families, &sql)))")
        }
        if let since = query.since { parts.append("e.known_at >= \(sql.parameter(.instant(since)))") }
        if let until = query.until { parts.append("e.known_at < \(sql.parameter(.instant(until)))") }
        if let score = query.minScore { parts.append("b.score >= \(sql.parameter(.real(score)))") }
        if let direction = query.direction { parts.append(condition(direction, &sql)) }
        if let isLabelled = query.isLabelled {
            parts.append(
                "\(isLabelled ? "" : "NOT ")EXISTS "
                    + "(SELECT 1 FROM event_outcomes o WHERE o.event_id = e.event_id)"
            )
        }
        if let text = query.text { parts.append(condition(containing: text, &sql)) }
        if let cursor { parts.append(condition(after: cursor, &sql)) }
        return parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
    }

    private static func list(_ texts: [String], _ sql: inout SQLText) -> String {
        texts.map { sql.parameter(.text($0)) }.joined(separator: ", ")
    }

    private static func condition(_ direction: EventQuery.Direction, _ sql: inout SQLText) -> String {
        switch direction {
        case .rules(let direction):
            return "b.direction = \(sql.parameter(.text(direction.rawValue)))"
        case .predicted(let direction, let horizon):
            let horizon = sql.parameter(.text(horizon.code))
            let (probability, rules) = sides(direction)
            return """
                (EXISTS (SELECT 1 FROM predictions p INDEXED BY live_probabilities
                    CROSS JOIN current_predictions c ON c.event_id = p.event_id AND c.horizon = p.horizon
                        AND c.prediction_id = p.prediction_id
                    WHERE p.event_id = e.event_id AND p.horizon = \(horizon) AND p.kind = 'live'
                        AND p.probability_up IS NOT NULL AND \(probability))
                OR (b.direction = '\(rules)' AND EXISTS (SELECT 1 FROM current_predictions c
                    CROSS JOIN predictions p ON p.prediction_id = c.prediction_id
                    WHERE c.event_id = e.event_id AND c.horizon = \(horizon) AND p.probability_up IS NULL)))
                """
        }
    }

    /// The rule of `DirectionForecast`: the model's side of one half, the rules' side where no model states a probability.
    private static func sides(_ direction: PredictedDirection) -> (probability: String, rules: String) {
        switch direction {
        case .up: ("p.probability_up > 0.5", "positive")
        case .down: ("p.probability_up < 0.5", "negative")
        case .uncertain: ("p.probability_up = 0.5", "uncertain")
        // A model never states it.
        case .neutral: ("p.probability_up < 0", "neutral")
        }
    }

    private static func condition(containing text: String, _ sql: inout SQLText) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
            .replacing("_", with: "\\_")
        let pattern = sql.parameter(.text("%\(escaped)%"))
        let columns = ["e.title", "e.ticker", "e.company_name", "e.event_id"]
        return "(" + columns.map { "\($0) LIKE \(pattern) ESCAPE '\\'" }.joined(separator: " OR ") + ")"
    }

    private static func condition(after cursor: EventCursor, _ sql: inout SQLText) -> String {
        guard let score = cursor.score else {
            let knownAt = sql.parameter(.instant(cursor.knownAt))
            return "(e.known_at, e.event_id) < (\(knownAt), \(sql.parameter(.text(cursor.eventID))))"
        }
        let bound = sql.parameter(.real(score))
        let knownAt = sql.parameter(.instant(cursor.knownAt))
        let key = sql.parameter(.text(cursor.eventID))
        return """
            b.score <= \(bound) AND (b.score < \(bound) OR (e.known_at, e.event_id) < (\(knownAt), \(key)))
            """
    }
}
