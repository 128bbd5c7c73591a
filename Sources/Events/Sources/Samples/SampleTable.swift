import Market

/// A CSV file of a sample package, row by row.
struct SampleTable {
    private var reader: CSVReader

    init(_ bytes: [UInt8]) throws(EventFileError) {
        try TextFile.checkIsText(bytes[...])
        do {
            reader = try CSVReader(bytes: bytes)
        } catch {
            throw .malformed(format: "CSV", reason: "\(error)")
        }
    }

    /// The headings.
    var header: [String] { reader.header }

    /// The place of a column that the file must have.
    func column(_ name: String) throws(EventFileError) -> Int {
        guard let place = reader.column(name) else {
            throw .missingColumn(oneOf: [name], found: reader.header)
        }
        return place
    }

    /// The next row, of as many fields as the heading; nil at the end.
    mutating func next() throws(RowProblem) -> CSVRow? {
        do {
            guard let row = try reader.next() else { return nil }
            guard row.count == header.count else {
                throw RowProblem(
                    line: row.line,
                    reason: "has \(row.count) fields, the heading has \(header.count)"
                )
            }
            return row
        } catch let problem as RowProblem {
            throw problem
        } catch let error as CSVError {
            throw RowProblem(line: error.line ?? 1, reason: "\(error)")
        } catch {
            throw RowProblem(line: 1, reason: "\(error)")
        }
    }
}
