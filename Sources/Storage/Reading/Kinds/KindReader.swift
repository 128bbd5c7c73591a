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
        let outcomes = try outcomes(selection)
        return Self.histories(of: outcomes)
    }

    /// What events like this one did before it was known: of all companies and of its own, outcomes closed by then.
    public func earlier(than event: MarketEvent) throws -> EarlierOfKind {
        let group = ItemGroup(of: event)
        let outcomes = try outcomes(KindSelection(kind: .group(group), knownBefore: event.knownAt))
        let own = KindSelection(ticker: event.ticker, kind: .group(group), knownBefore: event.knownAt)
        return EarlierOfKind(
            group: group,
            allCompanies: Self.histories(of: outcomes),
            sameCompany: Self.histories(of: outcomes.filter { $0.ticker == event.ticker }),
            similar: try latest(own, limit: 5)
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

    private func outcomes(_ selection: KindSelection) throws -> [PastOutcome] {
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
        return try connection.map(sql.text, sql.values) { row in
            PastOutcome(
                eventID: row.text(0),
                ticker: row.text(1),
                knownAt: try row.instant(2),
                horizon: try row.horizon(3),
                abnormalReturn: row.double(4),
                direction: row.integer(5),
                realizedImpact: row.optionalDouble(6)
            )
        }
    }

    private static func histories(of outcomes: [PastOutcome]) -> [Horizon: HistoryOfKind] {
        var result: [Horizon: HistoryOfKind] = [:]
        for horizon in Horizon.allCases {
            result[horizon] = HistoryOfKind(outcomes.filter { $0.horizon == horizon })
        }
        return result
    }
}

/// A label with the time of its event.
struct PastOutcome {
    let eventID: String
    let ticker: String
    let knownAt: UTCInstant
    let horizon: Horizon
    let abnormalReturn: Double
    let direction: Int
    let realizedImpact: Double?
}

extension HistoryOfKind {
    /// Sums up labels of one horizon.
    init(_ outcomes: [PastOutcome]) {
        guard !outcomes.isEmpty else { return }
        n = outcomes.count
        companies = Set(outcomes.map(\.ticker)).count
        let impacts = outcomes.compactMap(\.realizedImpact).sorted()
        self.impacts = impacts.count
        if !impacts.isEmpty {
            meanImpact = impacts.reduce(0, +) / Double(impacts.count)
            let middle = impacts.count / 2
            medianImpact =
                impacts.count % 2 == 1 ? impacts[middle] : (impacts[middle - 1] + impacts[middle]) / 2
        }
        directions = outcomes.count { $0.direction != 0 }
        if directions > 0 {
            shareUp = Double(outcomes.count { $0.direction > 0 }) / Double(directions)
        }
        meanAbsoluteMove = outcomes.reduce(0) { $0 + abs($1.abnormalReturn) } / Double(outcomes.count)
        newest = outcomes.sorted { ($0.knownAt, $0.eventID) > ($1.knownAt, $1.eventID) }.prefix(5)
            .map(\.eventID)
    }
}
