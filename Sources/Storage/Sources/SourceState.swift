public import Market

/// How far a source has been read, for one of its keys: a company, a feed.
public struct SourceState: Sendable, Equatable {
    /// The connector's name, for example `edgar`.
    public var source: String
    /// What of the source: a company number, the name of a feed; empty for the source as a whole.
    public var key: String
    /// When it was last asked.
    public var lastAttemptAt: UTCInstant?
    /// When it last answered.
    public var lastSuccessAt: UTCInstant?
    /// The entity tag of its last answer.
    public var entityTag: String?
    /// The `Last-Modified` field of its last answer.
    public var lastModified: String?
    /// How far it was read, in the connector's own words.
    public var position: String?
    /// What went wrong last; nil after a success.
    public var message: String?
    /// Failures since the last success.
    public var consecutiveFailures = 0

    /// Creates the state of something that was never asked.
    public init(source: String, key: String) {
        self.source = source
        self.key = key
    }
}

/// The table of source states.
public struct SourceStateStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// All states of a source by key.
    public func states(of source: String) throws -> [String: SourceState] {
        var result: [String: SourceState] = [:]
        try connection.forEach(
            """
            SELECT key, last_attempt_at, last_success_at, entity_tag, last_modified, position, message,
                consecutive_failures
            FROM source_states WHERE source = $1
            """,
            [.text(source)]
        ) { row in
            var state = SourceState(source: source, key: row.text(0))
            state.lastAttemptAt = row.isNull(1) ? nil : try row.instant(1)
            state.lastSuccessAt = row.isNull(2) ? nil : try row.instant(2)
            state.entityTag = row.optionalText(3)
            state.lastModified = row.optionalText(4)
            state.position = row.optionalText(5)
            state.message = row.optionalText(6)
            state.consecutiveFailures = row.integer(7)
            result[state.key] = state
        }
        return result
    }

    /// Writes states over those stored before.
    public func save(_ states: [SourceState]) throws {
        let sql = """
            INSERT INTO source_states (source, key, last_attempt_at, last_success_at, entity_tag, last_modified,
                position, message, consecutive_failures)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (source, key) DO UPDATE SET last_attempt_at = excluded.last_attempt_at,
                last_success_at = excluded.last_success_at, entity_tag = excluded.entity_tag,
                last_modified = excluded.last_modified, position = excluded.position, message = excluded.message,
                consecutive_failures = excluded.consecutive_failures
            """
        try connection.bulk(sql, count: states.count) { index, binder in
            let state = states[index]
            binder.text(state.source)
            binder.text(state.key)
            binder.text(state.lastAttemptAt?.iso8601)
            binder.text(state.lastSuccessAt?.iso8601)
            binder.text(state.entityTag)
            binder.text(state.lastModified)
            binder.text(state.position)
            binder.text(state.message)
            binder.integer(state.consecutiveFailures)
        }
    }
}
