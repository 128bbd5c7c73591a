import Foundation
import GRDB

/// One database with everything that the engine knows: an SQLite file in WAL mode.
///
/// Reads see a snapshot and never wait for writes; writes are transactions, one at a time across processes, and either
/// complete or leave no trace.
public struct Store: Sendable {
    private let pool: DatabasePool
    /// Path of the database file.
    public let path: String

    /// Opens a database and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: the SQLite file.
    ///   - create: whether to create the file where there is none.
    /// - Throws: `StorageError` where the file is missing or is something else than a database of this program.
    public init(path: String, create: Bool = true) throws {
        guard !path.contains("://") else { throw StorageError.unsupportedAddress(path) }
        guard create || FileManager.default.fileExists(atPath: path) else {
            throw StorageError.missing(path: path)
        }
        var configuration = Configuration()
        configuration.busyMode = .timeout(60)
        configuration.maximumReaderCount = 4
        configuration.label = "market-echo"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            try Self.checkIdentity(pool, path: path)
            try Schema.migrator.migrate(pool)
        } catch let error as DatabaseError {
            throw StorageError.notADatabase(path: path, reason: error.message ?? "\(error.resultCode)")
        }
        self.path = path
    }

    /// Reads from a snapshot.
    public func read<Value>(_ body: (SQLConnection) throws -> Value) throws -> Value {
        try pool.read { try body(SQLConnection($0)) }
    }

    /// Writes in one immediate transaction; an error rolls it back whole.
    public func write<Value>(_ body: (SQLConnection) throws -> Value) throws -> Value {
        try pool.writeWithoutTransaction { database in
            var result: Value?
            try database.inTransaction(.immediate) {
                result = try body(SQLConnection(database))
                return .commit
            }
            guard let result else {
                throw StorageError.statement(message: "the transaction gave no result", sql: "COMMIT")
            }
            return result
        }
    }

    /// Closes the database; later calls fail.
    public func close() throws {
        try pool.close()
    }

    private static func checkIdentity(_ pool: DatabasePool, path: String) throws {
        try pool.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            let foreign = !tables.isEmpty && !tables.contains("grdb_migrations")
            if foreign {
                throw StorageError.notADatabase(path: path, reason: "it holds the tables of another program")
            }
            if try Schema.migrator.hasBeenSuperseded(database) { throw StorageError.newerSchema(path: path) }
        }
    }
}
