import Foundation
public import Market

/// A filing as the feed of current filings lists it, once for each company in it.
public struct CurrentFiling: Hashable, Sendable {
    /// The submission's number.
    public var accession: AccessionNumber
    /// The number of the company of this entry, ten digits.
    public var cik: String
    /// The company's name.
    public var companyName: String
    /// What the company is in the filing: `Filer`, `Issuer`, `Subject`, `Reporting`, `Filed by`.
    public var role: String
    /// The form as EDGAR writes it.
    public var form: String
    /// The items of an 8-K, sorted.
    public var items: [FilingItem]
    /// The filing date.
    public var filedOn: TradingDay
    /// The instant of acceptance, from a time that states its offset.
    public var acceptedAt: UTCInstant
}

/// The Atom feed of the newest filings, newest first.
public struct CurrentFilings: Sendable {
    /// The entries in the order of the feed.
    public private(set) var filings: [CurrentFiling] = []
    /// Entries that were left out; the line is the entry's place, from 1.
    public private(set) var problems: [RowProblem] = []

    /// Reads one page of the feed.
    ///
    /// - Parameter bytes: the page; what is not UTF-8 is read as ISO 8859-1, which the feed declares.
    /// - Throws: `EventFileError.otherFormat` for an error page in place of the feed.
    public init(_ bytes: [UInt8]) throws(EventFileError) {
        guard !bytes.isEmpty else { throw .empty }
        let page = MarkupBytes(
            String(validating: bytes, as: UTF8.self).map { Array($0.utf8) } ?? Self.latin(bytes)
        )
        guard let start = page.find("<feed", from: 0) else {
            throw .otherFormat(expected: "EDGAR's feed of current filings", found: TextFile.describe(bytes))
        }
        var position = start
        var place = 0
        while let from = page.find("<entry>", from: position) {
            guard let end = page.find("</entry>", from: from) else {
                throw .malformed(format: "feed of current filings", reason: "its last entry is cut off")
            }
            place += 1
            do throws(RowProblem) {
                filings.append(try Self.filing(page, from..<end, place: place))
            } catch {
                problems.append(error)
            }
            position = end
        }
        guard page.find("</feed>", from: position) != nil else {
            throw .malformed(format: "feed of current filings", reason: "it has no end")
        }
    }

    private static func latin(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { $0 < 0x80 ? [$0] : [0xc0 | $0 >> 6, 0x80 | $0 & 0x3f] }
    }

    private static func filing(
        _ page: MarkupBytes,
        _ entry: Range<Int>,
        place: Int
    ) throws(RowProblem) -> CurrentFiling {
        func problem(_ column: String, _ value: String, _ reason: String) -> RowProblem {
            RowProblem(line: place, column: column, value: value, reason: reason)
        }
        let id = page.between("accession-number=", "</id>", in: entry)
        guard let accession = AccessionNumber(id) else { throw problem("id", id, "has no accession number") }
        let title = DocumentText.plain(Array(page.between("<title>", "</title>", in: entry).utf8))
        guard let dash = title.range(of: " - "), let party = Party(title[dash.upperBound...]) else {
            throw problem("title", title, "is not 'form - company (number) (role)'")
        }
        let updated = page.between("<updated>", "</updated>", in: entry)
        guard let written = CivilTimestamp(utf8: Array(updated.utf8)), let offset = written.offsetSeconds
        else {
            throw problem("updated", updated, "is no time with its offset from UTC")
        }
        // The summary is HTML inside the XML: its text appears after undoing both.
        let markup = DocumentText.plain(
            Array(page.between("<summary type=\"html\">", "</summary>", in: entry).utf8)
        )
        let lines = DocumentText.plain(Array(markup.utf8)).split(separator: "\n")
        guard let filed = lines.lazy.compactMap(Self.filed).first else {
            throw problem("summary", markup, "states no filing date")
        }
        let term = page.between("term=\"", "\"", in: entry)
        var items: [FilingItem] = []
        // Other forms number their items too, for example `Item 3C` of Form D.
        let isReport = FilingForm(utf8: term.utf8)?.type == .sec8K
        for line in lines where isReport && line.hasPrefix("Item ") {
            let number = line.dropFirst(5).prefix { $0 != ":" }
            guard let item = FilingItem(number: number) else {
                throw problem("summary", String(line), "names an unknown item")
            }
            if !items.contains(item) { items.append(item) }
        }
        return CurrentFiling(
            accession: accession,
            cik: party.cik,
            companyName: party.name,
            role: party.role,
            form: term.isEmpty ? String(title[..<dash.lowerBound]) : term,
            items: items.sorted(),
            filedOn: filed,
            acceptedAt: UTCInstant(day: written.day, secondOfDay: written.secondOfDay)
                .advanced(bySeconds: Int64(-offset))
        )
    }

    private static func filed(_ line: Substring) -> TradingDay? {
        guard let mark = line.range(of: "Filed: ") else { return nil }
        return TradingDay(iso8601: line[mark.upperBound...].prefix(10))
    }

    /// `Carvana Co. (0001690820) (Issuer)`.
    private struct Party {
        let name: String
        let cik: String
        let role: String

        init?(_ text: Substring) {
            let parts = text.split(separator: " (", omittingEmptySubsequences: false)
            guard parts.count >= 3, let last = parts.last, last.hasSuffix(")"),
                parts[parts.count - 2].hasSuffix(")"),
                let cik = CompanyNumber.padded(parts[parts.count - 2].dropLast())
            else { return nil }
            self.cik = cik
            role = String(last.dropLast())
            name = parts.dropLast(2).joined(separator: " (")
        }
    }
}

/// Bytes of markup that is searched for marks.
struct MarkupBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where a text begins, at or behind a place.
    func find(_ text: String, from start: Int, to end: Int? = nil) -> Int? {
        let wanted = Array(text.utf8)
        let last = (end ?? bytes.count) - wanted.count
        guard let first = wanted.first, start <= last else { return nil }
        var at = start
        while at <= last {
            if bytes[at] == first, bytes[at..<at + wanted.count].elementsEqual(wanted) { return at }
            at += 1
        }
        return nil
    }

    /// The text between two marks; empty where one is missing.
    func between(_ open: String, _ close: String, in range: Range<Int>) -> String {
        guard let from = find(open, from: range.lowerBound, to: range.upperBound) else { return "" }
        let start = from + open.utf8.count
        guard let end = find(close, from: start, to: range.upperBound) else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
