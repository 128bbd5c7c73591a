/// A file of Drugs@FDA: fields with tabs between, no quoting, the first line names the columns.
struct TabTable {
    /// One line.
    struct Row {
        /// The line in the file, from 1.
        let line: Int
        /// The fields, without spaces around them; nil where blank.
        let fields: [String?]
    }

    private let bytes: [UInt8]
    private let header: [String]
    private let start: Int

    /// Reads the heading.
    ///
    /// - Parameters:
    ///   - bytes: the file; bytes that are not UTF-8, seen in its notes, become U+FFFD.
    ///   - columns: the columns that must be there.
    /// - Throws: `EventFileError`.
    init(_ bytes: [UInt8], needing columns: [String]) throws(EventFileError) {
        guard !bytes.isEmpty else { throw .empty }
        let body = TextFile.withoutMark(bytes)
        let end = body.firstIndex(of: 0x0a) ?? body.endIndex
        header = Self.fields(body[..<end]).map { $0 ?? "" }
        self.bytes = bytes
        start = min(end + 1, bytes.count)
        for column in columns where !header.contains(column) {
            throw .missingColumn(oneOf: [column], found: header)
        }
    }

    /// Position of a column; the heading was checked for it.
    func column(_ name: String) -> Int { header.firstIndex(of: name) ?? header.count }

    /// Calls a closure with each line that is not blank; one with another number of fields than the heading has is a problem.
    func forEach(
        _ body: (Row) throws(RowProblem) -> Void,
        problem: (RowProblem) -> Void
    ) {
        var line = 1
        var at = start
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: 0x0a) ?? bytes.count
            line += 1
            let text = bytes[at..<end]
            at = end + 1
            guard text.contains(where: { $0 > 0x20 }) else { continue }
            let fields = Self.fields(text)
            do throws(RowProblem) {
                guard fields.count == header.count else {
                    throw RowProblem(
                        line: line,
                        reason: "has \(fields.count) fields, the heading has \(header.count)"
                    )
                }
                try body(Row(line: line, fields: fields))
            } catch {
                problem(error)
            }
        }
    }

    private static func fields(_ line: ArraySlice<UInt8>) -> [String?] {
        line.split(separator: 0x09, omittingEmptySubsequences: false).map { field in
            var field = field
            while let last = field.last, last <= 0x20 { field.removeLast() }
            while let first = field.first, first <= 0x20 { field.removeFirst() }
            return field.isEmpty ? nil : String(decoding: field, as: UTF8.self)
        }
    }
}
