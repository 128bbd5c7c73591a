import Market

/// Walks a submissions file and notes where its columns lie.
struct SubmissionsReader {
    private(set) var company: CompanyRecord?
    private(set) var shards: [SubmissionsShard] = []

    private typealias Column = FilingTable.Column

    private let bytes: [UInt8]
    private var unescaped: [UInt8] = []
    private var columns = [[Range<Int>]?](repeating: nil, count: Column.allCases.count)
    private var lengths: [(name: String, count: Int)] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// True where the first object has a key of a submissions file before one of an event.
    static func hasItsKeys(_ bytes: [UInt8]) -> Bool {
        enum Found: Error {
            case itsKey
            case other
        }
        var scanner = JSONScanner(bytes, range: TextFile.withoutMark(bytes).indices)
        do throws(Found) {
            try scanner.object(
                { scanner, key throws(Found) in
                    switch key.text(in: bytes) {
                    case "filings", "accessionNumber": throw .itsKey
                    case "data" where scanner.peek() == UInt8(ascii: "{"): throw .itsKey
                    case "event_id": throw .other
                    default: do { try scanner.skip() } catch { throw .other }
                    }
                },
                fault: { _ in .other }
            )
            return false
        } catch {
            return error == .itsKey
        }
    }

    // MARK: Structure

    /// Reads the whole file.
    mutating func readFile() throws(JSONFault) {
        var scanner = JSONScanner(bytes, range: TextFile.withoutMark(bytes).indices)
        try readTop(&scanner)
        try scanner.expectEnd()
    }

    /// The table of what was read.
    func table(format: String) throws(EventFileError) -> FilingTable {
        for column in Column.needed where columns[column.rawValue] == nil {
            throw .missingColumn(oneOf: [column.name], found: lengths.map(\.name).sorted())
        }
        if let first = lengths.first, let odd = lengths.first(where: { $0.count != first.count }) {
            throw .malformed(
                format: format,
                reason: "column \(first.name) has \(first.count) values, column \(odd.name) \(odd.count)"
            )
        }
        return FilingTable(bytes: bytes, unescaped: unescaped, columns: columns.map { $0 ?? [] })
    }

    /// Reads the object of a company, or that of a shard, whose columns lie at the top.
    private mutating func readTop(_ scanner: inout JSONScanner) throws(JSONFault) {
        var record = CompanyRecord(cik: "", name: "")
        var namesCompany = false
        try scanner.object(
            { scanner, key throws(JSONFault) in
                switch key.text(in: bytes) {
                case "data" where scanner.peek() == UInt8(ascii: "{"):
                    try readTop(&scanner)
                case "filings":
                    namesCompany = true
                    lengths.removeAll()
                    try readFilings(&scanner)
                case "cik": record.cik = try Self.string(&scanner).flatMap(CompanyNumber.padded) ?? ""
                case "name": record.name = try Self.string(&scanner) ?? ""
                case "sic": record.sic = try Self.string(&scanner)
                case "sicDescription": record.sicDescription = try Self.string(&scanner)
                case "tickers": record.tickers = try Self.strings(&scanner)
                case "exchanges": record.exchanges = try Self.strings(&scanner)
                case _ where namesCompany: try scanner.skip()
                case let name: try readColumn(name, &scanner)
                }
            },
            fault: { $0 }
        )
        if namesCompany { company = record }
    }

    private mutating func readFilings(_ scanner: inout JSONScanner) throws(JSONFault) {
        try scanner.object(
            { scanner, key throws(JSONFault) in
                switch key.text(in: bytes) {
                case "recent":
                    try scanner.object(
                        { scanner, key throws(JSONFault) in
                            try readColumn(key.text(in: bytes), &scanner)
                        },
                        fault: { $0 }
                    )
                case "files":
                    try readShards(&scanner)
                default:
                    try scanner.skip()
                }
            },
            fault: { $0 }
        )
    }

    private mutating func readShards(_ scanner: inout JSONScanner) throws(JSONFault) {
        try scanner.array { scanner throws(JSONFault) in
            var shard = SubmissionsShard(name: "", from: nil, to: nil)
            try scanner.object(
                { scanner, key throws(JSONFault) in
                    switch key.text(in: bytes) {
                    case "name": shard.name = try Self.string(&scanner) ?? ""
                    case "filingFrom":
                        shard.from = try Self.string(&scanner).flatMap { TradingDay(iso8601: $0) }
                    case "filingTo": shard.to = try Self.string(&scanner).flatMap { TradingDay(iso8601: $0) }
                    default: try scanner.skip()
                    }
                },
                fault: { $0 }
            )
            if !shard.name.isEmpty { shards.append(shard) }
        }
    }

    // MARK: Columns

    /// Takes a column, or skips a value that is none.
    private mutating func readColumn(_ name: String, _ scanner: inout JSONScanner) throws(JSONFault) {
        guard scanner.peek() == UInt8(ascii: "[") else { return try scanner.skip() }
        guard let column = Column.allCases.first(where: { $0.name == name }) else {
            lengths.append((name, try scanner.flatArray(mayNest: true) { _ in }))
            return
        }
        guard columns[column.rawValue] == nil else { throw scanner.fault("column \(name) stands twice") }
        var places: [Range<Int>] = []
        places.reserveCapacity(lengths.first?.count ?? 1024)
        _ = try scanner.flatArray(mayNest: false) { string in
            places.append(string.map { place(of: $0) } ?? 0..<0)
        }
        columns[column.rawValue] = places
        lengths.append((name, places.count))
    }

    private mutating func place(of string: JSONString) -> Range<Int> {
        guard string.hasEscapes else { return string.range }
        let start = bytes.count + unescaped.count
        unescaped.append(contentsOf: string.bytes(in: bytes))
        return start..<bytes.count + unescaped.count
    }

    private static func string(_ scanner: inout JSONScanner) throws(JSONFault) -> String? {
        guard let bytes = try scanner.text(), !bytes.isEmpty else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func strings(_ scanner: inout JSONScanner) throws(JSONFault) -> [String] {
        var result: [String] = []
        try scanner.array { scanner throws(JSONFault) in
            if let text = try string(&scanner) { result.append(text) }
        }
        return result
    }
}
