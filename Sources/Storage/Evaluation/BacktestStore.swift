public import Events
public import Market
public import Outcomes

/// A stored event as far as the backtest counts it.
public struct CountedEvent: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// The event's symbol.
    public var ticker: String
    /// The event's type.
    public var type: EventType
    /// The group of like events that it belongs to.
    public var itemGroup: ItemGroup
    /// The day the source says it happened.
    public var occurredOn: TradingDay
    /// The instant from which the market could know it.
    public var knownAt: UTCInstant
    /// Whether that instant is exact.
    public var timePrecision: TimePrecision
    /// The rules' direction; nil where no base score is stored.
    public var ruleDirection: String?
}

/// What the backtesting report reads beside the predictions: events, skips, live scores and closes.
public struct BacktestStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// All events, sorted by key.
    public func events() throws -> [CountedEvent] {
        let sql = """
            SELECT e.event_id, ticker, event_type, items, occurred_on, known_at, time_precision, b.direction
            FROM events e LEFT JOIN base_scores b ON b.event_id = e.event_id ORDER BY e.event_id
            """
        return try connection.map(sql) { row in
            let type = try row.value(2, as: EventType.self)
            return CountedEvent(
                eventID: row.text(0),
                ticker: row.text(1),
                type: type,
                itemGroup: ItemGroup(type: type, items: ItemText.split(row.text(3))),
                occurredOn: try row.day(4),
                knownAt: try row.instant(5),
                timePrecision: try row.value(6, as: TimePrecision.self),
                ruleDirection: row.optionalText(7)
            )
        }
    }

    /// The skip ledger: event, horizon and reason, sorted by event.
    public func skips() throws -> [(eventID: String, horizon: Horizon, reason: SkipReason)] {
        let sql = "SELECT event_id, horizon, reason FROM outcome_skips ORDER BY event_id, horizon"
        return try connection.map(sql) { row in
            (row.text(0), try row.horizon(1), try row.value(2, as: SkipReason.self))
        }
    }

    /// The newest live score of each event, counted by horizon and by the reason for which no model was applied.
    public func liveScores() throws -> [(horizon: Horizon, reason: String?, n: Int)] {
        let sql = """
            SELECT p.horizon, p.ml_not_applied_reason, count(*)
            FROM current_predictions c JOIN predictions p ON p.prediction_id = c.prediction_id
            GROUP BY p.horizon, p.ml_not_applied_reason ORDER BY p.horizon, p.ml_not_applied_reason
            """
        return try connection.map(sql) { row in
            (try row.horizon(0), row.optionalText(1), row.integer(2))
        }
    }

    /// The usable adjusted closes of every symbol on the session grid, sorted by symbol.
    public func closes(calendar: ExchangeCalendar) throws -> [AdjustedCloses] {
        var breaks: [String: [Int]] = [:]
        try connection.forEach("SELECT ticker, day FROM price_breaks ORDER BY ticker, day") { row in
            guard let session = try? calendar.session(on: try row.day(1)) else { return }
            breaks[row.text(0), default: []].append(session)
        }
        var result: [AdjustedCloses] = []
        let tickers = try connection.map("SELECT ticker FROM price_series ORDER BY ticker") { $0.text(0) }
        // One query a symbol costs nothing and keeps its name out of every row.
        for ticker in tickers {
            var first = 0
            var values: [Double] = []
            let sql = """
                SELECT day, CASE WHEN quarantined IS NULL THEN adj_close END FROM prices WHERE ticker = $1 ORDER BY day
                """
            try connection.forEach(sql, [.text(ticker)]) { row in
                // A day outside the calendar's coverage has no session; its bar is kept and never used.
                guard let session = try? calendar.session(on: try row.day(0)) else { return }
                if values.isEmpty { first = session }
                while values.count < session - first { values.append(.nan) }
                values.append(row.double(1))
            }
            guard !values.isEmpty else { continue }
            result.append(
                AdjustedCloses(
                    ticker: ticker,
                    firstSession: first,
                    values: values,
                    breaks: breaks[ticker] ?? []
                )
            )
        }
        return result
    }
}
