/// A string of a JSON text as it lies in the bytes.
struct JSONString {
    /// The bytes between the quotes.
    let range: Range<Int>
    /// True where some of them are escapes.
    let hasEscapes: Bool

    /// The string's UTF-8; copied only where escapes must be resolved.
    ///
    /// An escape that does not exist loses its backslash, half of a surrogate pair becomes U+FFFD.
    func bytes(in source: [UInt8]) -> ArraySlice<UInt8> {
        hasEscapes ? Self.unescaped(source[range])[...] : source[range]
    }

    /// The string's text; bytes that are not UTF-8 become U+FFFD.
    func text(in source: [UInt8]) -> String {
        String(decoding: bytes(in: source), as: UTF8.self)
    }

    /// True where the string is the given one, written without escapes.
    func matches(_ word: StaticString, in source: [UInt8]) -> Bool {
        guard !hasEscapes, range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { source[range].elementsEqual($0) }
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.endIndex else {
                result.append(bytes[at])
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case UInt8(ascii: "n"): result.append(0x0a)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "r"): result.append(0x0d)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0c)
            case UInt8(ascii: "u"):
                let (scalar, length) = codePoint(bytes[at...])
                result.append(contentsOf: String(scalar).utf8)
                at += length
                continue
            case let byte: result.append(byte)
            }
            at += 2
        }
        return result
    }

    /// The character of an escape `\uXXXX`, or of a pair of them, and how many bytes it takes.
    private static func codePoint(_ bytes: ArraySlice<UInt8>) -> (UnicodeScalar, Int) {
        guard let first = hex(bytes.dropFirst(2)) else { return ("\u{fffd}", 2) }
        if let scalar = UnicodeScalar(first) { return (scalar, 6) }
        let next = bytes.dropFirst(6)
        if first < 0xdc00, next.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
            let second = hex(next.dropFirst(2)), (0xdc00..<0xe000).contains(second),
            let scalar = UnicodeScalar(0x1_0000 + (first - 0xd800) << 10 + (second - 0xdc00))
        {
            return (scalar, 12)
        }
        return ("\u{fffd}", 6)
    }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        guard bytes.count >= 4 else { return nil }
        return UInt32(String(decoding: bytes.prefix(4), as: UTF8.self), radix: 16)
    }
}
