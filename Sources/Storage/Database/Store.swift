import Foundation
import GRDB

/// One database with everything that the engine knows: an SQLite file in WAL mode.
///
/// Reads see a snapshot and never wait for writes; writes are transactions, one at a time across processes, and either
/// complete or leave no trace.
public struct Store: Sendable {
    private let pool: DatabasePool
    private let watcher: ChangeWatcher
    /// Path of the database file.
    public let path: String

    /// Opens a database and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: the SQLite file.
    ///   - create: whether to create the file where there is none.
    ///   - cacheKilobytes: pages that each of up to five connections keeps in memory; jobs that go through whole tables want
    ///     many, a server few.
    ///   - mappedMegabytes: how much of the file is read through a mapping instead of copies, which spares whole-table
    ///     readings a call for each page.
    ///   - trace: receives the text of each statement that is run, from any thread.
    /// - Throws: `StorageError` where the file is missing or is something else than a database of this program.
    public init(
        path: String,
        create: Bool = true,
        cacheKilobytes: Int = 32_000,
        mappedMegabytes: Int = 0,
        trace: (@Sendable (String) -> Void)? = nil
    ) throws {
        guard !path.contains("://") else { throw StorageError.unsupportedAddress(path) }
        guard create || FileManager.default.fileExists(atPath: path) else {
            throw StorageError.missing(path: path)
        }
        var configuration = Configuration()
        configuration.busyMode = .timeout(60)
        configuration.maximumReaderCount = 4
        configuration.label = "market-echo"
        configuration.prepareDatabase { database in
            if let trace { database.trace { trace("\($0)") } }
            // A checkpoint waits for the disk twice; at 32 MB instead of 4 a bulk write has few of them.
            try database.execute(
                sql: """
                    PRAGMA synchronous = NORMAL; PRAGMA cache_size = -\(cacheKilobytes); PRAGMA wal_autocheckpoint = 8000;
                    PRAGMA mmap_size = \(mappedMegabytes << 20)
                    """
            )
        }
        pool = try Self.retryingWhileLocked(path) {
            // Looked at before anything is written: a pool turns the file to WAL mode, be it whose it may.
            try Self.checkIdentity(path, configuration)
            let pool = try DatabasePool(path: path, configuration: configuration)
            try Self.migrate(pool)
            return pool
        }
        self.path = path
        watcher = ChangeWatcher(path: path)
    }

    /// Stands for what the database holds right now; costs some microseconds.
    ///
    /// Another token than before means that something was written, by this store, by another one or by another process.
    public func changeToken() throws -> ChangeToken { try watcher.token() }

    /// Reads from a snapshot.
    public func read<Value>(_ body: (SQLConnection) throws -> Value) throws -> Value {
        try pool.read { try body(SQLConnection($0)) }
    }

    /// Reads with statements that need no common snapshot, each being one by itself: spares the transaction around them.
    func readEach<Value>(_ body: (SQLConnection) throws -> Value) throws -> Value {
        try pool.unsafeRead { try body(SQLConnection($0)) }
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
    ///
    /// The write-ahead log is written back first, so that the file alone is the whole database: the pool's readers close
    /// last and cannot do it. Nobody is waited for; what another process still reads stays in the log.
    public func close() throws {
        do {
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Another process writes the log back right now.
        }
        try watcher.close()
        try pool.close()
    }

    /// Runs the opening again while another process turns the same new file to WAL mode or recovers its log: SQLite reports
    /// these short locks at once, without regard to the time that it may wait.
    private static func retryingWhileLocked<Value>(_ path: String, _ open: () throws -> Value) throws -> Value
    {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            do {
                return try open()
            } catch let error as DatabaseError {
                guard error.resultCode == .SQLITE_BUSY, ContinuousClock.now < deadline else {
                    throw StorageError(opening: path, error)
                }
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    /// Brings the schema up to date.
    ///
    /// Another process that opens the same new file may make a step first; this one's step then fails and it goes on from there.
    private static func migrate(_ pool: DatabasePool) throws {
        let migrator = Schema.migrator
        var applied = try pool.read { try migrator.appliedIdentifiers($0).count }
        while true {
            do {
                return try migrator.migrate(pool)
            } catch let error as DatabaseError {
                let reached = try pool.read { try migrator.appliedIdentifiers($0).count }
                guard reached > applied else { throw error }
                applied = reached
            }
        }
    }

    private static func checkIdentity(_ path: String, _ configuration: Configuration) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let size = attributes?[.size] as? Int, size > 0 else { return }
        var readOnly = configuration
        readOnly.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: readOnly)
        defer { try? queue.close() }
        try queue.read { database in
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table'"
            )
            let foreign = !tables.isEmpty && !tables.contains("grdb_migrations")
            if foreign {
                throw StorageError.notADatabase(path: path, reason: "it holds the tables of another program")
            }
            if try Schema.migrator.hasBeenSuperseded(database) { throw StorageError.newerSchema(path: path) }
        }
    }
}
