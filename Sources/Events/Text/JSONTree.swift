/// A JSON value as a tree, for answers of a service that are small and deeply nested.
enum JSONTree: Equatable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as written.
    case number(String)
    /// A string without its escapes.
    case string(String)
    /// An array.
    case array([JSONTree])
    /// An object; of members with one name the last one counts.
    case object([String: JSONTree])

    /// Parses a whole document.
    init(_ bytes: [UInt8]) throws(JSONFault) {
        var scanner = JSONScanner(bytes)
        self = try Self.value(&scanner, depth: 0)
        try scanner.expectEnd()
    }

    /// A member of an object; nil for anything else, and for `null`.
    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self, let value = members[name], value != .null else { return nil }
        return value
    }

    /// The elements of an array; none for anything else.
    var elements: [JSONTree] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// A string that is not blank.
    var text: String? {
        guard case .string(let text) = self, text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }

    /// A finite number.
    var double: Double? {
        guard case .number(let text) = self, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// A whole number.
    var integer: Int? { double.flatMap { Int(exactly: $0) } }

    /// A truth value.
    var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    private static func value(_ scanner: inout JSONScanner, depth: Int) throws(JSONFault) -> JSONTree {
        guard depth <= JSONScanner.deepestNesting else { throw scanner.fault("it is nested too deeply") }
        switch scanner.peek() {
        case UInt8(ascii: "\""):
            return .string(try scanner.string().text(in: scanner.bytes))
        case UInt8(ascii: "["):
            var elements: [JSONTree] = []
            try scanner.array { scanner throws(JSONFault) in
                elements.append(try value(&scanner, depth: depth + 1))
            }
            return .array(elements)
        case UInt8(ascii: "{"):
            var members: [String: JSONTree] = [:]
            try scanner.object(
                { scanner, key throws(JSONFault) in
                    members[key.text(in: scanner.bytes)] = try value(&scanner, depth: depth + 1)
                },
                fault: { $0 }
            )
            return .object(members)
        default:
            let range = try scanner.scalar()
            switch String(decoding: scanner.bytes[range], as: UTF8.self) {
            case "null": return .null
            case "true": return .bool(true)
            case "false": return .bool(false)
            case let number: return .number(number)
            }
        }
    }
}
