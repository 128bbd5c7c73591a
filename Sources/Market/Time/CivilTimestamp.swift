/// A day and a time of day as written, with the offset from UTC where the text carries one.
public struct CivilTimestamp: Hashable, Sendable {
    /// The day as written.
    public let day: TradingDay
    /// Seconds after midnight as written, 0..<86,400.
    public let secondOfDay: Int
    /// Seconds east of UTC: 0 for `Z`, nil where the text has no zone.
    public let offsetSeconds: Int?

    /// Creates a timestamp from its parts.
    public init(day: TradingDay, secondOfDay: Int, offsetSeconds: Int?) {
        self.day = day
        self.secondOfDay = secondOfDay
        self.offsetSeconds = offsetSeconds
    }

    /// Parses `YYYY-MM-DD[T ]HH:MM[:SS[.fff]]` with an optional `Z` or `±HH[:]MM`; nil for any other content.
    public init?(utf8 bytes: [UInt8]) {
        guard bytes.count >= 16, let day = TradingDay(utf8: bytes[0..<10]),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let hour = Self.twoDigits(bytes, 11), hour < 24, bytes[13] == UInt8(ascii: ":"),
            let minute = Self.twoDigits(bytes, 14), minute < 60
        else { return nil }
        var position = 16
        var second = 0
        if position < bytes.count, bytes[position] == UInt8(ascii: ":") {
            guard let value = Self.twoDigits(bytes, 17), value < 60 else { return nil }
            second = value
            position = 19
            if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
                position += 1
                let start = position
                while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
                guard position > start else { return nil }
            }
        }
        guard let offset = Self.offset(bytes, from: position) else { return nil }
        self.init(day: day, secondOfDay: hour * 3600 + minute * 60 + second, offsetSeconds: offset.seconds)
    }

    /// A second of the day as `HH:MM:SS`.
    public static func clock(_ secondOfDay: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(secondOfDay / 3600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
    }

    private static func offset(_ bytes: [UInt8], from position: Int) -> (seconds: Int?, Void)? {
        if position == bytes.count { return (nil, ()) }
        if bytes[position] == UInt8(ascii: "Z") { return position + 1 == bytes.count ? (0, ()) : nil }
        guard bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-"),
            let hours = twoDigits(bytes, position + 1), hours < 24
        else { return nil }
        var minutesAt = position + 3
        if minutesAt < bytes.count, bytes[minutesAt] == UInt8(ascii: ":") { minutesAt += 1 }
        guard let minutes = twoDigits(bytes, minutesAt), minutes < 60, minutesAt + 2 == bytes.count else {
            return nil
        }
        let seconds = hours * 3600 + minutes * 60
        return (bytes[position] == UInt8(ascii: "-") ? -seconds : seconds, ())
    }

    private static func twoDigits(_ bytes: [UInt8], _ position: Int) -> Int? {
        guard position + 1 < bytes.count, (48...57).contains(bytes[position]),
            (48...57).contains(bytes[position + 1])
        else { return nil }
        return Int(bytes[position] - 48) * 10 + Int(bytes[position + 1] - 48)
    }
}
