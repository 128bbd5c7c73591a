/// Reads UBJSON within its bounds: any byte sequence gives a value or an error.
///
/// Format: ubjson.org, draft 12, in the part that XGBoost uses (big-endian numbers, keys with a length,
/// arrays with an optional type and a count).
struct UBJSONReader {
    private static let deepest = 24

    private let bytes: [UInt8]
    private var position = 0

    /// Reads one document that fills the bytes exactly.
    static func read(_ bytes: [UInt8]) throws(BoostingError) -> UBJSON {
        var reader = UBJSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        guard reader.position == bytes.count else {
            throw .model("\(bytes.count - reader.position) bytes after the end of the document")
        }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(BoostingError) -> UBJSON {
        try value(of: byte(), depth: depth)
    }

    private mutating func value(of marker: UInt8, depth: Int) throws(BoostingError) -> UBJSON {
        guard depth <= Self.deepest else { throw .model("nested deeper than \(Self.deepest) levels") }
        if let width = UBJSON.IntegerWidth(rawValue: marker) { return .integer(try integer(width)) }
        switch marker {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "S"): return .string(try string())
        case UInt8(ascii: "d"): return .float(Float(bitPattern: UInt32(try bigEndian(4))))
        case UInt8(ascii: "D"): return .double(Double(bitPattern: try bigEndian(8)))
        case UInt8(ascii: "T"): return .boolean(true)
        case UInt8(ascii: "F"): return .boolean(false)
        case UInt8(ascii: "Z"): return .null
        default: throw .model("unknown marker 0x\(String(marker, radix: 16)) at byte \(position - 1)")
        }
    }

    private mutating func object(depth: Int) throws(BoostingError) -> UBJSON {
        var members: [UBJSON.Member] = []
        while try peek() != UInt8(ascii: "}") {
            let key = try string()
            members.append(UBJSON.Member(key: key, value: try value(depth: depth + 1)))
        }
        position += 1
        return .object(members)
    }

    private mutating func array(depth: Int) throws(BoostingError) -> UBJSON {
        switch try peek() {
        case UInt8(ascii: "$"):
            position += 1
            let type = try byte()
            guard try byte() == UInt8(ascii: "#") else { throw .model("typed array without a count") }
            return try typedArray(of: type, count: length())
        case UInt8(ascii: "#"):
            position += 1
            let count = try length()
            var elements: [UBJSON] = []
            for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
            return .array(elements)
        default:
            var elements: [UBJSON] = []
            while try peek() != UInt8(ascii: "]") { elements.append(try value(depth: depth + 1)) }
            position += 1
            return .array(elements)
        }
    }

    private mutating func typedArray(of type: UInt8, count: Int) throws(BoostingError) -> UBJSON {
        if let width = UBJSON.IntegerWidth(rawValue: type) {
            try reserve(count, of: width.byteCount)
            var values: [Int64] = []
            values.reserveCapacity(count)
            for _ in 0..<count { values.append(try integer(width)) }
            return .integers(values, width: width)
        }
        switch type {
        case UInt8(ascii: "d"):
            try reserve(count, of: 4)
            var values: [Float] = []
            values.reserveCapacity(count)
            for _ in 0..<count { values.append(Float(bitPattern: UInt32(try bigEndian(4)))) }
            return .floats(values)
        case UInt8(ascii: "D"):
            try reserve(count, of: 8)
            var values: [Double] = []
            values.reserveCapacity(count)
            for _ in 0..<count { values.append(Double(bitPattern: try bigEndian(8))) }
            return .doubles(values)
        default: throw .model("array of unknown type 0x\(String(type, radix: 16))")
        }
    }

    private mutating func string() throws(BoostingError) -> String {
        let count = try length()
        try reserve(count, of: 1)
        guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
            throw .model("text at byte \(position) is not UTF-8")
        }
        position += count
        return text
    }

    private mutating func length() throws(BoostingError) -> Int {
        guard let width = UBJSON.IntegerWidth(rawValue: try byte()) else {
            throw .model("no length at byte \(position - 1)")
        }
        let count = try integer(width)
        guard (0...Int64(bytes.count)).contains(count) else {
            throw .model("length \(count) at byte \(position) in a document of \(bytes.count) bytes")
        }
        return Int(count)
    }

    private mutating func integer(_ width: UBJSON.IntegerWidth) throws(BoostingError) -> Int64 {
        let raw = try bigEndian(width.byteCount)
        switch width {
        case .int8: return Int64(Int8(truncatingIfNeeded: raw))
        case .uint8: return Int64(raw)
        case .int16: return Int64(Int16(truncatingIfNeeded: raw))
        case .int32: return Int64(Int32(truncatingIfNeeded: raw))
        case .int64: return Int64(bitPattern: raw)
        }
    }

    // MARK: Bytes

    private mutating func bigEndian(_ count: Int) throws(BoostingError) -> UInt64 {
        try reserve(count, of: 1)
        var value: UInt64 = 0
        for offset in 0..<count { value = value << 8 | UInt64(bytes[position + offset]) }
        position += count
        return value
    }

    private mutating func byte() throws(BoostingError) -> UInt8 {
        let value = try peek()
        position += 1
        return value
    }

    private func peek() throws(BoostingError) -> UInt8 {
        guard position < bytes.count else { throw .model("ends early, after \(bytes.count) bytes") }
        return bytes[position]
    }

    private func reserve(_ count: Int, of size: Int) throws(BoostingError) {
        guard count * size <= bytes.count - position else {
            throw .model("ends early, after \(bytes.count) bytes")
        }
    }
}
