import GRDB
import GRDBSQLite

/// The seam to a database: statements with `$1`-style parameters, rows, and bulk writes.
///
/// A connection is valid only inside the closure of `Store.read` or `Store.write` that receives it.
public struct SQLConnection {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Runs one statement.
    ///
    /// - Returns: the number of rows that it changed.
    @discardableResult
    public func execute(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try bulk(sql, count: 1) { _, binder in
            for value in values { binder.value(value) }
        }
        return database.changesCount
    }

    /// Runs one statement once per row, prepared once.
    ///
    /// - Parameters:
    ///   - sql: the statement.
    ///   - count: how often it runs.
    ///   - bind: binds the parameters of the run with the given number.
    /// - Throws: `StorageError.statement` where a run fails, and what `bind` throws.
    public func bulk(_ sql: String, count: Int, bind: (Int, inout SQLBinder) throws -> Void) throws {
        let statement = try database.cachedStatement(sql: sql)
        guard let handle = unsafe statement.sqliteStatement as OpaquePointer? else { return }
        defer {
            unsafe sqlite3_reset(handle)
            unsafe sqlite3_clear_bindings(handle)
        }
        for row in 0..<count {
            unsafe sqlite3_reset(handle)
            var binder = unsafe SQLBinder(handle)
            try bind(row, &binder)
            let code = unsafe sqlite3_step(handle)
            guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(sql) }
        }
    }

    /// Calls a closure with each row of a result.
    public func forEach(
        _ sql: String,
        _ values: [SQLValue] = [],
        _ body: (SQLRow) throws -> Void
    ) throws {
        let statement = try database.cachedStatement(sql: sql)
        guard let handle = unsafe statement.sqliteStatement as OpaquePointer? else { return }
        unsafe sqlite3_reset(handle)
        defer {
            unsafe sqlite3_reset(handle)
            unsafe sqlite3_clear_bindings(handle)
        }
        var binder = unsafe SQLBinder(handle)
        for value in values { binder.value(value) }
        let row = unsafe SQLRow(handle)
        while true {
            let code = unsafe sqlite3_step(handle)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw failure(sql) }
            try body(row)
        }
    }

    /// Maps each row of a result.
    public func map<Value>(
        _ sql: String,
        _ values: [SQLValue] = [],
        _ transform: (SQLRow) throws -> Value
    ) throws -> [Value] {
        var result: [Value] = []
        try forEach(sql, values) { result.append(try transform($0)) }
        return result
    }

    /// The first row of a result, mapped; nil where there is none.
    public func first<Value>(
        _ sql: String,
        _ values: [SQLValue] = [],
        _ transform: (SQLRow) throws -> Value
    ) throws -> Value? {
        try map(sql, values, transform).first
    }

    /// The first column of the first row as a whole number; 0 where there is no row.
    public func count(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try first(sql, values) { $0.integer(0) } ?? 0
    }

    /// Rows that this connection has changed since it was opened.
    var changesInAll: Int { database.totalChangesCount }

    /// The key of the last inserted row of a table with integer keys.
    public var lastInsertedKey: Int { Int(database.lastInsertedRowID) }

    private func failure(_ sql: String) -> StorageError {
        let message = unsafe database.sqliteConnection.flatMap { unsafe sqlite3_errmsg($0) }
            .map { unsafe String(cString: $0) }
        return .statement(message: message ?? "unknown reason", sql: sql)
    }
}
