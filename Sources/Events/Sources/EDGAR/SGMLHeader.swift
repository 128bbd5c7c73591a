public import Market

/// The header of an EDGAR filing, whose acceptance time is always New York wall-clock time.
///
/// Two ways of writing it are understood: `NAME: value` lines, as full submissions have them, and tags, as the
/// header pages of the archive have them.
public struct SGMLHeader: Sendable, Equatable {
    /// A company or person named in the header.
    public struct Party: Sendable, Equatable {
        /// What it is in the filing, for example `FILER` or `SUBJECT COMPANY`.
        public var role: String
        /// Name, number and classification.
        public var company: CompanyRecord

        /// Creates a party.
        public init(role: String, company: CompanyRecord) {
            self.role = role
            self.company = company
        }
    }

    /// The submission's number.
    public var accession: AccessionNumber
    /// The form as EDGAR writes it.
    public var form: String
    /// The instant of acceptance.
    public var acceptedAt: UTCInstant
    /// The filing date.
    public var filedOn: TradingDay
    /// The day or the end of the period that the filing is about.
    public var reportDate: TradingDay?
    /// The items of an 8-K, sorted.
    public var items: [FilingItem]
    /// Item headings that match no item of the form.
    public var unknownItems: [String]
    /// Who filed, and about whom.
    public var parties: [Party]

    /// True where the bytes hold such a header near their beginning.
    public static func recognises(_ bytes: [UInt8]) -> Bool {
        SGMLHeaderReader.headerStart(in: bytes) != nil
    }

    /// Reads the header of a filing; the filing's text behind it is not looked at.
    ///
    /// - Parameter bytes: the filing, or its beginning with the whole header.
    /// - Throws: `EventFileError` for bytes without such a header, or one without number, form or dates.
    public init(_ bytes: [UInt8]) throws(EventFileError) {
        guard let start = SGMLHeaderReader.headerStart(in: bytes) else {
            if let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "<") {
                throw .otherFormat(expected: Self.format, found: TextFile.describe(bytes))
            }
            throw bytes.isEmpty ? .empty : .otherFormat(expected: Self.format, found: "other text")
        }
        var reader = SGMLHeaderReader()
        reader.read(bytes[start...])
        accession = try Self.needed(AccessionNumber(reader.accession), "number", reader.accession)
        form = try Self.needed(reader.form.isEmpty ? nil : reader.form, "form", reader.form)
        acceptedAt = try Self.needed(Self.instant(reader.acceptance), "acceptance time", reader.acceptance)
        filedOn = try Self.needed(Self.day(reader.filed), "filing date", reader.filed)
        reportDate = Self.day(reader.period)
        parties = reader.parties
        items = []
        unknownItems = []
        for text in reader.items {
            if let item = FilingItem(number: text) ?? FilingItem(heading: text, filed: filedOn) {
                if !items.contains(item) { items.append(item) }
            } else {
                unknownItems.append(text)
            }
        }
        items.sort()
    }

    static let format = "an SGML header of EDGAR"

    private static func needed<Value>(
        _ value: Value?,
        _ name: String,
        _ text: String
    ) throws(EventFileError) -> Value {
        guard let value else {
            throw .malformed(
                format: format,
                reason: text.isEmpty ? "it has no \(name)" : "its \(name) is '\(text)'"
            )
        }
        return value
    }

    /// `20240603080602` in New York.
    private static func instant(_ text: String) -> UTCInstant? {
        let digits = Array(text.utf8)
        guard digits.count == 14, digits.allSatisfy({ $0 &- 48 < 10 }),
            let day = day(String(text.prefix(8)))
        else { return nil }
        func two(_ at: Int) -> Int { Int(digits[at] - 48) * 10 + Int(digits[at + 1] - 48) }
        guard two(8) < 24, two(10) < 60, two(12) < 60 else { return nil }
        return NewYork.instant(day: day, secondOfDay: two(8) * 3600 + two(10) * 60 + two(12))
    }

    /// `20240603`.
    private static func day(_ text: String) -> TradingDay? {
        let digits = Array(text.utf8)
        guard digits.count == 8, digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return TradingDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
