/// Reads the XML of a feed front to back: starts, ends and text; attributes are not needed.
///
/// Only the five entities of XML and numbers are resolved; a document type declaration is refused, since a feed needs none and
/// it can make a small document expand without bound.
struct FeedScanner {
    /// What comes next.
    enum Token: Equatable {
        /// An element begins; one that is empty ends right after it.
        case start(String)
        /// An element ends.
        case end(String)
        /// Text without its entities.
        case text(String)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var pendingEnd: String?
    private var depth = 0

    /// Deeper nesting than this is refused.
    static let deepestNesting = 32

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    }

    /// The line of the next token, from 1.
    var line: Int { 1 + bytes[..<position].count { $0 == 0x0a } }

    /// The next token; nil at the end.
    mutating func next() throws(EventFileError) -> Token? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") { return .text(try text()) }
            if starts("<!--") {
                try skip(past: "-->")
            } else if starts("<![CDATA[") {
                let start = position + 9
                try skip(past: "]]>")
                return .text(String(decoding: bytes[start..<position - 3], as: UTF8.self))
            } else if starts("<?") {
                try skip(past: "?>")
            } else if starts("<!") {
                throw fault("a document type declaration is not accepted")
            } else {
                return try tag()
            }
        }
        return nil
    }

    private mutating func tag() throws(EventFileError) -> Token {
        let start = position + 1
        try skip(past: ">")
        var inside = bytes[start..<position - 1]
        if inside.first == UInt8(ascii: "/") {
            depth -= 1
            return .end(Self.name(inside.dropFirst()))
        }
        let isEmpty = inside.last == UInt8(ascii: "/")
        if isEmpty { inside.removeLast() }
        let name = Self.name(inside)
        guard !name.isEmpty else { throw fault("'<' begins no element") }
        if isEmpty { pendingEnd = name } else { depth += 1 }
        guard depth <= Self.deepestNesting else { throw fault("it is nested too deeply") }
        return .start(name)
    }

    private mutating func text() throws(EventFileError) -> String {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let raw = String(decoding: bytes[position..<end], as: UTF8.self)
        position = end
        guard raw.contains("&") else { return raw }
        var result = ""
        var rest = raw[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            let tail = rest[rest.index(after: mark)...]
            guard let close = tail.prefix(12).firstIndex(of: ";"), let value = Self.entity(tail[..<close])
            else {
                result.append("&")
                rest = tail
                continue
            }
            result.append(value)
            rest = tail[tail.index(after: close)...]
        }
        return result + rest
    }

    private static func entity(_ name: Substring) -> Character? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let isHex = digits.first == "x" || digits.first == "X"
            let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(UnicodeScalar.init).map(Character.init)
        }
    }

    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
    }

    private func starts(_ text: StaticString) -> Bool {
        guard bytes.count - position >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { bytes[position..<position + $0.count].elementsEqual($0) }
    }

    /// Goes behind the next occurrence of a text.
    private mutating func skip(past text: String) throws(EventFileError) {
        let wanted = Array(text.utf8)
        var at = position
        while at + wanted.count <= bytes.count {
            if bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) {
                position = at + wanted.count
                return
            }
            at += 1
        }
        throw fault("'\(text)' is missing")
    }

    private func fault(_ reason: String) -> EventFileError {
        .malformed(format: "RSS", reason: "\(reason), line \(line)")
    }
}
