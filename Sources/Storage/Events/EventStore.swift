public import Events
public import Market

/// What an import did to a table.
public struct UpsertCounts: Sendable, Equatable {
    /// Rows that were not there before.
    public var inserted = 0
    /// Rows whose content changed.
    public var updated = 0
    /// Rows that were there already with the same content.
    public var unchanged = 0

    /// Creates counts.
    public init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0) {
        self.inserted = inserted
        self.updated = updated
        self.unchanged = unchanged
    }

    /// Rows written.
    public var written: Int { inserted + updated }

    /// Adds the counts of another import.
    public static func += (total: inout UpsertCounts, other: UpsertCounts) {
        total.inserted += other.inserted
        total.updated += other.updated
        total.unchanged += other.unchanged
    }
}

/// The events table.
public struct EventStore {
    let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Columns of a whole event in the order of `decode`.
    static let columns = """
        event_id, ticker, ticker_valid, cik, company_name, event_type, items, occurred_on, known_at, \
        time_precision, time_source, title, summary, source, source_url, eps_estimate, eps_actual, \
        surprise_pct, decision, amends, is_amendment, related_event_id
        """

    /// Stores events by key: new ones are inserted, changed ones updated, equal ones left alone.
    ///
    /// What was ingested was known by then: a later correction of the time goes no further than the first ingestion.
    ///
    /// - Parameters:
    ///   - events: the events, in any order.
    ///   - now: the time of ingestion.
    /// - Returns: how many rows were new, changed and equal.
    /// - Throws: `StorageError` where an event breaks a rule of the table.
    public func upsert(_ events: [MarketEvent], now: UTCInstant) throws -> UpsertCounts {
        let known = try existing(among: events)
        var counts = UpsertCounts()
        var changed: [MarketEvent] = []
        for var event in events.sorted(by: { $0.eventID < $1.eventID }) {
            guard let stored = known[event.eventID] else {
                counts.inserted += 1
                changed.append(event)
                continue
            }
            event.knownAt = min(event.knownAt, stored.ingestedAt)
            if event == stored.event {
                counts.unchanged += 1
            } else {
                counts.updated += 1
                changed.append(event)
            }
        }
        let sql = """
            INSERT INTO events (\(Self.columns), family, ingested_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                $21, $22, $23, $24)
            ON CONFLICT (event_id) DO UPDATE SET
                ticker = excluded.ticker, ticker_valid = excluded.ticker_valid, cik = excluded.cik,
                company_name = excluded.company_name, event_type = excluded.event_type, items = excluded.items,
                occurred_on = excluded.occurred_on, known_at = excluded.known_at,
                time_precision = excluded.time_precision, time_source = excluded.time_source,
                title = excluded.title, summary = excluded.summary, source = excluded.source,
                source_url = excluded.source_url, eps_estimate = excluded.eps_estimate,
                eps_actual = excluded.eps_actual, surprise_pct = excluded.surprise_pct,
                decision = excluded.decision, amends = excluded.amends, is_amendment = excluded.is_amendment,
                related_event_id = excluded.related_event_id, family = excluded.family
            """
        try connection.bulk(sql, count: changed.count) { row, binder in
            Self.bind(changed[row], now: now, to: &binder)
        }
        return counts
    }

    /// All events, or those of some tickers, sorted by ticker, time and key.
    public func events(ofTicker ticker: String? = nil) throws -> [MarketEvent] {
        let filter = ticker == nil ? "" : "WHERE ticker = $1"
        return try connection.map(
            "SELECT \(Self.columns) FROM events \(filter) ORDER BY ticker, known_at, event_id",
            ticker.map { [.text($0)] } ?? [],
            Self.decode
        )
    }

    /// One event; nil where there is none with that key.
    public func event(_ eventID: String) throws -> MarketEvent? {
        try connection.first(
            "SELECT \(Self.columns) FROM events WHERE event_id = $1",
            [.text(eventID)],
            Self.decode
        )
    }

    /// Number of stored events.
    public func count() throws -> Int {
        try connection.count("SELECT count(*) FROM events")
    }

    private func existing(
        among events: [MarketEvent]
    ) throws -> [String: (event: MarketEvent, ingestedAt: UTCInstant)] {
        guard try count() > 0 else { return [:] }
        var known: [String: (event: MarketEvent, ingestedAt: UTCInstant)] = [:]
        let wanted = Set(events.map(\.eventID))
        let sql = "SELECT \(Self.columns), ingested_at FROM events"
        // A few are looked up one by one, many in one pass.
        let queries =
            wanted.count < 200
            ? wanted.map { (sql: sql + " WHERE event_id = $1", values: [SQLValue.text($0)]) }
            : [(sql: sql, values: [])]
        for query in queries {
            try connection.forEach(query.sql, query.values) { row in
                let key = row.text(0)
                guard wanted.contains(key) else { return }
                known[key] = (try Self.decode(row), try row.instant(22))
            }
        }
        return known
    }

    private static func bind(_ event: MarketEvent, now: UTCInstant, to binder: inout SQLBinder) {
        binder.text(event.eventID)
        binder.text(event.ticker)
        binder.integer(event.tickerIsValid ? 1 : 0)
        binder.text(event.cik)
        binder.text(event.companyName)
        binder.text(event.type.rawValue)
        binder.text(ItemText.join(event.items))
        binder.day(event.occurredOn)
        binder.instant(event.knownAt)
        binder.text(event.timePrecision.rawValue)
        binder.text(event.timeSource.rawValue)
        binder.text(event.title)
        binder.text(event.summary)
        binder.text(event.source)
        binder.text(event.sourceURL)
        binder.double(event.facts.epsEstimate)
        binder.double(event.facts.epsActual)
        binder.double(event.facts.surprisePercent)
        binder.text(event.facts.decision)
        binder.text(event.amends)
        binder.integer(event.isAmendment ? 1 : 0)
        binder.text(event.relatedEventID)
        binder.text(event.family.rawValue)
        binder.instant(now)
    }

    static func decode(_ row: SQLRow) throws -> MarketEvent {
        MarketEvent(
            eventID: row.text(0),
            ticker: row.text(1),
            tickerIsValid: row.integer(2) != 0,
            cik: row.optionalText(3),
            companyName: row.optionalText(4),
            type: try row.value(5, as: EventType.self),
            items: ItemText.split(row.text(6)),
            occurredOn: try row.day(7),
            knownAt: try row.instant(8),
            timePrecision: try row.value(9, as: TimePrecision.self),
            timeSource: try row.value(10, as: TimeSource.self),
            title: row.text(11),
            summary: row.text(12),
            source: row.text(13),
            sourceURL: row.optionalText(14),
            facts: EventFacts(
                epsEstimate: row.optionalDouble(15),
                epsActual: row.optionalDouble(16),
                surprisePercent: row.optionalDouble(17),
                decision: row.optionalText(18)
            ),
            amends: row.optionalText(19),
            isAmendment: row.integer(20) != 0,
            relatedEventID: row.optionalText(21)
        )
    }
}
