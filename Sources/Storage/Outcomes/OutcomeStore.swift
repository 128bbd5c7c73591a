import Events
public import Market
public import Outcomes

/// The identity of a label: one row per event and horizon.
public struct OutcomeKey: Hashable, Sendable, Comparable {
    /// The event's key.
    public let eventID: String
    /// The horizon.
    public let horizon: Horizon

    /// Creates a key.
    public init(eventID: String, horizon: Horizon) {
        self.eventID = eventID
        self.horizon = horizon
    }

    /// Keys are ordered by event, then by horizon code, as the tables are.
    public static func < (lhs: OutcomeKey, rhs: OutcomeKey) -> Bool {
        lhs.eventID == rhs.eventID ? lhs.horizon.code < rhs.horizon.code : lhs.eventID < rhs.eventID
    }
}

/// The label tables: outcomes, their revisions, skips and checkpoints.
public struct OutcomeStore {
    let connection: SQLConnection
    let calendar: ExchangeCalendar

    /// Works on a connection; the calendar turns session numbers into days.
    public init(_ connection: SQLConnection, calendar: ExchangeCalendar) {
        self.connection = connection
        self.calendar = calendar
    }

    private static let valueColumns = """
        outcome_return, stock_return, benchmark_return, label_direction, label_magnitude, realized_impact, \
        base_session, outcome_session, benchmark, price_vintage, label_version
        """

    private static let columns = "event_id, horizon, ticker, event_type, \(valueColumns)"

    /// All labels, or those of one symbol's events, sorted by key.
    ///
    /// A label whose event has moved to another symbol since is among those of the new symbol.
    public func outcomes(ofTicker ticker: String? = nil) throws -> [StoredOutcome] {
        let filter = ticker == nil ? "" : Self.ofEvents
        return try connection.map(
            """
            SELECT \(Self.columns), trained_version, recorded_at FROM event_outcomes \(filter)
            ORDER BY event_id, horizon
            """,
            ticker.map { [.text($0)] } ?? []
        ) { row in
            StoredOutcome(
                outcome: try decode(row),
                labelVersion: row.text(14),
                trainedVersion: row.optionalText(15),
                recordedAt: try row.instant(16)
            )
        }
    }

    /// The skips of one symbol's events by key.
    public func skips(ofTicker ticker: String) throws -> [OutcomeKey: StoredSkip] {
        var result: [OutcomeKey: StoredSkip] = [:]
        try connection.forEach(
            "SELECT event_id, horizon, reason, ticker FROM outcome_skips \(Self.ofEvents)",
            [.text(ticker)]
        ) { row in
            guard let horizon = Horizon(code: row.text(1)) else { return }
            result[OutcomeKey(eventID: row.text(0), horizon: horizon)] =
                StoredSkip(reason: try row.value(2, as: SkipReason.self), ticker: row.text(3))
        }
        return result
    }

    private static let ofEvents = "WHERE event_id IN (SELECT event_id FROM events WHERE ticker = $1)"

    /// Writes labels that are new or changed; the former row of a changed label must have been superseded before.
    public func write(_ outcomes: [Outcome], now: UTCInstant) throws {
        let sql = """
            INSERT INTO event_outcomes (\(Self.columns), family, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """
        try connection.bulk(sql, count: outcomes.count) { index, binder in
            let outcome = outcomes[index]
            binder.text(outcome.eventID)
            binder.text(outcome.horizon.code)
            binder.text(outcome.ticker)
            binder.text(outcome.type.rawValue)
            binder.double(outcome.abnormalReturn)
            binder.double(outcome.stockReturn)
            binder.double(outcome.benchmarkReturn)
            binder.integer(outcome.direction)
            binder.double(outcome.magnitude)
            binder.double(outcome.realizedImpact)
            binder.day(calendar.day(ofSession: outcome.baseSession))
            binder.day(calendar.day(ofSession: outcome.outcomeSession))
            binder.text(outcome.benchmark)
            binder.text(Hex.text(outcome.priceVintage))
            binder.text(OutcomeRules.version)
            binder.text(outcome.type.family.rawValue)
            binder.instant(now)
        }
    }

    /// Moves the current rows of labels to the revisions, with the time at which they ceased to be current.
    public func supersede(_ keys: [OutcomeKey], now: UTCInstant) throws {
        let move = """
            INSERT INTO event_outcome_revisions (event_id, horizon, superseded_at, revision, \(Self.valueColumns),
                trained_version, recorded_at)
            SELECT o.event_id, o.horizon, $1,
                (SELECT count(*) + 1 FROM event_outcome_revisions r
                    WHERE r.event_id = o.event_id AND r.horizon = o.horizon),
                \(Self.valueColumns), trained_version, recorded_at
            FROM event_outcomes o WHERE o.event_id = $2 AND o.horizon = $3
            """
        try connection.bulk(move, count: keys.count) { index, binder in
            binder.instant(now)
            binder.text(keys[index].eventID)
            binder.text(keys[index].horizon.code)
        }
        try delete(keys, from: "event_outcomes")
    }

    /// Records why keys have no label.
    public func write(
        skips: [(key: OutcomeKey, reason: SkipReason)],
        ticker: String,
        now: UTCInstant
    ) throws {
        let sql = """
            INSERT INTO outcome_skips (event_id, horizon, ticker, reason, recorded_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (event_id, horizon) DO UPDATE SET ticker = excluded.ticker, reason = excluded.reason,
                recorded_at = excluded.recorded_at
            """
        try connection.bulk(sql, count: skips.count) { index, binder in
            binder.text(skips[index].key.eventID)
            binder.text(skips[index].key.horizon.code)
            binder.text(ticker)
            binder.text(skips[index].reason.rawValue)
            binder.instant(now)
        }
    }

    /// Removes the skips of keys that have a label now.
    public func removeSkips(_ keys: [OutcomeKey]) throws {
        try delete(keys, from: "outcome_skips")
    }

    /// The states in which each symbol was last labelled completely.
    public func checkpoints() throws -> [String: LabelCheckpoint] {
        var result: [String: LabelCheckpoint] = [:]
        try connection.forEach("SELECT ticker, fingerprint, next_due FROM label_checkpoints") { row in
            result[row.text(0)] = LabelCheckpoint(
                fingerprint: row.text(1),
                nextDue: row.isNull(2) ? nil : try row.day(2)
            )
        }
        return result
    }

    /// Notes that a symbol was labelled completely.
    public func write(_ checkpoint: LabelCheckpoint, ticker: String, now: UTCInstant) throws {
        try connection.execute(
            """
            INSERT INTO label_checkpoints (ticker, fingerprint, next_due, updated_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (ticker) DO UPDATE SET fingerprint = excluded.fingerprint,
                next_due = excluded.next_due, updated_at = excluded.updated_at
            """,
            [
                .text(ticker), .text(checkpoint.fingerprint), .optional(checkpoint.nextDue?.iso8601),
                .instant(now),
            ]
        )
    }

    /// Forgets the checkpoints of symbols that have no events any more.
    public func removeCheckpoints(_ tickers: [String]) throws {
        try connection.bulk("DELETE FROM label_checkpoints WHERE ticker = $1", count: tickers.count) {
            $1.text(tickers[$0])
        }
    }

    private func delete(_ keys: [OutcomeKey], from table: String) throws {
        try connection.bulk(
            "DELETE FROM \(table) WHERE event_id = $1 AND horizon = $2",
            count: keys.count
        ) { index, binder in
            binder.text(keys[index].eventID)
            binder.text(keys[index].horizon.code)
        }
    }

    private func decode(_ row: SQLRow) throws -> Outcome {
        guard let horizon = Horizon(code: row.text(1)),
            let base = try calendar.session(on: try row.day(10)),
            let outcome = try calendar.session(on: try row.day(11)), let vintage = Hex.value(row.text(13))
        else {
            throw StorageError.corrupt(table: "event_outcomes", column: "horizon", value: row.text(1))
        }
        return Outcome(
            eventID: row.text(0),
            ticker: row.text(2),
            type: try row.value(3, as: EventType.self),
            horizon: horizon,
            benchmark: row.text(12),
            baseSession: base,
            outcomeSession: outcome,
            stockReturn: row.double(5),
            benchmarkReturn: row.double(6),
            abnormalReturn: row.double(4),
            direction: row.integer(7),
            realizedImpact: row.optionalDouble(9),
            priceVintage: vintage
        )
    }
}
