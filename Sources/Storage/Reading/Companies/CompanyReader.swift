import Events
public import Market

/// Reads what is stored of companies.
public struct CompanyReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// One company; nil for a symbol of which nothing is stored.
    public func overview(ticker: String) throws -> CompanyOverview? {
        let instrument = try InstrumentStore(connection).instrument(ticker)
        let counts = try connection.map(
            """
            SELECT family, count(*), min(known_at), max(known_at) FROM events WHERE ticker = $1
            GROUP BY family ORDER BY family
            """,
            [.text(ticker)]
        ) { row in
            (
                count: FamilyCount(family: try row.value(0, as: EventFamily.self), events: row.integer(1)),
                first: try row.instant(2), last: try row.instant(3)
            )
        }
        let series = try series(ticker)
        guard instrument != nil || !counts.isEmpty || series != nil else { return nil }
        return CompanyOverview(
            ticker: ticker,
            name: try instrument?.name ?? newestName(ticker),
            instrument: instrument,
            eventCounts: counts.map(\.count),
            firstEvent: counts.map(\.first).min(),
            lastEvent: counts.map(\.last).max(),
            labelCounts: try labelCounts(ticker),
            series: series
        )
    }

    /// The usable adjusted closes of a symbol in order; quarantined and missing ones are left out.
    public func closes(
        ticker: String,
        since: TradingDay? = nil,
        until: TradingDay? = nil
    ) throws -> [AdjustedClose] {
        var sql = SQLText("SELECT day, adj_close FROM prices WHERE ticker = ")
        let symbol = sql.parameter(.text(ticker))
        sql += "\(symbol) AND quarantined IS NULL AND adj_close IS NOT NULL"
        if let since { sql += " AND day >= \(sql.parameter(.day(since)))" }
        if let until { sql += " AND day <= \(sql.parameter(.day(until)))" }
        sql += " ORDER BY day"
        return try connection.map(sql.text, sql.values) { row in
            AdjustedClose(day: try row.day(0), close: row.double(1))
        }
    }

    /// Symbols that have events, sorted.
    public func tickers() throws -> [String] {
        // Steps from one symbol to the next along the index instead of reading all its entries.
        try connection.map(
            """
            WITH RECURSIVE next(ticker) AS (SELECT min(ticker) FROM events
                UNION ALL SELECT (SELECT min(ticker) FROM events WHERE ticker > next.ticker) FROM next
                WHERE next.ticker IS NOT NULL)
            SELECT ticker FROM next WHERE ticker IS NOT NULL
            """
        ) { $0.text(0) }
    }

    private func newestName(_ ticker: String) throws -> String? {
        try connection.first(
            """
            SELECT company_name FROM events WHERE ticker = $1 AND company_name IS NOT NULL
            ORDER BY known_at DESC, event_id DESC LIMIT 1
            """,
            [.text(ticker)]
        ) { $0.text(0) }
    }

    private func labelCounts(_ ticker: String) throws -> [Horizon: Int] {
        var result: [Horizon: Int] = [:]
        try connection.forEach(
            """
            SELECT o.horizon, count(*) FROM events e CROSS JOIN event_outcomes o ON o.event_id = e.event_id
            WHERE e.ticker = $1 GROUP BY o.horizon
            """,
            [.text(ticker)]
        ) { row in result[try row.horizon(0)] = row.integer(1) }
        return result
    }

    private func series(_ ticker: String) throws -> SeriesFacts? {
        let breaks = try PriceStore(connection).breaks(ofTicker: ticker)
        return try connection.first(
            """
            SELECT s.source, s.fetched_at, s.first_day, s.last_day, s.bars,
                (SELECT count(*) FROM prices p WHERE p.ticker = s.ticker AND p.quarantined IS NOT NULL)
            FROM price_series s WHERE s.ticker = $1
            """,
            [.text(ticker)]
        ) { row in
            SeriesFacts(
                source: row.text(0),
                fetchedAt: try row.instant(1),
                firstDay: try row.day(2),
                lastDay: try row.day(3),
                bars: row.integer(4),
                quarantined: row.integer(5),
                breaks: breaks
            )
        }
    }
}
