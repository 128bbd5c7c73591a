/// A company's filings as EDGAR's submissions interface gives them: the main file or a shard of older filings.
///
/// Columns are kept as places in the file's bytes; text is made only for the filings that are asked for. The
/// form wrapped as `{data, timestamp, ttl}` is understood too.
public struct SubmissionsFile: Sendable {
    /// The company; nil in a shard, which does not name it.
    public let company: CompanyRecord?
    /// File names of the shards that hold older filings; empty in a shard.
    public var shardNames: [String] { shards.map(\.name) }
    /// The shards with the days that they cover; empty in a shard.
    public let shards: [SubmissionsShard]
    /// Number of filings of every form.
    public let count: Int

    let table: FilingTable

    /// Reads a file.
    ///
    /// - Parameter bytes: the whole file.
    /// - Throws: `EventFileError` for anything but a submissions file, and for columns of unequal length.
    public init(_ bytes: [UInt8]) throws(EventFileError) {
        guard let first = TextFile.withoutMark(bytes).first(where: { $0 > 0x20 }) else { throw .empty }
        guard first == UInt8(ascii: "{") else {
            if first == UInt8(ascii: "<") {
                throw .otherFormat(expected: Self.format, found: TextFile.describe(bytes))
            }
            try TextFile.checkIsText(bytes[...])
            throw .otherFormat(expected: Self.format, found: "other text")
        }
        var reader = SubmissionsReader(bytes)
        do {
            try reader.readFile()
        } catch {
            throw .malformed(format: Self.format, reason: "\(error.reason) at byte \(error.offset)")
        }
        table = try reader.table(format: Self.format)
        count = table.count
        company = reader.company
        shards = reader.shards
    }

    /// True for a shard: it holds no company and none of its newest filings.
    public var isShard: Bool { company == nil }

    /// True where the bytes begin with an object that has the keys of a submissions file.
    public static func recognises(_ bytes: [UInt8]) -> Bool {
        SubmissionsReader.hasItsKeys(bytes)
    }

    static let format = "EDGAR submissions JSON"
}
