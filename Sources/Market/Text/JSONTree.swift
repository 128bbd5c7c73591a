/// A JSON document in memory.
///
/// Of members with the same key the last one counts. `NaN`, which some writers put for a missing number, reads as
/// `null`.
public enum JSONTree: Sendable, Equatable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number.
    case number(Double)
    /// Text.
    case string(String)
    /// A list.
    case array([JSONTree])
    /// Members by key.
    case object([String: JSONTree])

    /// Parses a whole document.
    ///
    /// - Throws: `JSONError` for anything that is not exactly one JSON value, and for nesting deeper than 100.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        try self.init(parsing: bytes[...])
    }

    /// Parses a whole document from a part of an array; offsets in errors count from the array's start.
    ///
    /// - Throws: `JSONError` for anything that is not exactly one JSON value, and for nesting deeper than 100.
    public init(parsing bytes: ArraySlice<UInt8>) throws(JSONError) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }

    /// The member of an object; nil for other values and for a key that is not there.
    public subscript(_ key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The number; nil for other values.
    public var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// The text; nil for other values.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The elements of a list; nil for other values.
    public var array: [JSONTree]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The members of an object; nil for other values.
    public var object: [String: JSONTree]? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// Whether the value is `null`.
    public var isNull: Bool { self == .null }
}
