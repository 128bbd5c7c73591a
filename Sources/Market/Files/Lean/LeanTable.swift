/// Rows of a file of LEAN's data format: comma-separated, without a heading.
enum LeanTable {
    /// The rows by their number of fields and days.
    ///
    /// - Throws: `LeanFileError` for the first row with fewer than `fields` fields or without a day in the first.
    static func rows(
        _ bytes: [UInt8],
        fields: Int
    ) throws(LeanFileError) -> [(line: Int, day: TradingDay, cells: [String])] {
        var result: [(line: Int, day: TradingDay, cells: [String])] = []
        var line = 0
        for row in String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        ) {
            line += 1
            guard row.contains(where: { !$0.isWhitespace }) else { continue }
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count >= fields else {
                throw LeanFileError(line: line, reason: "\(cells.count) fields; \(fields) are needed")
            }
            guard let day = day(cells[0]) else {
                throw LeanFileError(
                    line: line,
                    reason: "\"\(cells[0].prefix(20))\"; a day such as 20240308 is needed"
                )
            }
            result.append((line, day, cells))
        }
        guard !result.isEmpty else { throw LeanFileError(line: 1, reason: "the file is empty") }
        return result
    }

    /// The number of a cell.
    static func number(
        _ row: (line: Int, day: TradingDay, cells: [String]),
        _ column: Int
    ) throws(LeanFileError) -> Double {
        guard let value = DecimalParser.double(Array(row.cells[column].utf8)) else {
            throw LeanFileError(
                line: row.line,
                reason: "\"\(row.cells[column].prefix(20))\"; a number is needed"
            )
        }
        return value
    }

    /// A day written `YYYYMMDD`, with or without a time of day behind it.
    private static func day(_ text: String) -> TradingDay? {
        var bytes = Array(text.utf8.prefix { $0 != UInt8(ascii: " ") })
        guard bytes.count == 8 else { return nil }
        bytes.insert(UInt8(ascii: "-"), at: 6)
        bytes.insert(UInt8(ascii: "-"), at: 4)
        return TradingDay(utf8: bytes)
    }
}

/// Why a file of LEAN's data format is refused.
public struct LeanFileError: Error, Hashable, Sendable {
    /// Line of the file, from 1.
    public let line: Int
    /// The value that is wrong and what is accepted.
    public let reason: String
}

extension LeanFileError: CustomStringConvertible {
    /// Line and reason.
    public var description: String { "line \(line): \(reason)" }
}
