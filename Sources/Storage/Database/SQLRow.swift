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

    /// The column as UTF-8 bytes; empty for NULL.
    public func utf8(_ column: Int32) -> [UInt8] {
        unsafe withBytes(column) { unsafe Array($0) }
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

    /// The column as floats: IEEE 754 single precision, little-endian; empty for NULL, odd bytes at the end are left out.
    public func floats(_ column: Int32) -> [Float] {
        guard let pointer = unsafe sqlite3_column_blob(statement, column) else { return [] }
        let count = Int(unsafe sqlite3_column_bytes(statement, column)) / 4
        return unsafe [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count {
                let bits = unsafe pointer.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
                unsafe buffer.initializeElement(at: index, to: Float(bitPattern: UInt32(littleEndian: bits)))
            }
            filled = count
        }
    }

    /// The column as a day.
    ///
    /// - Throws: `StorageError.corrupt` where the text is not an ISO day.
    public func day(_ column: Int32) throws -> TradingDay {
        let day = unsafe withBytes(column) { unsafe $0.count == 10 ? Self.storedDay($0) : nil }
        guard let day else { throw corrupt(column) }
        return day
    }

    /// The column as an instant.
    ///
    /// - Throws: `StorageError.corrupt` where the text is not an ISO instant.
    public func instant(_ column: Int32) throws -> UTCInstant {
        let instant = unsafe withBytes(column) { bytes in
            unsafe Self.storedInstant(bytes) ?? UTCInstant(iso8601: String(decoding: bytes, as: UTF8.self))
        }
        guard let instant else { throw corrupt(column) }
        return instant
    }

    /// The column as a horizon.
    ///
    /// - Throws: `StorageError.corrupt` for a text that is no horizon's code.
    public func horizon(_ column: Int32) throws -> Horizon {
        let horizon: Horizon? = unsafe withBytes(column) { bytes in
            if unsafe bytes.elementsEqual("1d".utf8) {
                .oneDay
            } else if unsafe bytes.elementsEqual("5d".utf8) {
                .fiveDay
            } else {
                unsafe bytes.elementsEqual("20d".utf8) ? .twentyDay : nil
            }
        }
        guard let horizon else { throw corrupt(column) }
        return horizon
    }

    /// The column as a value of an enumeration with text raw values.
    ///
    /// - Throws: `StorageError.corrupt` for a text that the enumeration does not know.
    public func value<Value: RawRepresentable<String>>(_ column: Int32, as type: Value.Type) throws -> Value {
        guard let value = Value(rawValue: text(column)) else { throw corrupt(column) }
        return value
    }

    /// Reads `YYYY-MM-DDTHH:MM:SSZ`, as all instants are stored, without a detour over text.
    private static func storedInstant(_ bytes: UnsafeBufferPointer<UInt8>) -> UTCInstant? {
        guard bytes.count == 20, let day = unsafe storedDay(bytes), unsafe bytes[10] == UInt8(ascii: "T"),
            unsafe bytes[13] == UInt8(ascii: ":"), unsafe bytes[16] == UInt8(ascii: ":"),
            unsafe bytes[19] == UInt8(ascii: "Z")
        else { return nil }
        let hour = unsafe number(bytes, 11, 2)
        let minute = unsafe number(bytes, 14, 2)
        let second = unsafe number(bytes, 17, 2)
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
            return nil
        }
        return UTCInstant(day: day, secondOfDay: (hour * 60 + minute) * 60 + second)
    }

    /// Reads `YYYY-MM-DD` from the first ten bytes.
    private static func storedDay(_ bytes: UnsafeBufferPointer<UInt8>) -> TradingDay? {
        guard bytes.count >= 10, unsafe bytes[4] == UInt8(ascii: "-"), unsafe bytes[7] == UInt8(ascii: "-")
        else { return nil }
        return unsafe TradingDay(
            year: number(bytes, 0, 4),
            month: number(bytes, 5, 2),
            day: number(bytes, 8, 2)
        )
    }

    /// The whole number of some digits; -1 where one is none.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int {
        var result = 0
        for position in start..<start + count {
            let digit = unsafe Int(bytes[position]) - 48
            guard (0...9).contains(digit) else { return -1 }
            result = result * 10 + digit
        }
        return result
    }

    private func corrupt(_ column: Int32) -> StorageError {
        let name = unsafe sqlite3_column_name(statement, column).map { unsafe String(cString: $0) }
        return StorageError.corrupt(table: "result", column: name ?? "?", value: text(column))
    }

    /// Calls a closure with the column's UTF-8 bytes, valid only inside it; none for NULL.
    func withBytes<Result>(
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
