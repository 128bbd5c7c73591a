public import Market

/// Five cron fields in New York wall-clock time: minute, hour, day of month, month, day of week.
///
/// Where day of month and day of week are both restricted a day matches that one of them names, as in Vixie cron. A time that
/// the change to daylight saving leaves out fires once at the end of the gap; one that exists twice fires at the first.
public struct CronExpression: Sendable, Hashable {
    /// The expression as written, with single spaces.
    public let text: String
    private let minutes: UInt64
    private let hours: UInt64
    private let daysOfMonth: UInt64
    private let months: UInt64
    private let daysOfWeek: UInt64
    private let restrictsMonthDays: Bool
    private let restrictsWeekdays: Bool

    /// Reads an expression.
    ///
    /// - Throws: `ScheduleError` that names the field, its value and what is accepted.
    public init(_ text: some StringProtocol) throws(ScheduleError) {
        let fields = text.split { $0 == " " || $0 == "\t" }.map { Substring($0) }
        guard fields.count == 5 else {
            throw .fieldCount(text: String(text), fields: fields.count)
        }
        self.text = fields.joined(separator: " ")
        minutes = try CronField.minute.values(of: fields[0])
        hours = try CronField.hour.values(of: fields[1])
        daysOfMonth = try CronField.dayOfMonth.values(of: fields[2])
        months = try CronField.month.values(of: fields[3])
        let weekdays = try CronField.dayOfWeek.values(of: fields[4])
        // Sunday is 0 and 7 in cron, 7 in the calendar.
        daysOfWeek = weekdays & 1 == 1 ? weekdays | 1 << 7 : weekdays
        restrictsMonthDays = !fields[2].hasPrefix("*")
        restrictsWeekdays = !fields[4].hasPrefix("*")
        // Eight years hold every day that any year has, 29 February around a year without it included.
        let start = TradingDay(daysSinceEpoch: 10_957)
        guard (0..<3000).contains(where: { matches(start.advanced(byDays: $0)) }) else {
            throw .never(text: self.text)
        }
    }

    /// Whether the expression names a civil day.
    public func matches(_ day: TradingDay) -> Bool {
        let civil = day.civil
        guard has(months, civil.month) else { return false }
        let byMonthDay = has(daysOfMonth, civil.day)
        let byWeekday = has(daysOfWeek, day.weekday)
        return restrictsMonthDays && restrictsWeekdays ? byMonthDay || byWeekday : byMonthDay && byWeekday
    }

    /// The first firing after an instant on a day that a condition lets through; nil where ten years have none.
    public func next(
        after instant: UTCInstant,
        on allows: (TradingDay) -> Bool = { _ in true }
    )
        -> UTCInstant?
    {
        let wall = NewYork.wallClock(of: instant)
        var minute = wall.secondOfDay / 60
        for offset in 0..<3660 {
            let day = wall.day.advanced(byDays: offset)
            if matches(day), allows(day), let next = firing(on: day, from: minute, after: instant) {
                return next
            }
            minute = 0
        }
        return nil
    }

    private func firing(on day: TradingDay, from minute: Int, after instant: UTCInstant) -> UTCInstant? {
        var minute = minute
        while minute < 1440 {
            guard has(hours, minute / 60) else {
                minute = (minute / 60 + 1) * 60
                continue
            }
            if has(minutes, minute % 60) {
                let candidate = Self.instant(day: day, minute: minute)
                if candidate > instant { return candidate }
            }
            minute += 1
        }
        return nil
    }

    /// When New York's clocks show a minute of a day: the first of two, the end of the gap for none.
    private static func instant(day: TradingDay, minute: Int) -> UTCInstant {
        let instant = NewYork.instant(day: day, secondOfDay: minute * 60)
        guard NewYork.wallClock(of: instant).secondOfDay != minute * 60 else { return instant }
        return NewYork.instant(day: day, secondOfDay: 3 * 3600)
    }

    private func has(_ bits: UInt64, _ value: Int) -> Bool { bits >> UInt64(value) & 1 == 1 }
}
