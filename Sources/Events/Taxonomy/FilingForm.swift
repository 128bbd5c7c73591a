/// A form of an SEC filing that maps to an event type.
public struct FilingForm: Hashable, Sendable {
    /// The form as EDGAR writes it, without the mark of an amendment: `8-K`, `DEF 14A`.
    public let name: String
    /// True for an amendment (`8-K/A`).
    public let isAmendment: Bool
    /// The type of the event that such a filing makes.
    public let type: EventType

    /// Finds a form by its name as EDGAR writes it, capitals or not; throws for one that maps to no event type.
    ///
    /// - Parameter text: for example `8-K`, `8-K/A`, `SC 13D`.
    /// - Throws: `TaxonomyError.unknownForm`.
    public init(_ text: some StringProtocol) throws(TaxonomyError) {
        guard let form = Self(utf8: Array(text.utf8)) else { throw .unknownForm(String(text)) }
        self = form
    }

    /// Finds a form by the UTF-8 bytes of its name; nil for one that maps to no event type.
    public init?(utf8 bytes: some Collection<UInt8>) {
        var key = bytes.map { (97...122).contains($0) ? $0 - 32 : $0 }
        while key.last == 32 { key.removeLast() }
        while key.first == 32 { key.removeFirst() }
        isAmendment = key.count > 2 && key.suffix(2).elementsEqual([UInt8(ascii: "/"), UInt8(ascii: "A")])
        if isAmendment { key.removeLast(2) }
        guard let type = Self.types[String(decoding: key, as: UTF8.self)] else { return nil }
        name = String(decoding: key, as: UTF8.self)
        self.type = type
    }

    /// The form as EDGAR writes it: `8-K/A`.
    public var text: String { isAmendment ? name + "/A" : name }

    /// Every form without the mark of an amendment, sorted.
    public static var names: [String] { types.keys.sorted() }

    /// EDGAR's names of the forms behind each type, older names of the same form included.
    private static let types: [String: EventType] = {
        let table: [(EventType, [String])] = [
            (.sec8K, ["8-K", "8-K12B", "8-K12G3", "8-K15D5"]),
            (.sec10Q, ["10-Q", "10-QT", "10-QSB", "10QSB", "10QSB40"]),
            (
                .sec10K,
                [
                    "10-K", "10-K405", "10-KT", "10-KT405", "10-KSB", "10-KSB40", "10KSB", "10KSB40",
                ]
            ),
            (.secDEF14A, ["DEF 14A"]),
            (.secS1, ["S-1"]),
            (.secS3, ["S-3", "S-3ASR"]),
            (.sec424B, ["424B1", "424B2", "424B3", "424B4", "424B5", "424B6", "424B7", "424B8"]),
            (.sec13D, ["SC 13D", "SCHEDULE 13D"]),
            (.sec13G, ["SC 13G", "SCHEDULE 13G"]),
        ]
        return Dictionary(uniqueKeysWithValues: table.flatMap { type, names in names.map { ($0, type) } })
    }()
}

extension EventType {
    /// The type of the event that a filing of this form makes.
    ///
    /// - Parameter form: EDGAR's name of the form, for example `8-K/A`.
    /// - Throws: `TaxonomyError.unknownForm`.
    public init(form: some StringProtocol) throws(TaxonomyError) {
        self = try FilingForm(form).type
    }
}
