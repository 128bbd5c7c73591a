/// Reads JSON from UTF-8 bytes front to back without building a tree.
///
/// The caller asks for what it expects; everything else is skipped, strictly by the grammar of RFC 8259.
/// Strings and numbers come as ranges of the bytes, so that nothing is copied before it is needed.
struct JSONScanner {
    /// The bytes being read.
    let bytes: [UInt8]
    /// Index of the next byte.
    private(set) var position: Int
    private let end: Int

    /// Deeper nesting than this is refused, so that hostile input cannot exhaust the stack.
    static let deepestNesting = 64

    init(_ bytes: [UInt8]) {
        self.init(bytes, range: bytes.indices)
    }

    /// Reads only a part of the bytes.
    init(_ bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    // MARK: Tokens

    /// The next byte that is no space, not yet taken; nil at the end.
    mutating func peek() -> UInt8? {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x0a, 0x0d, 0x09: position += 1
            case let byte: return byte
            }
        }
        return nil
    }

    /// Takes the next byte that is no space; throws where it is another one.
    mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard peek() == byte else { throw fault("'\(Character(UnicodeScalar(byte)))' is expected") }
        position += 1
    }

    /// Takes the next byte that is no space where it is the given one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// Takes the byte that `peek` gave.
    mutating func advance() { position += 1 }

    /// Throws unless only spaces are left.
    mutating func expectEnd() throws(JSONFault) {
        if peek() != nil { throw fault("there is more text behind the value") }
    }

    /// Takes a string.
    mutating func string() throws(JSONFault) -> JSONString {
        try expect(UInt8(ascii: "\""))
        let start = position
        var hasEscapes = false
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return JSONString(range: start..<position - 1, hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                position += 2
            } else if byte < 0x20 {
                throw fault("a string contains a control character")
            } else {
                position += 1
            }
        }
        position = end
        throw fault("a string has no closing quote")
    }

    /// Takes a number, `true`, `false` or `null` and gives its range.
    mutating func scalar() throws(JSONFault) -> Range<Int> {
        _ = peek()
        let start = position
        while position < end, Self.isWord(bytes[position]) { position += 1 }
        let word = bytes[start..<position]
        guard !word.isEmpty else { throw fault("a value is expected") }
        guard JSONNumber.isValid(word) || Self.literals.contains(where: word.elementsEqual) else {
            position = start
            throw fault("'\(String(decoding: word.prefix(20), as: UTF8.self))' is no value")
        }
        return start..<position
    }

    // MARK: Structures

    /// Walks the members of an object; `body` must take each member's value.
    mutating func object<E: Error>(
        _ body: (_ scanner: inout JSONScanner, _ key: JSONString) throws(E) -> Void,
        fault convert: (JSONFault) -> E
    ) throws(E) {
        do throws(JSONFault) { try expect(UInt8(ascii: "{")) } catch { throw convert(error) }
        if take(UInt8(ascii: "}")) { return }
        repeat {
            let key: JSONString
            do throws(JSONFault) {
                key = try string()
                try expect(UInt8(ascii: ":"))
            } catch { throw convert(error) }
            try body(&self, key)
        } while take(UInt8(ascii: ","))
        do throws(JSONFault) { try expect(UInt8(ascii: "}")) } catch { throw convert(error) }
    }

    /// Walks the elements of an array; `body` must take each element.
    mutating func array(
        _ body: (_ scanner: inout JSONScanner) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try expect(UInt8(ascii: "["))
        if take(UInt8(ascii: "]")) { return }
        repeat { try body(&self) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
    }

    /// Takes any value and forgets it.
    mutating func skip(depth: Int = 0) throws(JSONFault) {
        guard depth <= Self.deepestNesting else { throw fault("it is nested too deeply") }
        switch peek() {
        case UInt8(ascii: "\""):
            _ = try string()
        case UInt8(ascii: "["):
            try array { scanner throws(JSONFault) in try scanner.skip(depth: depth + 1) }
        case UInt8(ascii: "{"):
            try object(
                { scanner, _ throws(JSONFault) in try scanner.skip(depth: depth + 1) },
                fault: { $0 }
            )
        default:
            _ = try scalar()
        }
    }

    /// Takes a string, number, `true` or `false` as text, or `null` as nil; throws for an array or object.
    mutating func text() throws(JSONFault) -> ArraySlice<UInt8>? {
        if peek() == UInt8(ascii: "\"") { return try string().bytes(in: bytes) }
        let range = try scalar()
        return bytes[range.lowerBound] == UInt8(ascii: "n") ? nil : bytes[range]
    }

    /// A fault at the present position.
    func fault(_ reason: String) -> JSONFault { JSONFault(offset: position, reason: reason) }

    private static let literals = [Array("true".utf8), Array("false".utf8), Array("null".utf8)]

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}
