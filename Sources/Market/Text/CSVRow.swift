/// One row of a CSV file.
public struct CSVRow: Sendable {
    /// Line of the file on which the row starts, from 1; the heading is line 1.
    public let line: Int

    /// Where a field lies in the file's bytes.
    struct Slice: Sendable {
        var start: Int
        var end: Int
        var hasDoubledQuotes = false
    }

    private let source: [UInt8]
    private let slices: [Slice]

    init(line: Int, source: [UInt8], slices: [Slice]) {
        self.line = line
        self.source = source
        self.slices = slices
    }

    /// How many fields the row has; it may differ from the heading's.
    public var count: Int { slices.count }

    /// A field by its position from 0; nil where the row has no such field.
    public subscript(_ column: Int) -> CSVField? {
        guard slices.indices.contains(column) else { return nil }
        let slice = slices[column]
        return CSVField(
            source: source,
            range: slice.start..<slice.end,
            hasDoubledQuotes: slice.hasDoubledQuotes
        )
    }

    /// A field by a position from `CSVReader.column`; nil where there is no such column or field.
    public subscript(_ column: Int?) -> CSVField? {
        guard let column else { return nil }
        return self[column]
    }
}
