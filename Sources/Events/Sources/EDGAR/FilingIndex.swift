public import Market

/// One filing in a daily or quarterly index.
public struct IndexedFiling: Hashable, Sendable {
    /// The company's number, ten digits.
    public var cik: String
    /// The company's name.
    public var companyName: String
    /// The form as EDGAR writes it.
    public var form: String
    /// The filing date.
    public var filedOn: TradingDay
    /// The submission's number.
    public var accession: AccessionNumber
}

/// A daily or quarterly index of filings: `master`, `form` or `company`, told apart by its heading.
public struct FilingIndex: Sendable {
    /// The filings in the order of the file.
    public private(set) var filings: [IndexedFiling] = []
    /// Lines that were left out.
    public private(set) var problems: [RowProblem] = []

    private enum Layout {
        case bars
        case columns(second: Int, isFormFirst: Bool)
    }

    /// Reads an unpacked index.
    ///
    /// - Throws: `EventFileError` for anything but an index.
    public init(_ bytes: [UInt8]) throws(EventFileError) {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { throw .empty }
        if first == UInt8(ascii: "<") {
            throw .otherFormat(expected: Self.format, found: TextFile.describe(bytes))
        }
        var layout: Layout?
        var isBehindRule = false
        var number = 0
        for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
            number += 1
            if isBehindRule, let layout {
                guard line.contains(where: { $0 > 0x20 }) else { continue }
                do throws(RowProblem) {
                    filings.append(try Self.filing(line, layout, number: number))
                } catch {
                    problems.append(error)
                }
            } else if layout == nil {
                layout = Self.layout(String(decoding: line, as: UTF8.self))
            } else {
                isBehindRule = line.starts(with: Array("-----".utf8))
            }
        }
        guard layout != nil, isBehindRule else {
            throw .otherFormat(expected: Self.format, found: "text without an index's heading")
        }
    }

    private static let format = "an index of EDGAR's filings"

    private static func layout(_ line: String) -> Layout? {
        if line.hasPrefix("CIK|Company Name|Form Type") { return .bars }
        for (first, second) in [("Form Type", "Company Name"), ("Company Name", "Form Type")]
        where line.hasPrefix(first) {
            let view = MarkupBytes(Array(line.utf8))
            guard let at = view.find(second, from: first.utf8.count) else { return nil }
            return .columns(second: at, isFormFirst: first == "Form Type")
        }
        return nil
    }

    private static func filing(
        _ line: ArraySlice<UInt8>,
        _ layout: Layout,
        number: Int
    ) throws(RowProblem) -> IndexedFiling {
        func text(_ bytes: some Collection<UInt8>) -> String {
            String(decoding: bytes, as: UTF8.self).split(separator: " ").joined(separator: " ")
        }
        func problem(_ column: String?, _ value: String, _ reason: String) -> RowProblem {
            RowProblem(line: number, column: column, value: value, reason: reason)
        }
        let line = line.last == 0x0d ? line.dropLast() : line
        var fields: [String]
        switch layout {
        case .bars:
            let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(text)
            guard parts.count == 5 else { throw problem(nil, text(line), "has not five fields") }
            fields = [parts[2], parts[1], parts[0], parts[3], parts[4]]
        case .columns(let second, let isFormFirst):
            let words = line.split(separator: 0x20)
            guard words.count >= 4, let cikWord = words.dropLast(2).last else {
                throw problem(nil, text(line), "has not five fields")
            }
            let head = line[..<cikWord.startIndex]
            guard let cut = cut(head, at: second) else {
                throw problem(nil, text(line), "has no form or no company name")
            }
            let (left, right) = (text(head[..<cut]), text(head[cut...]))
            fields = isFormFirst ? [left, right] : [right, left]
            fields += words.suffix(3).map(text)
        }
        guard !fields[0].isEmpty else { throw problem("Form Type", "", "is empty") }
        guard let cik = CompanyNumber.padded(fields[2]) else {
            throw problem("CIK", fields[2], "is no company number")
        }
        guard let day = day(fields[3]) else { throw problem("Date Filed", fields[3], "is no day") }
        let name = fields[4].split(separator: "/").last.map(String.init) ?? ""
        guard let accession = AccessionNumber(name.prefix { $0 != "." }) else {
            throw problem("File Name", fields[4], "names no submission")
        }
        return IndexedFiling(
            cik: cik,
            companyName: fields[1],
            form: fields[0],
            filedOn: day,
            accession: accession
        )
    }

    /// Where the second column begins: at its heading, or behind the first gap where the first column is too long for that.
    private static func cut(_ head: ArraySlice<UInt8>, at second: Int) -> Int? {
        let column = head.startIndex + second
        if column < head.endIndex, second > 0, head[column - 1] == 0x20 { return column }
        var at = head.startIndex
        while at + 1 < head.endIndex {
            if head[at] == 0x20, head[at + 1] == 0x20 { return at }
            at += 1
        }
        return nil
    }

    /// `20200102` in daily indexes, `2021-02-05` in quarterly ones.
    private static func day(_ text: String) -> TradingDay? {
        if let day = TradingDay(iso8601: text) { return day }
        guard text.utf8.count == 8, let number = Int(text), number > 0 else { return nil }
        return TradingDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
