/// Writes UBJSON in the form that XGBoost reads.
struct UBJSONWriter {
    private var bytes: [UInt8] = []

    /// Returns the bytes of one document.
    static func write(_ value: UBJSON) -> [UInt8] {
        var writer = UBJSONWriter()
        writer.append(value)
        return writer.bytes
    }

    private mutating func append(_ value: UBJSON) {
        switch value {
        case .object(let members):
            mark("{")
            for member in members {
                appendText(member.key)
                append(member.value)
            }
            mark("}")
        case .array(let elements):
            mark("[")
            mark("#")
            appendLength(elements.count)
            for element in elements { append(element) }
        case .string(let text):
            mark("S")
            appendText(text)
        case .integer(let number):
            mark("L")
            appendBigEndian(number)
        case .float(let number):
            mark("d")
            appendBigEndian(number.bitPattern)
        case .double(let number):
            mark("D")
            appendBigEndian(number.bitPattern)
        case .boolean(let flag): mark(flag ? "T" : "F")
        case .null: mark("Z")
        case .floats(let numbers):
            startTypedArray(UInt8(ascii: "d"), numbers.count)
            for number in numbers { appendBigEndian(number.bitPattern) }
        case .doubles(let numbers):
            startTypedArray(UInt8(ascii: "D"), numbers.count)
            for number in numbers { appendBigEndian(number.bitPattern) }
        case .integers(let numbers, let width):
            startTypedArray(width.rawValue, numbers.count)
            for number in numbers { appendBigEndian(number, keeping: width.byteCount) }
        }
    }

    private mutating func mark(_ marker: Unicode.Scalar) {
        bytes.append(UInt8(ascii: marker))
    }

    private mutating func startTypedArray(_ type: UInt8, _ count: Int) {
        mark("[")
        mark("$")
        bytes.append(type)
        mark("#")
        appendLength(count)
    }

    private mutating func appendText(_ text: String) {
        appendLength(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func appendLength(_ count: Int) {
        mark("L")
        appendBigEndian(Int64(count))
    }

    private mutating func appendBigEndian(_ number: some FixedWidthInteger, keeping count: Int? = nil) {
        let width = count ?? number.bitWidth / 8
        for byte in (0..<width).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
        }
    }
}
