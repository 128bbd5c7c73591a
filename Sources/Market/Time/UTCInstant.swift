/// A point in time as whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct UTCInstant: Hashable, Comparable, Sendable {
    /// Seconds since the Unix epoch, negative before it.
    public let secondsSinceEpoch: Int64

    /// Creates the instant that lies the given number of seconds after the Unix epoch.
    public init(secondsSinceEpoch: Int64) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    /// Creates the instant at a second of a UTC day.
    ///
    /// - Parameters:
    ///   - day: the UTC day.
    ///   - secondOfDay: seconds after its midnight; values outside 0..<86,400 carry over.
    public init(day: TradingDay, secondOfDay: Int) {
        secondsSinceEpoch = Int64(day.daysSinceEpoch) * 86_400 + Int64(secondOfDay)
    }

    /// Parses `YYYY-MM-DDTHH:MM[:SS[.fff]]` with `Z` or `±HH:MM` behind it; nil for any other text.
    ///
    /// A space may stand in place of the `T`. Fractions of a second are cut off.
    public init?(iso8601 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard let parsed = CivilTimestamp(utf8: bytes), let offset = parsed.offsetSeconds else { return nil }
        self.init(day: parsed.day, secondOfDay: parsed.secondOfDay - offset)
    }

    /// The UTC day on which the instant falls.
    public var utcDay: TradingDay {
        TradingDay(daysSinceEpoch: Int32(Self.floorDivide(secondsSinceEpoch, 86_400)))
    }

    /// Seconds after UTC midnight, 0..<86,400.
    public var utcSecondOfDay: Int {
        Int(secondsSinceEpoch - Self.floorDivide(secondsSinceEpoch, 86_400) * 86_400)
    }

    /// The instant `seconds` later, earlier where negative.
    public func advanced(bySeconds seconds: Int64) -> UTCInstant {
        UTCInstant(secondsSinceEpoch: secondsSinceEpoch + seconds)
    }

    /// The instant as `YYYY-MM-DDTHH:MM:SSZ`.
    public var iso8601: String {
        "\(utcDay.iso8601)T\(CivilTimestamp.clock(utcSecondOfDay))Z"
    }

    /// Instants are ordered by time.
    public static func < (lhs: UTCInstant, rhs: UTCInstant) -> Bool {
        lhs.secondsSinceEpoch < rhs.secondsSinceEpoch
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

extension UTCInstant: CustomStringConvertible {
    /// The instant as `YYYY-MM-DDTHH:MM:SSZ`.
    public var description: String { iso8601 }
}
