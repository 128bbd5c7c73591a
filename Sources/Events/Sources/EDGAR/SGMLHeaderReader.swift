/// Gathers the fields of an SGML header line by line.
struct SGMLHeaderReader {
    private(set) var acceptance = ""
    private(set) var accession = ""
    private(set) var form = ""
    private(set) var filed = ""
    private(set) var period = ""
    private(set) var items: [String] = []
    private(set) var parties: [SGMLHeader.Party] = []

    /// No header reaches farther than this.
    private static let longestHeader = 1 << 20
    private static let firstTag = Array("<ACCEPTANCE-DATETIME>".utf8)

    /// Where the acceptance time stands, at the beginning of a line within the first 64 KiB.
    static func headerStart(in bytes: [UInt8]) -> Int? {
        let last = min(bytes.count, 65_536) - firstTag.count
        guard last >= 0 else { return nil }
        return (0...last).first { at in
            bytes[at] == firstTag[0] && (at == 0 || bytes[at - 1] == 0x0a)
                && bytes[at..<at + firstTag.count].elementsEqual(firstTag)
        }
    }

    /// Reads lines up to the end of the header.
    mutating func read(_ bytes: ArraySlice<UInt8>) {
        for line in bytes.prefix(Self.longestHeader).split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix("</SEC-HEADER>") || text.hasPrefix("<DOCUMENT>") || text.hasPrefix("-->") {
                return
            }
            if text.hasPrefix("<") {
                guard let end = text.firstIndex(of: ">") else { continue }
                let name = text[text.index(after: text.startIndex)..<end]
                take(String(name), Self.trimmed(text[text.index(after: end)...]))
            } else if let colon = text.firstIndex(of: ":") {
                take(Self.trimmed(text[..<colon]), Self.trimmed(text[text.index(after: colon)...]))
            }
        }
    }

    private mutating func take(_ name: String, _ value: String) {
        switch name {
        case "ACCEPTANCE-DATETIME": acceptance = value
        case "ACCESSION NUMBER", "ACCESSION-NUMBER": accession = value
        case "CONFORMED SUBMISSION TYPE", "TYPE": if form.isEmpty { form = value }
        case "CONFORMED PERIOD OF REPORT", "PERIOD": period = value
        case "ITEM INFORMATION", "ITEMS": items.append(value)
        case "FILED AS OF DATE", "FILING-DATE": filed = value
        case "COMPANY CONFORMED NAME", "CONFORMED-NAME": set { $0.name = value }
        case "CENTRAL INDEX KEY", "CIK": set { $0.cik = CompanyNumber.padded(value) ?? "" }
        case "STANDARD INDUSTRIAL CLASSIFICATION": takeClassification(value)
        case "ASSIGNED-SIC": set { $0.sic = value.isEmpty ? nil : value }
        case "FILER", "SUBJECT COMPANY", "SUBJECT-COMPANY", "FILED BY", "FILED-BY", "ISSUER",
            "REPORTING-OWNER", "REPORTING OWNER", "FILED-FOR", "FILED FOR", "DEPOSITOR", "SECURITIZER":
            if value.isEmpty {
                parties.append(.init(role: name, company: CompanyRecord(cik: "", name: "")))
            }
        default: break
        }
    }

    /// `PHARMACEUTICAL PREPARATIONS [2834]`.
    private mutating func takeClassification(_ value: String) {
        guard let open = value.lastIndex(of: "["), value.last == "]" else {
            return set { $0.sicDescription = value.isEmpty ? nil : value }
        }
        let number = value[value.index(after: open)...].dropLast()
        set {
            $0.sic = number.isEmpty ? nil : String(number)
            $0.sicDescription = Self.trimmed(value[..<open])
        }
    }

    private mutating func set(_ change: (inout CompanyRecord) -> Void) {
        guard !parties.isEmpty else { return }
        change(&parties[parties.count - 1].company)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
