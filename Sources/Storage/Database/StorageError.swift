import GRDB

/// A database that cannot be opened, read or written as asked.
public enum StorageError: Error, Equatable, CustomStringConvertible {
    /// There is no database file.
    case missing(path: String)
    /// The file is not a database, or not one of this program.
    case notADatabase(path: String, reason: String)
    /// The operating system or another process keeps the file from being opened or written.
    case inaccessible(path: String, reason: String)
    /// The database was written by a newer version of this program.
    case newerSchema(path: String)
    /// A statement failed.
    case statement(message: String, sql: String)
    /// A stored value is outside what its column may hold.
    case corrupt(table: String, column: String, value: String)
    /// A database address of a kind that this build does not open.
    case unsupportedAddress(String)

    /// The error in one line, with what to do where that is known.
    public var description: String {
        switch self {
        case .missing(let path):
            "there is no database at \(path); make one with 'market-echo import' or 'market-echo demo'"
        case .notADatabase(let path, let reason):
            "\(path) is not a Market Echo database: \(reason)"
        case .inaccessible(let path, let reason):
            "the database \(path) cannot be opened: \(reason)"
        case .newerSchema(let path):
            "\(path) was written by a newer version of market-echo; use that version to read it"
        case .statement(let message, let sql):
            "database statement failed: \(message) (in: \(sql.prefix(120)))"
        case .corrupt(let table, let column, let value):
            "\(table).\(column) has the value '\(value)', which this version does not know"
        case .unsupportedAddress(let address):
            "database '\(address)' is not supported; accepted is the path of an SQLite file"
        }
    }
}

extension StorageError {
    /// What SQLite says when a file cannot be opened.
    init(opening path: String, _ error: DatabaseError) {
        let reason = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_IOERR, .SQLITE_BUSY, .SQLITE_LOCKED,
            .SQLITE_FULL, .SQLITE_AUTH:
            self = .inaccessible(path: path, reason: reason)
        default:
            self = .notADatabase(path: path, reason: reason)
        }
    }
}
