import GRDBSQLite
public import Market

/// One row of a result, valid only inside the closure that receives it.
///
/// Columns are counted from 0.
@safe
public struct SQLRow {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) {
        unsafe self.statement = unsafe statement
    }

    /// Whether the column is NULL.
    public func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    /// The column as a whole number; 0 for NULL.
    public func integer(_ column: Int32) -> Int {
        Int(unsafe sqlite3_column_int64(statement, column))
    }

    /// The column as a double; NaN for NULL.
    public func double(_ column: Int32) -> Double {
        isNull(column) ? .nan : unsafe sqlite3_column_double(statement, column)
    }

    /// The column as a double; nil for NULL.
    public func optionalDouble(_ column: Int32) -> Double? {
        isNull(column) ? nil : unsafe sqlite3_column_double(statement, column)
    }

    /// The column as text; empty for NULL.
    public func text(_ column: Int32) -> String {
        unsafe withBytes(column) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The column as text; nil for NULL.
    public func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// The column as bytes; empty for NULL.
    public func blob(_ column: Int32) -> [UInt8] {
        guard let pointer = unsafe sqlite3_column_blob(statement, column) else { return [] }
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        return unsafe Array(UnsafeRawBufferPointer(start: pointer, count: count))
    }

    /// The column as a day.
    ///
    /// - Throws: `StorageError.corrupt` where the text is not an ISO day.
    public func day(_ column: Int32) throws -> TradingDay {
        guard let day = unsafe withBytes(column, { unsafe TradingDay(utf8: $0) }) else {
            throw corrupt(column)
        }
        return day
    }

    /// The column as an instant.
    ///
    /// - Throws: `StorageError.corrupt` where the text is not an ISO instant.
    public func instant(_ column: Int32) throws -> UTCInstant {
        guard let instant = UTCInstant(iso8601: text(column)) else { throw corrupt(column) }
        return instant
    }

    /// The column as a value of an enumeration with text raw values.
    ///
    /// - Throws: `StorageError.corrupt` for a text that the enumeration does not know.
    public func value<Value: RawRepresentable<String>>(_ column: Int32, as type: Value.Type) throws -> Value {
        guard let value = Value(rawValue: text(column)) else { throw corrupt(column) }
        return value
    }

    private func corrupt(_ column: Int32) -> StorageError {
        let name = unsafe sqlite3_column_name(statement, column).map { unsafe String(cString: $0) }
        return StorageError.corrupt(table: "result", column: name ?? "?", value: text(column))
    }

    private func withBytes<Result>(
        _ column: Int32,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard let pointer = unsafe sqlite3_column_text(statement, column) else {
            return unsafe body(UnsafeBufferPointer(start: nil, count: 0))
        }
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        return unsafe body(UnsafeBufferPointer(start: pointer, count: count))
    }
}
