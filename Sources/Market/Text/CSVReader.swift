/// Reads comma-separated values row by row from bytes in memory.
///
/// RFC 4180: fields in quotes may hold separators, line ends and doubled quotes. Line ends are LF, CRLF or CR; a
/// byte order mark, blank lines and a missing last line end are accepted. The first row is the heading.
public struct CSVReader: Sendable {
    /// Column names as written in the first row, without spaces around them.
    public private(set) var header: [String] = []

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    /// Reads the heading of a file.
    ///
    /// - Throws: `CSVError` where there is no heading or it is not text.
    public init(bytes: [UInt8]) throws(CSVError) {
        try self.init(bytes: bytes, separator: UInt8(ascii: ","))
    }

    /// Reads the heading of a file whose fields stand between the given bytes, such as semicolons or tabs.
    ///
    /// - Throws: `CSVError` where there is no heading or it is not text.
    public init(bytes: [UInt8], separator: UInt8) throws(CSVError) {
        self.bytes = bytes
        self.separator = separator
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        guard let first = try next() else { throw .empty }
        var names: [String] = []
        for column in 0..<first.count {
            let name = first[column]?.trimmedBytes ?? []
            guard !name.contains(0), let text = String(validating: name, as: UTF8.self) else {
                throw .notText
            }
            names.append(text)
        }
        header = names
    }

    /// Position of the first column with one of these names, matched by `ColumnName.key`; nil where none has it.
    public func column(_ names: String...) -> Int? {
        let keys = names.map { ColumnName.key($0) }
        return header.firstIndex { keys.contains(ColumnName.key($0)) }
    }

    /// The next row; nil at the end of the file.
    ///
    /// After an error the reader stands at the next line, or at the end where a quote was never closed.
    ///
    /// - Throws: `CSVError` for a row whose quotes do not match.
    public mutating func next() throws(CSVError) -> CSVRow? {
        while position < bytes.count {
            let rowLine = line
            var slices: [CSVRow.Slice] = []
            slices.reserveCapacity(max(header.count, 4))
            var isQuoted = false
            repeat {
                if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                    isQuoted = true
                    slices.append(try quotedField())
                } else {
                    slices.append(plainField())
                }
            } while takeSeparator()
            takeLineEnd()
            if slices.count == 1, !isQuoted, slices[0].start == slices[0].end { continue }
            return CSVRow(line: rowLine, source: bytes, slices: slices)
        }
        return nil
    }

    // MARK: Fields

    private mutating func plainField() -> CSVRow.Slice {
        let start = position
        // No separator or line end lies above this byte, so that most bytes need one comparison.
        let bound = max(separator, UInt8(ascii: "\r"))
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte <= bound, byte == separator || Self.isLineEnd(byte) { break }
            end += 1
        }
        position = end
        return CSVRow.Slice(start: start, end: end)
    }

    private mutating func quotedField() throws(CSVError) -> CSVRow.Slice {
        let quote = UInt8(ascii: "\"")
        let firstLine = line
        var slice = CSVRow.Slice(start: position + 1, end: position + 1)
        var end = position + 1
        while end < bytes.count {
            let byte = bytes[end]
            if byte == quote {
                guard end + 1 < bytes.count, bytes[end + 1] == quote else { break }
                slice.hasDoubledQuotes = true
                end += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            } else if byte == UInt8(ascii: "\r"),
                end + 1 == bytes.count || bytes[end + 1] != UInt8(ascii: "\n")
            {
                line += 1
            }
            end += 1
        }
        guard end < bytes.count else {
            position = bytes.count
            throw .unterminatedQuote(line: firstLine)
        }
        slice.end = end
        position = end + 1
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        if position < bytes.count, bytes[position] != separator, !Self.isLineEnd(bytes[position]) {
            let errorLine = line
            while position < bytes.count, !Self.isLineEnd(bytes[position]) { position += 1 }
            takeLineEnd()
            throw .textAfterQuote(line: errorLine)
        }
        return slice
    }

    // MARK: Ends

    private mutating func takeSeparator() -> Bool {
        guard position < bytes.count, bytes[position] == separator else { return false }
        position += 1
        return true
    }

    private mutating func takeLineEnd() {
        guard position < bytes.count else { return }
        if bytes[position] == UInt8(ascii: "\r") { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
        line += 1
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
