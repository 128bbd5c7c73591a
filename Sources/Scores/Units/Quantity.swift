/// A number of one unit and range, checked once where it is made.
///
/// Conforming types differ so that a percent cannot stand where a fraction belongs. Decoding checks like the
/// initialiser; NaN is refused by every one of them.
public protocol Quantity: Codable, Comparable, CustomStringConvertible, Hashable, Sendable {
    /// The number in the unit of the type.
    var value: Double { get }

    /// Creates a quantity, or throws `ScoreError.outOfRange` where the type does not have the number.
    init(_ value: Double) throws(ScoreError)
}

extension Quantity {
    /// Reads a number and checks it like the initialiser.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Double.self)
        do {
            try self.init(number)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    /// Writes the number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    /// Quantities of one type are ordered by their number.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.value < rhs.value }

    /// The number in full precision.
    public var description: String { "\(value)" }

    static func checked(
        _ value: Double,
        in range: ClosedRange<Double>,
        name: String
    ) throws(ScoreError) -> Double {
        guard range.contains(value) else {
            throw .range(
                name,
                value,
                accepted: "\(Self.short(range.lowerBound))...\(Self.short(range.upperBound))"
            )
        }
        return value
    }

    private static func short(_ bound: Double) -> String {
        bound.rounded() == bound ? "\(Int(bound))" : "\(bound)"
    }
}
