public import Events
public import Market

/// Looks back on events of a kind; a constant number of statements each.
public struct KindReader {
    private let connection: SQLConnection
    private let calendar: ExchangeCalendar

    /// Works on a connection; the calendar says when an outcome's session closed.
    public init(_ connection: SQLConnection, calendar: ExchangeCalendar) {
        self.connection = connection
        self.calendar = calendar
    }

    /// What the selected events did, by horizon; every horizon is there.
    public func histories(_ selection: KindSelection) throws -> [Horizon: HistoryOfKind] {
        var histories = PastOutcomes()
        try forEachOutcome(selection) { row in try histories.add(row) }
        return histories.summary
    }

    /// What events like this one did before it was known: of all companies and of its own, outcomes closed by then.
    public func earlier(than event: MarketEvent) throws -> EarlierOfKind {
        let group = ItemGroup(of: event)
        var all = PastOutcomes()
        var own = PastOutcomes()
        try forEachOutcome(KindSelection(kind: .group(group), knownBefore: event.knownAt)) { row in
            try all.add(row)
            if row.text(1) == event.ticker { try own.add(row) }
        }
        let similar = KindSelection(ticker: event.ticker, kind: .group(group), knownBefore: event.knownAt)
        return EarlierOfKind(
            group: group,
            allCompanies: all.summary,
            sameCompany: own.summary,
            similar: try latest(similar, limit: 5)
        )
    }

    /// How much is stored of the selected events.
    public func counts(_ selection: KindSelection) throws -> KindCounts? {
        var sql = SQLText(
            """
            SELECT count(*), count(DISTINCT k.ticker), sum(k.labels > 0), sum(k.labels), sum(k.scored),
                min(k.occurred_on), max(k.occurred_on)
            FROM (SELECT e.ticker, e.occurred_on,
                    (SELECT count(*) FROM event_outcomes o WHERE o.event_id = e.event_id) AS labels,
                    EXISTS (SELECT 1 FROM current_predictions c WHERE c.event_id = e.event_id) AS scored
                FROM events e WHERE
            """ + " "
        )
        try KindSQL(connection).append(selection, to: &sql)
        sql += ") k"
        return try connection.first(sql.text, sql.values) { row in
            KindCounts(
                events: row.integer(0),
                companies: row.integer(1),
                labelledEvents: row.integer(2),
                labels: row.integer(3),
                scoredEvents: row.integer(4),
                firstDay: row.isNull(5) ? nil : try row.day(5),
                lastDay: row.isNull(6) ? nil : try row.day(6)
            )
        }
    }

    /// The newest of the selected events, newest first.
    public func latest(_ selection: KindSelection, limit: Int) throws -> [EventListRow] {
        var sql = SQLText("SELECT e.event_id FROM events e WHERE ")
        try KindSQL(connection).append(selection, to: &sql)
        let limit = sql.parameter(.integer(limit))
        sql += " ORDER BY e.known_at DESC, e.event_id DESC LIMIT \(limit)"
        return try EventReader(connection).rows(eventIDs: keys(sql))
    }

    /// The selected events with the largest abnormal returns over a horizon, without sign, largest first.
    ///
    /// A label whose outcome session closed after `knownBefore` does not count.
    public func largestMoves(
        _ selection: KindSelection,
        horizon: Horizon,
        limit: Int
    ) throws -> [EventListRow] {
        var sql = SQLText(
            "SELECT e.event_id FROM events e CROSS JOIN event_outcomes o ON o.event_id = e.event_id WHERE "
        )
        try KindSQL(connection).append(selection, to: &sql)
        sql += " AND o.horizon = \(sql.parameter(.text(horizon.code)))"
        if let before = selection.knownBefore {
            sql += " AND o.outcome_session <= \(sql.parameter(.day(lastClosed(before))))"
        }
        let limit = sql.parameter(.integer(limit))
        sql += " ORDER BY o.label_magnitude DESC, e.known_at DESC, e.event_id LIMIT \(limit)"
        return try EventReader(connection).rows(eventIDs: keys(sql))
    }

    // MARK: Rows

    private func keys(_ sql: SQLText) throws -> [String] {
        try connection.map(sql.text, sql.values) { $0.text(0) }
    }

    /// The day of the last session that closed before an instant; before the calendar's first, a day before all others.
    private func lastClosed(_ instant: UTCInstant) -> TradingDay {
        let before = instant.advanced(bySeconds: -1)
        guard let session = try? calendar.lastSession(closedBy: before) else {
            return instant > calendar.closesAt(session: 0) ? instant.utcDay : TradingDay(daysSinceEpoch: 0)
        }
        return calendar.day(ofSession: session)
    }

    /// The labels of the selected events, in the columns that `PastOutcomes` reads.
    private func forEachOutcome(_ selection: KindSelection, _ body: (SQLRow) throws -> Void) throws {
        var sql = SQLText(
            """
            SELECT e.event_id, e.ticker, e.known_at, o.horizon, o.outcome_return, o.label_direction, o.realized_impact
            FROM events e CROSS JOIN event_outcomes o ON o.event_id = e.event_id WHERE
            """ + " "
        )
        try KindSQL(connection).append(selection, to: &sql)
        if let before = selection.knownBefore {
            sql += " AND o.outcome_session <= \(sql.parameter(.day(lastClosed(before))))"
        }
        try connection.forEach(sql.text, sql.values, body)
    }
}
