/// A statement in the making: text with numbered parameters and their values.
///
/// Parameters must stand in the text in the order in which they were added.
struct SQLText {
    private(set) var text: String
    private(set) var values: [SQLValue] = []

    init(_ text: String = "") { self.text = text }

    /// Adds a value and gives the name of its parameter.
    mutating func parameter(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    /// Adds text.
    static func += (sql: inout SQLText, text: String) { sql.text += text }
}
