/// Reads XGBoost's JSON models into the same values as the UBJSON reader.
///
/// Numbers with a point or an exponent become single-precision floats straight from their digits, which a detour
/// through double precision would not guarantee. Any byte sequence gives a value or an error.
struct JSONReader {
    private static let deepest = 24

    private let bytes: [UInt8]
    private var position = 0

    /// Reads one document; only white space may follow it.
    static func read(_ bytes: [UInt8]) throws(BoostingError) -> UBJSON {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else {
            throw .model("\(bytes.count - reader.position) bytes after the end of the document")
        }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(BoostingError) -> UBJSON {
        guard depth <= Self.deepest else { throw .model("nested deeper than \(Self.deepest) levels") }
        switch try peekPastSpace() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(BoostingError) -> UBJSON {
        position += 1
        var members: [UBJSON.Member] = []
        if try peekPastSpace() == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            guard try peekPastSpace() == UInt8(ascii: "\"") else { throw unexpected() }
            let key = try string()
            guard try peekPastSpace() == UInt8(ascii: ":") else { throw unexpected() }
            position += 1
            members.append(UBJSON.Member(key: key, value: try value(depth: depth + 1)))
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(BoostingError) -> UBJSON {
        position += 1
        var elements: [UBJSON] = []
        if try peekPastSpace() == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            elements.append(try value(depth: depth + 1))
            if try ends(with: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    /// Consumes a comma (false) or the closing bracket (true).
    private mutating func ends(with close: UInt8) throws(BoostingError) -> Bool {
        let next = try peekPastSpace()
        guard next == close || next == UInt8(ascii: ",") else { throw unexpected() }
        position += 1
        return next == close
    }

    private mutating func word(_ word: StaticString, _ value: UBJSON) throws(BoostingError) -> UBJSON {
        for expected in word.description.utf8 {
            guard position < bytes.count, bytes[position] == expected else { throw unexpected() }
            position += 1
        }
        return value
    }

    private mutating func number() throws(BoostingError) -> UBJSON {
        let start = position
        var isFloat = false
        scan: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isFloat = true
            default: break scan
            }
            position += 1
        }
        let digits = String(decoding: bytes[start..<position], as: UTF8.self)
        if !isFloat, let whole = Int64(digits) { return .integer(whole) }
        if isFloat, let value = Float(digits) { return .float(value) }
        position = start
        throw unexpected()
    }

    private mutating func string() throws(BoostingError) -> String {
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let valid = String(validating: text, as: UTF8.self) else {
                    throw .model("text before byte \(position) is not UTF-8")
                }
                return valid
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
            default: text.append(byte)
            }
        }
        throw .model("ends early, after \(bytes.count) bytes")
    }

    private mutating func escape() throws(BoostingError) -> [UInt8] {
        guard position < bytes.count else { throw .model("ends early, after \(bytes.count) bytes") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            guard position + 4 <= bytes.count else { throw unexpected() }
            let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
            guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
                throw unexpected()
            }
            position += 4
            return Array(String(scalar).utf8)
        default:
            position -= 1
            throw unexpected()
        }
    }

    // MARK: Bytes

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func peekPastSpace() throws(BoostingError) -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw .model("ends early, after \(bytes.count) bytes") }
        return bytes[position]
    }

    private func unexpected() -> BoostingError {
        guard position < bytes.count else { return .model("ends early, after \(bytes.count) bytes") }
        return .model("unexpected byte 0x\(String(bytes[position], radix: 16)) at \(position)")
    }
}
