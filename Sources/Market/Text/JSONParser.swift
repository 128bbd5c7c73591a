/// Reads one JSON value from bytes (RFC 8259) by recursive descent.
struct JSONParser {
    /// How deep lists and objects may nest.
    static let deepest = 100

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var depth = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    }

    mutating func document() throws(JSONError) -> JSONTree {
        let tree = try value()
        skipSpace()
        guard position == bytes.endIndex else { throw error("text behind the end of the document") }
        return tree
    }

    // MARK: Values

    private mutating func value() throws(JSONError) -> JSONTree {
        skipSpace()
        guard let byte = peek else { throw error("the document ends where a value is needed") }
        switch byte {
        case UInt8(ascii: "{"): return try nested { (parser) throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { (parser) throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), 48...57: return try number()
        default: return try word()
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONError) -> JSONTree
    ) throws(JSONError) -> JSONTree {
        depth += 1
        guard depth <= Self.deepest else { throw error("lists and objects nest deeper than \(Self.deepest)") }
        position += 1
        let tree = try read(&self)
        depth -= 1
        return tree
    }

    private mutating func object() throws(JSONError) -> JSONTree {
        var members: [String: JSONTree] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw error("a key in quotes is needed") }
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error("a colon is needed behind the key \"\(key)\"") }
            members[key] = try value()
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw error("a comma or } is needed") }
        return .object(members)
    }

    private mutating func array() throws(JSONError) -> JSONTree {
        var elements: [JSONTree] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        repeat {
            elements.append(try value())
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("a comma or ] is needed") }
        return .array(elements)
    }

    private mutating func number() throws(JSONError) -> JSONTree {
        let start = position
        while let byte = peek, Self.isPartOfNumber(byte) { position += 1 }
        guard let value = DecimalParser.double(bytes[start..<position]) else {
            position = start
            throw error("a number that is malformed or too large")
        }
        return .number(value)
    }

    private mutating func word() throws(JSONError) -> JSONTree {
        let words: [(StaticString, JSONTree)] = [
            ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)), ("NaN", .null),
        ]
        for (word, tree) in words {
            let text = word.description.utf8
            if bytes[position...].starts(with: text) {
                position += text.count
                return tree
            }
        }
        throw error("a value is needed")
    }

    // MARK: Strings

    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while let byte = peek {
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                return String(decoding: bytes[start..<position], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            position += 1
        }
        throw error("a text without closing quote")
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var units = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                units.append(byte)
                continue
            }
            guard let escape = peek else { break }
            position += 1
            switch escape {
            case UInt8(ascii: "n"): units.append(10)
            case UInt8(ascii: "t"): units.append(9)
            case UInt8(ascii: "r"): units.append(13)
            case UInt8(ascii: "b"): units.append(8)
            case UInt8(ascii: "f"): units.append(12)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(escape)
            case UInt8(ascii: "u"): units.append(contentsOf: Array(String(try unicodeScalar()).utf8))
            default: throw error("an unknown escape in a text")
            }
        }
        throw error("a text without closing quote")
    }

    /// The character of `\uXXXX`, or of two of them that form a surrogate pair; U+FFFD for half a pair.
    private mutating func unicodeScalar() throws(JSONError) -> Character {
        let first = try hexadecimal()
        if (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: "\\u".utf8) {
            let back = position
            position += 2
            let second = try hexadecimal()
            if (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return Character(scalar)
            }
            position = back
        }
        return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        let end = position + 4
        guard end <= bytes.endIndex, !bytes[position..<end].contains(UInt8(ascii: "+")),
            let value = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw error("four hexadecimal digits are needed") }
        position = end
        return value
    }

    // MARK: Bytes

    private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 32 || (9...10).contains(byte) || byte == 13 { position += 1 }
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private func error(_ reason: String) -> JSONError { JSONError(offset: position, reason: reason) }
}
