/// One field of a CSV row: a stretch of the file's bytes, without its quotes.
public struct CSVField: Sendable {
    private let source: [UInt8]
    private let range: Range<Int>
    private let hasDoubledQuotes: Bool

    init(source: [UInt8], range: Range<Int>, hasDoubledQuotes: Bool) {
        self.source = source
        self.range = range
        self.hasDoubledQuotes = hasDoubledQuotes
    }

    /// The field's bytes; copied only where doubled quotes had to be made single.
    public var bytes: ArraySlice<UInt8> {
        guard hasDoubledQuotes else { return source[range] }
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            result.append(source[position])
            position += source[position] == UInt8(ascii: "\"") ? 2 : 1
        }
        return result[...]
    }

    /// The field's bytes without spaces and tabs around them.
    public var trimmedBytes: ArraySlice<UInt8> { Self.trimmed(bytes) }

    /// The field's text as written; bytes that are not UTF-8 become U+FFFD.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The field's text without spaces around it; nil where nothing is left.
    public var text: String? {
        let bytes = trimmedBytes
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the field holds nothing but spaces.
    public var isBlank: Bool { trimmedBytes.isEmpty }

    /// The field as a decimal number, see `DecimalParser`; nil for any other text.
    public var double: Double? { DecimalParser.double(trimmedBytes) }

    /// The field as a whole number; nil for any other text.
    public var int: Int? { Int(String(decoding: trimmedBytes, as: UTF8.self)) }

    /// The field as a day written exactly `YYYY-MM-DD`; nil for any other text.
    public var day: TradingDay? { TradingDay(utf8: trimmedBytes) }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = bytes.first, let last = bytes.last else { return bytes }
        if !isSpace(first), !isSpace(last) { return bytes }
        let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        return bytes[start..<max(start, end)]
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
