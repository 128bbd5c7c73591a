public import Market

/// Reads events from comma-separated values.
public enum EventsCSV {
    /// The events of a file.
    ///
    /// - Parameters:
    ///   - bytes: the whole file; columns of `EventColumn` in any order, capitals or not.
    ///   - now: the present; a row that becomes known later is a problem.
    ///   - connector: the connector's name for rows that state none.
    /// - Returns: the events, the rows left out with their reasons, and remarks.
    /// - Throws: `EventFileError` for a file that is no CSV of events.
    public static func parse(
        _ bytes: [UInt8],
        now: UTCInstant,
        connector: String = "file"
    ) throws(EventFileError) -> ParsedEvents {
        try checkFormat(bytes)
        var reader: CSVReader
        do {
            reader = try CSVReader(bytes: bytes)
        } catch {
            throw .malformed(format: "CSV", reason: "\(error)")
        }
        let layout = try columns(reader.header)
        var rows = EventRowReader(now: now, connector: connector)
        var collector = EventCollector()
        collector.takeUnread(zip(reader.header, layout).filter { $1 == nil }.map(\.0))
        while true {
            do {
                guard let fields = try reader.next() else { break }
                let event = try rows.event(from: row(fields, layout: layout))
                collector.take(event, line: fields.line)
            } catch let problem as RowProblem {
                collector.take(problem)
            } catch let error as CSVError {
                collector.take(RowProblem(line: error.line ?? 1, reason: "\(error)"))
            } catch {
                throw .malformed(format: "CSV", reason: "\(error)")
            }
        }
        return collector.finish()
    }

    private static func checkFormat(_ bytes: [UInt8]) throws(EventFileError) {
        try TextFile.checkIsText(bytes[...])
        switch TextFile.withoutMark(bytes).first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw .otherFormat(expected: "CSV", found: "JSON")
        case UInt8(ascii: "<"):
            throw .otherFormat(expected: "CSV", found: TextFile.describe(bytes))
        default:
            break
        }
    }

    /// The column behind each heading; nil for one that is not read.
    private static func columns(_ headings: [String]) throws(EventFileError) -> [EventColumn?] {
        let layout = headings.map { EventColumn(heading: $0) }
        for (index, column) in layout.enumerated() {
            if let column, layout[..<index].contains(column) { throw .duplicateColumn(column.name) }
        }
        let needed: [[EventColumn]] = [
            [.eventID], [.ticker], [.eventType, .form],
            [.occurredOn, .filingDate, .knownAt, .acceptanceDatetime],
        ]
        for group in needed where !group.contains(where: { layout.contains($0) }) {
            throw .missingColumn(oneOf: group.map(\.name), found: headings)
        }
        return layout
    }

    private static func row(_ fields: CSVRow, layout: [EventColumn?]) throws(RowProblem) -> EventRow {
        guard fields.count == layout.count else {
            throw RowProblem(
                line: fields.line,
                reason: "has \(fields.count) fields, the heading has \(layout.count)"
            )
        }
        var row = EventRow(line: fields.line)
        for (index, column) in layout.enumerated() {
            guard let column, let field = fields[index] else { continue }
            try row.set(column, to: field.trimmedBytes)
        }
        return row
    }
}
