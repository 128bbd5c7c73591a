import JSONText
public import Market

/// A value bound to a parameter of a statement.
public enum SQLValue: Sendable, Equatable {
    /// SQL NULL.
    case null
    /// A 64-bit integer.
    case integer(Int64)
    /// A double; NaN is bound as NULL.
    case real(Double)
    /// UTF-8 text.
    case text(String)
    /// Bytes.
    case blob([UInt8])

    /// Text, or NULL for nil.
    public static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

    /// A double, or NULL for nil.
    public static func optional(_ number: Double?) -> SQLValue { number.map(SQLValue.real) ?? .null }

    /// A day as ISO text.
    public static func day(_ day: TradingDay) -> SQLValue { .text(day.iso8601) }

    /// An instant as ISO text.
    public static func instant(_ instant: UTCInstant) -> SQLValue { .text(instant.iso8601) }

    /// Texts as one JSON array, for `IN (SELECT value FROM json_each($1))`: one statement for lists of any length.
    public static func list(_ texts: some Sequence<String>) -> SQLValue {
        .text(JSONWriter.text(Array(texts)))
    }

    /// A whole number.
    public static func integer(_ number: Int) -> SQLValue { .integer(Int64(number)) }
}
