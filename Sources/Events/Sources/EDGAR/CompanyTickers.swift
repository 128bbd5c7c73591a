/// One line of EDGAR's list of listed companies.
public struct CompanyTicker: Hashable, Sendable {
    /// EDGAR's number of the company, ten digits.
    public var cik: String
    /// A symbol of the company, in capitals.
    public var ticker: String
    /// The company's name.
    public var name: String

    /// Creates a line.
    public init(cik: String, ticker: String, name: String) {
        self.cik = cik
        self.ticker = ticker
        self.name = name
    }
}

/// EDGAR's list `company_tickers.json`: symbols and company numbers.
public struct CompanyTickers: Sendable {
    /// The lines in the order of the file; a company with several symbols has several.
    public private(set) var lines: [CompanyTicker] = []
    /// Lines that were left out; the line is the place in the file, from 1.
    public private(set) var problems: [RowProblem] = []

    /// Reads a list.
    ///
    /// - Parameter bytes: the whole file.
    /// - Throws: `EventFileError` for anything but such a list.
    public init(_ bytes: [UInt8]) throws(EventFileError) {
        guard let first = TextFile.withoutMark(bytes).first(where: { $0 > 0x20 }) else { throw .empty }
        guard first == UInt8(ascii: "{") else {
            throw .otherFormat(
                expected: Self.format,
                found: first == UInt8(ascii: "<") ? TextFile.describe(bytes) : "other text"
            )
        }
        var scanner = JSONScanner(bytes, range: TextFile.withoutMark(bytes).indices)
        var place = 0
        do {
            try scanner.object(
                { scanner, _ throws(JSONFault) in
                    place += 1
                    try readLine(&scanner, place: place)
                },
                fault: { $0 }
            )
            try scanner.expectEnd()
        } catch {
            throw .malformed(format: Self.format, reason: "\(error.reason) at byte \(error.offset)")
        }
    }

    /// The company number of a symbol; nil for one that the list does not have.
    public func companyNumbers() -> [String: String] {
        Dictionary(lines.map { ($0.ticker, $0.cik) }, uniquingKeysWith: { first, _ in first })
    }

    private static let format = "EDGAR's list of company symbols"

    private mutating func readLine(_ scanner: inout JSONScanner, place: Int) throws(JSONFault) {
        var fields: [String: String] = [:]
        let bytes = scanner.bytes
        try scanner.object(
            { scanner, key throws(JSONFault) in
                let name = key.text(in: bytes)
                guard let value = try scanner.text() else { return }
                fields[name] = String(decoding: value, as: UTF8.self)
            },
            fault: { $0 }
        )
        let (number, symbol) = (fields["cik_str"] ?? "", fields["ticker"] ?? "")
        guard let cik = CompanyNumber.padded(number) else {
            problems.append(
                RowProblem(line: place, column: "cik_str", value: number, reason: "is no company number")
            )
            return
        }
        guard let ticker = Ticker.normalised(symbol.utf8) else {
            problems.append(RowProblem(line: place, column: "ticker", value: symbol, reason: "is no symbol"))
            return
        }
        lines.append(CompanyTicker(cik: cik, ticker: ticker, name: fields["title"] ?? ""))
    }
}
