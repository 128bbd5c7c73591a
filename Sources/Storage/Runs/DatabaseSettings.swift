/// Settings that belong to the data of a database, such as the benchmark that its prices hold.
public struct DatabaseSettings {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// The benchmark that the database was made with; nil where none was stated.
    public func benchmark() throws -> String? {
        try connection.first("SELECT value FROM database_settings WHERE name = 'benchmark'") { $0.text(0) }
    }

    /// States the benchmark that the database is made with.
    public func setBenchmark(_ ticker: String) throws {
        try connection.execute(
            """
            INSERT INTO database_settings (name, value) VALUES ('benchmark', $1)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            [.text(ticker)]
        )
    }
}
