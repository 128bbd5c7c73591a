/// A civil day of the Gregorian calendar as a whole number of days since 1970-01-01.
///
/// Days carry no time zone and no time of day; whether one is an exchange session is the calendar's answer.
/// The civil arithmetic follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
public struct TradingDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    public let daysSinceEpoch: Int32

    /// Creates the day that lies the given number of days after 1970-01-01.
    public init(daysSinceEpoch: Int32) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// Creates a day from its civil fields, or nil where the Gregorian calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(month, year: year)
        else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Parses exactly `YYYY-MM-DD`; nil for any other text.
    public init?(iso8601 text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    /// Parses exactly `YYYY-MM-DD` from UTF-8 bytes; nil for any other content.
    public init?(utf8 bytes: some Collection<UInt8>) {
        var fields = (year: 0, month: 0, day: 0)
        var position = 0
        for byte in bytes {
            if position == 4 || position == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                let digit = Int(byte - UInt8(ascii: "0"))
                switch position {
                case 0..<4: fields.year = fields.year * 10 + digit
                case 5..<7: fields.month = fields.month * 10 + digit
                case 8..<10: fields.day = fields.day * 10 + digit
                default: return nil
                }
            }
            position += 1
        }
        guard position == 10 else { return nil }
        self.init(year: fields.year, month: fields.month, day: fields.day)
    }

    /// Year, month 1...12 and day of the month 1...31.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSinceEpoch) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Day of the week, 1 for Monday to 7 for Sunday.
    public var weekday: Int {
        let days = (Int(daysSinceEpoch) + 3) % 7
        return (days < 0 ? days + 7 : days) + 1
    }

    /// The day that lies `days` civil days later, earlier where negative.
    public func advanced(byDays days: Int) -> TradingDay {
        TradingDay(daysSinceEpoch: daysSinceEpoch + Int32(days))
    }

    /// The day as `YYYY-MM-DD`.
    public var iso8601: String {
        let (year, month, day) = civil
        let digits = [
            year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10, -1,
            month / 10, month % 10, -1, day / 10, day % 10,
        ]
        return String(decoding: digits.map { $0 < 0 ? UInt8(ascii: "-") : UInt8(48 + $0) }, as: UTF8.self)
    }

    /// Days are ordered by time.
    public static func < (lhs: TradingDay, rhs: TradingDay) -> Bool {
        lhs.daysSinceEpoch < rhs.daysSinceEpoch
    }

    private static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension TradingDay: CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    public var description: String { iso8601 }
}
