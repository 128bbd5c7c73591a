/// The kinds of files that events are read from, told apart by content.
public enum EventFileFormat: String, CaseIterable, Sendable {
    /// Comma-separated values with a heading line.
    case csv = "CSV"
    /// One JSON object a line.
    case jsonLines = "JSON Lines"
    /// A company's submissions as EDGAR gives them, or a shard of them.
    case edgarSubmissions = "EDGAR submissions JSON"
    /// A filing of EDGAR with its SGML header.
    case sgml = "an EDGAR filing with its SGML header"

    /// The kind of a file.
    ///
    /// - Parameter bytes: the whole file.
    /// - Returns: the kind that the content points to; whether it holds is for the reader of that kind to say.
    /// - Throws: `EventFileError` for content that is none of them.
    public static func recognise(_ bytes: [UInt8]) throws(EventFileError) -> EventFileFormat {
        try TextFile.checkIsText(bytes.prefix(4096), isWhole: bytes.count <= 4096)
        let head = TextFile.withoutMark(bytes).prefix(4096).drop { $0 <= 0x20 }
        switch head.first {
        case UInt8(ascii: "["):
            throw .otherFormat(expected: "a file of events", found: "a JSON array; write one object a line")
        case UInt8(ascii: "{"):
            return SubmissionsFile.recognises(bytes) ? .edgarSubmissions : .jsonLines
        case UInt8(ascii: "<"), UInt8(ascii: "-"):
            if SGMLHeader.recognises(bytes) { return .sgml }
            throw .otherFormat(expected: "a file of events", found: TextFile.describe(bytes))
        default:
            return .csv
        }
    }
}
