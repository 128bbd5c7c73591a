/// Wall-clock time of New York, from a table of the daylight saving rules of the United States.
///
/// Exact for 1970 to 2050 as far as today's law reaches. Years outside go by the rule of the nearest year in it.
/// Rules: last Sunday of April to last Sunday of October until 1986 (from 6 January in 1974 and 23 February in
/// 1975), first Sunday of April to last Sunday of October until 2006, second Sunday of March to first Sunday of
/// November since; clocks change at 02:00 wall-clock time (Uniform Time Act and its amendments, 15 U.S.C. 260a).
public enum NewYork {
    /// Seconds east of UTC at an instant: -18,000 (standard time) or -14,400 (daylight saving time).
    public static func offsetSeconds(at instant: UTCInstant) -> Int {
        let season = season(ofYear: instant.utcDay.civil.year)
        let seconds = instant.secondsSinceEpoch
        return seconds >= season.beginsUTC && seconds < season.endsUTC ? daylight : standard
    }

    /// The instant at which New York's clocks show a second of a day.
    ///
    /// A time that occurs twice (autumn) is the first of the two; one that is left out (spring) is moved forward
    /// by the hour that is left out. Seconds after midnight outside 0..<86,400 carry over to other days.
    public static func instant(day: TradingDay, secondOfDay: Int) -> UTCInstant {
        let season = season(ofYear: day.civil.year)
        let wall = UTCInstant(day: day, secondOfDay: secondOfDay)
        let seconds = wall.secondsSinceEpoch
        let firstWall = season.beginsUTC + Int64(daylight)
        let lastWall = season.endsUTC + Int64(daylight)
        let offset = seconds >= firstWall && seconds < lastWall ? daylight : standard
        return wall.advanced(bySeconds: -Int64(offset))
    }

    /// The civil day and second of the day that clocks in New York show at an instant.
    public static func wallClock(of instant: UTCInstant) -> (day: TradingDay, secondOfDay: Int) {
        let local = instant.advanced(bySeconds: Int64(offsetSeconds(at: instant)))
        return (local.utcDay, local.utcSecondOfDay)
    }

    // MARK: Rules

    private static let standard = -18_000
    private static let daylight = -14_400
    private static let years = 1970...2050

    /// The part of a year with daylight saving time, in seconds since the Unix epoch.
    private struct Season: Sendable {
        let beginsUTC: Int64
        let endsUTC: Int64

        init(year: Int) {
            let first: TradingDay
            let last: TradingDay
            switch year {
            case 1974: first = .civil(1974, 1, 6)
            case 1975: first = .civil(1975, 2, 23)
            case ...1986: first = .lastWeekday(7, ofMonth: 4, year: year)
            case ...2006: first = .weekday(7, number: 1, ofMonth: 4, year: year)
            default: first = .weekday(7, number: 2, ofMonth: 3, year: year)
            }
            switch year {
            case ...2006: last = .lastWeekday(7, ofMonth: 10, year: year)
            default: last = .weekday(7, number: 1, ofMonth: 11, year: year)
            }
            let two = 2 * 3600
            beginsUTC = UTCInstant(day: first, secondOfDay: two - standard).secondsSinceEpoch
            endsUTC = UTCInstant(day: last, secondOfDay: two - daylight).secondsSinceEpoch
        }
    }

    private static let seasons = years.map(Season.init(year:))

    private static func season(ofYear year: Int) -> Season {
        years.contains(year) ? seasons[year - years.lowerBound] : Season(year: min(max(year, 1), 9999))
    }
}
