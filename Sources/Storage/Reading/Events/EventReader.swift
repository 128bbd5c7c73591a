import Events
import Market
import Models
import Scores

/// Lists of events with their scores and labels, a constant number of statements each.
public struct EventReader {
    let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// One page of a list.
    public func page(_ query: EventQuery) throws -> EventPage {
        // Keys first, so that sorting and skipping move no wide rows.
        // A condition that no index answers looks at every event: once for the page and the count together.
        let isWhole =
            query.isCounted && query.cursor == nil && (query.direction != nil || query.text != nil)
        let sql = EventListSQL.keys(query, isWhole: isWhole)
        var keys: [String] = []
        var found = 0
        try connection.forEach(sql.text, sql.values) { row in
            found += 1
            if found <= query.limit + 1 { keys.append(row.text(0)) }
        }
        var page = EventPage(rows: try rows(eventIDs: Array(keys.prefix(query.limit))))
        if keys.count > query.limit, let last = page.rows.last {
            page.next = Self.cursor(after: last, query.sort)
        }
        if isWhole {
            page.total = found
        } else if query.isCounted {
            let sql = EventListSQL.count(query)
            page.total = try connection.count(sql.text, sql.values)
        }
        return page
    }

    /// The rows of some events in the order of the keys; unknown keys are left out.
    public func rows(eventIDs: [String]) throws -> [EventListRow] {
        let sql = """
            SELECT \(Self.columns) FROM json_each($1) j CROSS JOIN events e ON e.event_id = j.value
            LEFT JOIN base_scores b ON b.event_id = e.event_id ORDER BY j.key
            """
        var rows = try connection.map(sql, [.list(eventIDs)], Self.decode)
        try complete(&rows)
        return rows
    }

    /// One event's row; nil for an unknown key.
    public func row(eventID: String) throws -> EventListRow? { try rows(eventIDs: [eventID]).first }

    // MARK: Rows

    /// Columns of an event and its base score, in the order of `decode`.
    static let columns = "\(eventColumns), b.score, b.direction, b.direction_confidence"

    /// Columns of an event whose table is named `e`.
    static let eventColumns = EventStore.columns.split(separator: ",")
        .map { "e." + $0.drop { $0 == " " } }.joined(separator: ", ")

    static func decode(_ row: SQLRow) throws -> EventListRow {
        var base: BaseSummary?
        if let score = row.optionalDouble(22) {
            base = BaseSummary(
                score: score,
                direction: try row.value(23, as: RuleDirection.self),
                confidence: row.double(24)
            )
        }
        return EventListRow(event: try EventStore.decode(row), base: base, predictions: [], labels: [])
    }

    private static func cursor(after row: EventListRow, _ sort: EventQuery.Sort) -> EventCursor? {
        switch sort {
        case .newest: EventCursor(knownAt: row.event.knownAt, eventID: row.event.eventID)
        case .score:
            row.base.map {
                EventCursor(score: $0.score, knownAt: row.event.knownAt, eventID: row.event.eventID)
            }
        }
    }

    /// Adds predictions and labels.
    private func complete(_ rows: inout [EventListRow]) throws {
        guard !rows.isEmpty else { return }
        let keys = rows.map(\.event.eventID)
        let predictions = try PredictionSummaries(connection).read(eventIDs: keys)
        let labels = try LabelSummaries(connection).read(eventIDs: keys)
        for index in rows.indices {
            rows[index].predictions = predictions[keys[index]] ?? []
            rows[index].labels = labels[keys[index]] ?? []
        }
    }
}
