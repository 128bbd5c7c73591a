/// One value of a UBJSON document as XGBoost writes it: objects keep their order, arrays of numbers stay flat.
enum UBJSON: Hashable, Sendable {
    case object([Member])
    case array([UBJSON])
    case string(String)
    case integer(Int64)
    case float(Float)
    case double(Double)
    case boolean(Bool)
    case null
    case floats([Float])
    case doubles([Double])
    case integers([Int64], width: IntegerWidth)

    /// A key of an object with its value.
    struct Member: Hashable, Sendable {
        var key: String
        var value: UBJSON
    }

    /// How a typed array of integers is stored, under UBJSON's marker.
    enum IntegerWidth: UInt8, Sendable {
        case int8 = 0x69  // i
        case uint8 = 0x55  // U
        case int16 = 0x49  // I
        case int32 = 0x6C  // l
        case int64 = 0x4C  // L

        var byteCount: Int {
            switch self {
            case .int8, .uint8: 1
            case .int16: 2
            case .int32: 4
            case .int64: 8
            }
        }
    }

    /// The value of a key; nil when this is no object or lacks the key.
    subscript(key: String) -> UBJSON? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .object(var members) = self, let newValue else { return }
            if let index = members.firstIndex(where: { $0.key == key }) {
                members[index].value = newValue
            } else {
                members.append(Member(key: key, value: newValue))
            }
            self = .object(members)
        }
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var elements: [UBJSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// An array of floats, typed or not, in single precision.
    var floatArray: [Float]? {
        switch self {
        case .floats(let values): return values
        case .doubles(let values): return values.map { Float($0) }
        case .array(let elements):
            var values: [Float] = []
            for element in elements {
                switch element {
                case .float(let value): values.append(value)
                case .integer(let value): values.append(Float(value))
                default: return nil
                }
            }
            return values
        default: return nil
        }
    }

    /// A typed or untyped array of integers.
    var integerArray: [Int64]? {
        switch self {
        case .integers(let values, _): return values
        case .array(let elements):
            var values: [Int64] = []
            for element in elements {
                guard case .integer(let value) = element else { return nil }
                values.append(value)
            }
            return values
        default: return nil
        }
    }
}
