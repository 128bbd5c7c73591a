/// Reads daily prices from JSON Lines: one object a line with the columns of `PricesCSV` as keys.
public enum PricesJSONLines {
    /// Parses a file.
    ///
    /// - Parameters:
    ///   - bytes: the file's content.
    ///   - ticker: whose prices these are where a line has no `ticker`, usually from the file's name.
    /// - Returns: the bars, the lines left out, and notes on the file.
    /// - Throws: `PriceFileError` for a file whose first line is no object with a day and a close.
    public static func parse(_ bytes: [UInt8], ticker: String?) throws(PriceFileError) -> ParsedPrices {
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 0
        var collector: PriceCollector?
        var unknown: Set<String> = []
        var withoutAdjusted = 0
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let text = bytes[position..<end]
            position = end + 1
            line += 1
            guard text.contains(where: { $0 > 32 }) else { continue }
            let members: [String: JSONTree]
            do throws(JSONError) {
                members = try Self.members(text)
            } catch {
                if collector == nil { throw .unreadable(reason: "line \(line): \(error)") }
                collector?.addProblem(line: line, "\(error)")
                continue
            }
            if collector == nil { collector = try Self.collector(firstLine: members, ticker: ticker) }
            let (row, columns) = row(members, unknown: &unknown)
            if !columns.contains(.adjustedClose) { withoutAdjusted += 1 }
            try collector?.add(row, line: line)
        }
        guard var collector else { throw .empty }
        if withoutAdjusted > 0 {
            collector.addNote(
                "lines without adj_close: \(withoutAdjusted); the close stands in for it, so that a dividend counts "
                    + "as a fall of the price"
            )
        }
        collector.noteKeptOut(unknown.sorted())
        return try collector.finish()
    }

    // MARK: Lines

    private static func members(_ text: ArraySlice<UInt8>) throws(JSONError) -> [String: JSONTree] {
        guard let members = try JSONTree(parsing: text).object else {
            throw JSONError(offset: text.startIndex, reason: "a line that is no JSON object")
        }
        return members
    }

    private static func collector(
        firstLine members: [String: JSONTree],
        ticker: String?
    ) throws(PriceFileError) -> PriceCollector {
        let layout = try PriceTableLayout(header: members.keys.sorted())
        // Lines may differ in their keys, so both closes count as there and each line lets one stand in.
        return try PriceCollector(columns: layout.columns.union([.close, .adjustedClose]), ticker: ticker)
    }

    private static func row(
        _ members: [String: JSONTree],
        unknown: inout Set<String>
    ) -> (row: PriceRow, columns: Set<PriceColumn>) {
        var row = PriceRow()
        var columns: Set<PriceColumn> = []
        for key in members.keys.sorted() {
            guard let column = PriceColumn(heading: key), columns.insert(column).inserted else {
                unknown.insert(key)
                continue
            }
            row[column] = text(members[key] ?? .null)
        }
        if !columns.contains(.adjustedClose) { row[.adjustedClose] = row[.close] }
        if !columns.contains(.close) { row[.close] = row[.adjustedClose] }
        return (row, columns)
    }

    private static func text(_ value: JSONTree) -> ArraySlice<UInt8> {
        let text =
            switch value {
            case .null: ""
            case .string(let text): text
            case .number(let number): "\(number)"
            case .boolean(let flag): "\(flag)"
            case .array: "a list"
            case .object: "an object"
            }
        return CSVField.trimmed(Array(text.utf8)[...])
    }
}
