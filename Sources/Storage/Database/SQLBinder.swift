import GRDBSQLite
public import Market

/// Binds the parameters of a prepared statement one after the other.
@safe
public struct SQLBinder {
    private let statement: OpaquePointer
    private var position: Int32 = 0

    init(_ statement: OpaquePointer) {
        unsafe self.statement = unsafe statement
    }

    /// Binds NULL.
    public mutating func null() {
        position += 1
        _ = unsafe sqlite3_bind_null(statement, position)
    }

    /// Binds a whole number.
    public mutating func integer(_ value: Int) {
        position += 1
        _ = unsafe sqlite3_bind_int64(statement, position, Int64(value))
    }

    /// Binds a double; NaN as NULL.
    public mutating func double(_ value: Double) {
        position += 1
        _ =
            value.isNaN
            ? unsafe sqlite3_bind_null(statement, position)
            : unsafe sqlite3_bind_double(statement, position, value)
    }

    /// Binds a double, or NULL for nil.
    public mutating func double(_ value: Double?) {
        double(value ?? .nan)
    }

    /// Binds text.
    public mutating func text(_ value: String) {
        position += 1
        var value = value
        let position = position
        _ = value.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                unsafe sqlite3_bind_text(
                    statement,
                    position,
                    characters.baseAddress ?? Self.empty,
                    Int32(characters.count),
                    Self.transient
                )
            }
        }
    }

    /// Binds text, or NULL for nil.
    public mutating func text(_ value: String?) {
        if let value { text(value) } else { null() }
    }

    /// Binds a day as ISO text.
    public mutating func day(_ value: TradingDay) { text(value.iso8601) }

    /// Binds an instant as ISO text.
    public mutating func instant(_ value: UTCInstant) { text(value.iso8601) }

    /// Binds bytes.
    public mutating func blob(_ value: [UInt8]) {
        position += 1
        let position = position
        _ = unsafe value.withUnsafeBytes { bytes in
            unsafe sqlite3_bind_blob(
                statement,
                position,
                bytes.baseAddress ?? UnsafeRawPointer(Self.empty),
                Int32(bytes.count),
                Self.transient
            )
        }
    }

    /// Binds any value.
    public mutating func value(_ value: SQLValue) {
        switch value {
        case .null: null()
        case .integer(let number): integer(Int(number))
        case .real(let number): double(number)
        case .text(let string): text(string)
        case .blob(let bytes): blob(bytes)
        }
    }

    /// SQLite copies the bytes before the call returns.
    private static var transient: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    /// A valid address for empty values, since SQLite reads a null address as NULL.
    nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
        let cell = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        unsafe cell.initialize(to: 0)
        return unsafe UnsafePointer(cell)
    }()
}
