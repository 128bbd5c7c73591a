public import Market

/// Reads events from JSON Lines: one object a line, with the columns of `EventColumn` as keys.
public enum EventsJSONL {
    /// The events of a file.
    ///
    /// Values are strings, numbers or booleans; `items` may also be an array. `null` counts as absent.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - now: the present; a row that becomes known later is a problem.
    ///   - connector: the connector's name for rows that state none.
    /// - Returns: the events, the lines left out with their reasons, and remarks.
    /// - Throws: `EventFileError` for a file without a single line that is an object with `event_id` and `ticker`.
    public static func parse(
        _ bytes: [UInt8],
        now: UTCInstant,
        connector: String = "file"
    ) throws(EventFileError) -> ParsedEvents {
        try checkFormat(bytes)
        var reader = EventRowReader(now: now, connector: connector)
        var collector = EventCollector()
        var seen = Seen()
        forEachLine(of: bytes) { line, range in
            do throws(RowProblem) {
                let row = try row(bytes, range, line: line, unread: &seen.unread)
                seen.note(row)
                collector.take(try reader.event(from: row), line: line)
            } catch {
                collector.take(error)
                if seen.firstProblem == nil { seen.firstProblem = error }
            }
        }
        try seen.check()
        collector.takeUnread(Array(seen.unread))
        return collector.finish()
    }

    // MARK: Whole file

    private static func checkFormat(_ bytes: [UInt8]) throws(EventFileError) {
        try TextFile.checkIsText(bytes[...])
        switch TextFile.withoutMark(bytes).first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"): break
        case UInt8(ascii: "["):
            throw .otherFormat(expected: "JSON Lines", found: "a JSON array; write one object a line")
        case UInt8(ascii: "<"):
            throw .otherFormat(expected: "JSON Lines", found: TextFile.describe(bytes))
        case nil: throw .empty
        default: throw .otherFormat(expected: "JSON Lines", found: "other text")
        }
    }

    /// What the lines of a file have in common, to tell a file of events from any other.
    private struct Seen {
        var unread: Set<String> = []
        var firstProblem: RowProblem?
        private var objects = 0
        private var keys: Set<EventColumn> = []

        mutating func note(_ row: EventRow) {
            objects += 1
            for column in [EventColumn.eventID, .ticker] where row[column] != nil { keys.insert(column) }
        }

        func check() throws(EventFileError) {
            guard objects > 0 else {
                throw .malformed(
                    format: "JSON Lines",
                    reason: firstProblem.map { "\($0)" } ?? "it has no line"
                )
            }
            for column in [EventColumn.eventID, .ticker] where !keys.contains(column) {
                throw .missingColumn(oneOf: [column.name], found: unread.sorted())
            }
        }
    }

    private static func forEachLine(of bytes: [UInt8], _ body: (_ line: Int, _ range: Range<Int>) -> Void) {
        var start = TextFile.withoutMark(bytes).startIndex
        var line = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
            if bytes[start..<end].contains(where: { $0 > 0x20 }) { body(line, start..<end) }
            start = end + 1
            line += 1
        }
    }

    // MARK: One line

    /// Bounds the memory that keys of a hostile file can take.
    private static let mostUnread = 1000

    private static func row(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        line: Int,
        unread: inout Set<String>
    ) throws(RowProblem) -> EventRow {
        var scanner = JSONScanner(bytes, range: range)
        var row = EventRow(line: line)
        var seen: Set<EventColumn> = []
        func problem(_ fault: JSONFault) -> RowProblem {
            RowProblem(
                line: line,
                reason:
                    "is no JSON object: \(fault.reason) at byte \(fault.offset - range.lowerBound + 1)"
            )
        }
        try scanner.object(
            { scanner, key throws(RowProblem) in
                let name = key.text(in: bytes)
                guard let column = EventColumn(heading: name) else {
                    if unread.count < mostUnread { unread.insert(name) }
                    do throws(JSONFault) { try scanner.skip() } catch { throw problem(error) }
                    return
                }
                guard seen.insert(column).inserted else {
                    throw RowProblem(line: line, column: column.name, reason: "stands twice in the object")
                }
                let value: ArraySlice<UInt8>?
                do throws(JSONFault) { value = try Self.value(&scanner, column) } catch {
                    throw problem(error)
                }
                try row.set(column, to: trimmed(value ?? []))
            },
            fault: problem
        )
        do throws(JSONFault) { try scanner.expectEnd() } catch { throw problem(error) }
        return row
    }

    private static func value(
        _ scanner: inout JSONScanner,
        _ column: EventColumn
    ) throws(JSONFault) -> ArraySlice<UInt8>? {
        guard column == .items, scanner.peek() == UInt8(ascii: "[") else { return try scanner.text() }
        var items: [UInt8] = []
        try scanner.array { scanner throws(JSONFault) in
            if !items.isEmpty { items.append(UInt8(ascii: ";")) }
            items.append(contentsOf: try scanner.text() ?? [])
        }
        return items[...]
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
        let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        return bytes[start..<end]
    }
}
