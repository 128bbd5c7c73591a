import Events
import Market
public import Outcomes

extension EventStore {
    /// All events as the labeller sees them, by symbol, each list sorted by time and key.
    public func labelSubjects() throws -> [(ticker: String, subjects: [LabelSubject])] {
        var result: [(ticker: String, subjects: [LabelSubject])] = []
        var subjects: [LabelSubject] = []
        var current = ""
        let sql = """
            SELECT event_id, ticker, ticker_valid, event_type, occurred_on, known_at, time_precision
            FROM events ORDER BY ticker, known_at, event_id
            """
        try connection.forEach(sql) { row in
            let ticker = row.text(1)
            if ticker != current {
                if !subjects.isEmpty { result.append((current, subjects)) }
                subjects = []
                current = ticker
            }
            subjects.append(
                LabelSubject(
                    eventID: row.text(0),
                    type: try row.value(3, as: EventType.self),
                    knownAt: try row.instant(5),
                    occurredOn: try row.day(4),
                    timePrecision: try row.value(6, as: TimePrecision.self),
                    tickerIsValid: row.integer(2) != 0
                )
            )
        }
        if !subjects.isEmpty { result.append((current, subjects)) }
        return result
    }
}
