/// A finite number and how many digits of it are written.
public struct JSONNumber: Sendable, Equatable {
    /// The number, never NaN or infinite.
    public let value: Double
    /// Digits behind the point; nil for the shortest text that reads back as the same number.
    public let digits: Int?

    /// Creates a number; nil for NaN and infinities, which JSON does not have.
    public init?(_ value: Double, digits: Int? = nil) {
        guard value.isFinite else { return nil }
        self.value = value
        self.digits = digits
    }
}

/// One member of an object.
public struct JSONMember: Sendable, Equatable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// Creates a member.
    public init(_ key: String, _ value: JSONValue) {
        self.key = key
        self.value = value
    }
}

/// A JSON document as a value; objects keep the order of their members.
public enum JSONValue: Sendable, Equatable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A string.
    case string(String)
    /// An integer.
    case integer(Int64)
    /// A number.
    case number(JSONNumber)
    /// An array.
    indirect case array([JSONValue])
    /// An object.
    indirect case object([JSONMember])

    /// A number with so many digits behind the point; `null` for nil, NaN and infinities.
    public static func number(_ value: Double?, digits: Int? = nil) -> JSONValue {
        value.flatMap { JSONNumber($0, digits: digits) }.map(JSONValue.number) ?? .null
    }
}

extension JSONValue: JSONWritable {
    /// Writes the value.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .boolean(let value): json.boolean(value)
        case .string(let value): json.string(value)
        case .integer(let value): json.integer(value)
        case .number(let number): json.number(number.value, digits: number.digits)
        case .array(let elements): elements.write(to: &json)
        case .object(let members):
            json.object { json in
                for member in members { json.member(member.key, member.value) }
            }
        }
    }
}
