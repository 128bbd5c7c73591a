/// A closed range of plausible values.
public struct Interval: Sendable, Hashable, Codable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double

    /// Creates an interval; the ends must be in order and not NaN.
    public init(lower: Double, upper: Double) {
        precondition(lower <= upper, "an interval runs upwards, not from \(lower) to \(upper)")
        self.lower = lower
        self.upper = upper
    }

    /// Creates an interval from stored ends, refusing ends out of order.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let lower = try container.decode(Double.self, forKey: .lower)
        let upper = try container.decode(Double.self, forKey: .upper)
        guard lower <= upper else {
            throw StatisticsError.outOfRange(argument: "upper", value: upper, accepted: "\(lower) or more")
        }
        self.init(lower: lower, upper: upper)
    }

    /// Distance between the ends.
    public var width: Double { upper - lower }

    /// Whether a value lies in the interval, ends included.
    public func contains(_ value: Double) -> Bool {
        lower <= value && value <= upper
    }
}
