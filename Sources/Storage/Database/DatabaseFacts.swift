public import Market

/// What a database holds and in which state it is, for a health check.
public struct DatabaseFacts: Sendable, Equatable {
    /// The latest migration.
    public var schema: String
    /// Version of the SQLite library.
    public var sqliteVersion: String
    /// The first problem that SQLite finds in the file; nil where it finds none.
    public var problem: String?
    /// Stored events.
    public var events: Int
    /// Stored price series.
    public var priceSeries: Int
    /// Current labels.
    public var labels: Int
    /// Models of any status.
    public var models: Int
    /// Predictions ever made.
    public var predictions: Int
    /// The latest time at which anything was written; nil for an empty database.
    public var latestWrite: UTCInstant?
}

extension Store {
    /// Looks through the file and counts.
    public func facts() throws -> DatabaseFacts {
        try read { connection in
            let check = try connection.first("PRAGMA quick_check(1)") { $0.text(0) }
            let latest = try connection.first(
                """
                SELECT max(at) FROM (SELECT max(ingested_at) AS at FROM events
                    UNION ALL SELECT max(fetched_at) FROM price_series
                    UNION ALL SELECT max(started_at) FROM runs)
                """
            ) { $0.optionalText(0) }
            return DatabaseFacts(
                schema: try connection.first(
                    "SELECT identifier FROM grdb_migrations ORDER BY identifier DESC LIMIT 1"
                ) { $0.text(0) } ?? "none",
                sqliteVersion: try connection.first("SELECT sqlite_version()") { $0.text(0) } ?? "unknown",
                problem: check == "ok" ? nil : check,
                events: try connection.count("SELECT count(*) FROM events"),
                priceSeries: try connection.count("SELECT count(*) FROM price_series"),
                labels: try connection.count("SELECT count(*) FROM event_outcomes"),
                models: try connection.count("SELECT count(*) FROM model_registry"),
                predictions: try connection.count("SELECT count(*) FROM predictions"),
                latestWrite: latest.flatMap { $0 }.flatMap { UTCInstant(iso8601: $0) }
            )
        }
    }
}
