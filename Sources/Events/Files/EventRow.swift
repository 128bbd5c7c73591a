/// The fields of one row by column, without spaces around them; nil where a field is absent or blank.
struct EventRow {
    /// Line on which the row starts, from 1.
    let line: Int

    private var values: [ArraySlice<UInt8>?]
    private var stated: UInt64 = 0

    /// Longest field that is read.
    static let longestField = 65_536

    init(line: Int) {
        self.line = line
        values = Array(repeating: nil, count: EventColumn.allCases.count)
    }

    /// A field's bytes.
    subscript(column: EventColumn) -> ArraySlice<UInt8>? { values[column.rawValue] }

    /// Sets a field; a blank one counts as absent, one that is too long is refused.
    mutating func set(_ column: EventColumn, to bytes: ArraySlice<UInt8>) throws(RowProblem) {
        guard bytes.count <= Self.longestField else {
            throw RowProblem(
                line: line,
                column: column.name,
                reason: "is longer than \(Self.longestField) bytes"
            )
        }
        values[column.rawValue] = bytes.isEmpty ? nil : bytes
        stated |= 1 << UInt64(column.rawValue)
    }

    /// True where the file has the column for this row, blank or not.
    func states(_ column: EventColumn) -> Bool { stated >> UInt64(column.rawValue) & 1 == 1 }

    /// A field's text.
    func text(_ column: EventColumn) -> String? {
        self[column].map { String(decoding: $0, as: UTF8.self) }
    }

    /// A problem of the row with one of its fields.
    func problem(_ column: EventColumn, _ reason: String) -> RowProblem {
        RowProblem(line: line, column: column.name, value: text(column), reason: reason)
    }
}
