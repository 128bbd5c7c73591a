import GRDB

/// An SQLite file of another program, opened for reading only.
public struct ForeignDatabase {
    private let queue: DatabaseQueue

    /// Opens a file.
    ///
    /// - Throws: `StorageError.notADatabase` where it is no SQLite file.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError {
            throw StorageError.notADatabase(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }

    /// Maps each row of a query.
    public func map<Value>(_ sql: String, _ transform: (SQLRow) throws -> Value) throws -> [Value] {
        try queue.read { try SQLConnection($0).map(sql, [], transform) }
    }
}
