/// Writes one JSON document (RFC 8259) into a byte buffer, keys in the order of the calls.
///
/// The same calls give the same bytes. Brackets always match since containers are closures; a member without
/// a key or a second root value is a programming error and traps.
public struct JSONWriter: Sendable {
    /// How the document is laid out.
    public enum Style: Sendable {
        /// No white space.
        case compact
        /// One member or element a line, indented by two spaces.
        case pretty
    }

    /// The UTF-8 bytes written so far.
    public private(set) var bytes: [UInt8] = []

    private let style: Style
    private var depth = 0
    private var expected = Expectation.root

    private enum Expectation {
        case root
        case end
        case firstMember
        case nextMember
        case memberValue
        case firstElement
        case nextElement
    }

    /// Creates a writer of an empty document.
    ///
    /// - Parameters:
    ///   - style: how it is laid out.
    ///   - capacity: bytes that are reserved at once, since growing copies.
    public init(style: Style = .compact, capacity: Int = 0) {
        self.style = style
        if capacity > 0 { bytes.reserveCapacity(capacity) }
    }

    /// The document as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The JSON text of one value.
    public static func text(_ value: some JSONWritable, style: Style = .compact) -> String {
        var writer = JSONWriter(style: style)
        value.write(to: &writer)
        return writer.text
    }

    // MARK: Scalars

    /// Writes `null`.
    public mutating func null() {
        beginValue()
        append("null")
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        beginValue()
        append(value ? "true" : "false")
    }

    /// Writes an integer.
    public mutating func integer(_ value: some BinaryInteger) {
        beginValue()
        if let small = Int64(exactly: value) {
            DecimalText.appendFixed(small, decimals: 0, to: &bytes)
        } else {
            bytes.append(contentsOf: String(value).utf8)
        }
    }

    /// Writes a number.
    ///
    /// - Parameters:
    ///   - value: the number; NaN and infinities have no JSON form and are written as `null`.
    ///   - digits: digits behind the point, 0...15, trailing zeros cut; nil for the shortest text that reads
    ///     back as the same number.
    public mutating func number(_ value: Double, digits: Int? = nil) {
        beginValue()
        DecimalText.append(value, digits: digits, to: &bytes)
    }

    /// Writes a string; quotes, backslashes and control characters are escaped.
    public mutating func string(_ value: some StringProtocol) {
        beginValue()
        appendQuoted(value)
    }

    // MARK: Containers

    /// Writes an object whose members are written by the closure.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        let after = open(UInt8(ascii: "{"), expecting: .firstMember)
        body(&self)
        precondition(expected == .firstMember || expected == .nextMember, "a key is without a value")
        close(UInt8(ascii: "}"), isEmpty: expected == .firstMember, after: after)
    }

    /// Writes an array whose elements are written by the closure.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        let after = open(UInt8(ascii: "["), expecting: .firstElement)
        body(&self)
        close(UInt8(ascii: "]"), isEmpty: expected == .firstElement, after: after)
    }

    // MARK: Members

    /// Writes a key; the next call writes its value.
    public mutating func key(_ key: some StringProtocol) {
        switch expected {
        case .firstMember: break
        case .nextMember: bytes.append(UInt8(ascii: ","))
        default: preconditionFailure("key \(key) stands outside an object")
        }
        newLine()
        appendQuoted(key)
        bytes.append(UInt8(ascii: ":"))
        if style == .pretty { bytes.append(UInt8(ascii: " ")) }
        expected = .memberValue
    }

    /// Writes a key and its value.
    public mutating func member(_ key: String, _ value: some JSONWritable) {
        self.key(key)
        value.write(to: &self)
    }

    /// Writes a key and a string.
    public mutating func member(_ key: String, _ value: String) {
        self.key(key)
        string(value)
    }

    /// Writes a key and a string, `null` where there is none.
    public mutating func member(_ key: String, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    /// Writes a key and a number, `null` where there is none; digits as in `number(_:digits:)`.
    public mutating func member(_ key: String, number: Double?, digits: Int? = nil) {
        self.key(key)
        if let number { self.number(number, digits: digits) } else { null() }
    }

    /// Writes a key and an object.
    public mutating func member(_ key: String, object body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    /// Writes a key and an array.
    public mutating func member(_ key: String, array body: (inout JSONWriter) -> Void) {
        self.key(key)
        array(body)
    }

    // MARK: State

    private mutating func beginValue() {
        switch expected {
        case .root: expected = .end
        case .memberValue: expected = .nextMember
        case .firstElement, .nextElement:
            if expected == .nextElement { bytes.append(UInt8(ascii: ",")) }
            newLine()
            expected = .nextElement
        case .firstMember, .nextMember: preconditionFailure("a value in an object needs a key")
        case .end: preconditionFailure("the document is complete")
        }
    }

    private mutating func open(_ bracket: UInt8, expecting next: Expectation) -> Expectation {
        beginValue()
        let after = expected
        bytes.append(bracket)
        depth += 1
        expected = next
        return after
    }

    private mutating func close(_ bracket: UInt8, isEmpty: Bool, after: Expectation) {
        depth -= 1
        if !isEmpty { newLine() }
        bytes.append(bracket)
        expected = after
    }

    private mutating func newLine() {
        guard style == .pretty, depth > 0 || expected != .root else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
    }

    // MARK: Bytes

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends text in quotes: at once where it is plain, as nearly all is, byte by byte where something is escaped.
    private mutating func appendQuoted(_ text: some StringProtocol) {
        let isDone = text.utf8.withContiguousStorageIfAvailable { buffer in
            guard Self.isPlain(buffer) else { return false }
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: buffer)
            bytes.append(UInt8(ascii: "\""))
            return true
        }
        if isDone != true { appendEscaped(text.utf8) }
    }

    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isPlain = true
        for byte in text {
            isPlain = isPlain && byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        }
        return isPlain
    }

    private mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20:
                append("\\u00")
                bytes.append(Self.hexDigit(byte >> 4))
                bytes.append(Self.hexDigit(byte & 15))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
