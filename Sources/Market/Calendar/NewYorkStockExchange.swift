/// Which days the New York Stock Exchange trades and when it closes, from 1990 on, as rules.
///
/// Source: the exchange's Rule 7.2 and its announcements. Unplanned halts and late openings within a session
/// are not part of it: the session keeps its planned hours.
enum NewYorkStockExchange {
    /// Second of the New York day at which trading opens.
    static let opening = 9 * 3600 + 30 * 60
    /// Second of the New York day at which a regular session closes.
    static let regularClose = 16 * 3600

    // MARK: Closures

    /// Weekdays of a year on which the exchange is closed the whole day.
    static func closures(year: Int) -> [TradingDay] {
        regularHolidays(year: year) + oneOffClosures.filter { $0.civil.year == year }
    }

    private static func regularHolidays(year: Int) -> [TradingDay] {
        var days: [TradingDay] = []
        // A New Year's Day on a Saturday is not moved: the Friday before ends the accounting year.
        let newYear = TradingDay.civil(year, 1, 1)
        if newYear.weekday != 6 { days.append(newYear.nearestWeekday) }
        if year >= 1998 { days.append(.weekday(1, number: 3, ofMonth: 1, year: year)) }
        days.append(.weekday(1, number: 3, ofMonth: 2, year: year))
        days.append(TradingDay.easterSunday(year: year).advanced(byDays: -2))
        days.append(.lastWeekday(1, ofMonth: 5, year: year))
        if year >= 2022 { days.append(TradingDay.civil(year, 6, 19).nearestWeekday) }
        days.append(TradingDay.civil(year, 7, 4).nearestWeekday)
        days.append(.weekday(1, number: 1, ofMonth: 9, year: year))
        days.append(thanksgiving(year: year))
        days.append(TradingDay.civil(year, 12, 25).nearestWeekday)
        return days
    }

    private static let oneOffClosures: [TradingDay] = [
        .civil(1994, 4, 27),  // funeral of President Nixon
        .civil(2001, 9, 11), .civil(2001, 9, 12), .civil(2001, 9, 13), .civil(2001, 9, 14),  // attacks
        .civil(2004, 6, 11),  // funeral of President Reagan
        .civil(2007, 1, 2),  // mourning for President Ford
        .civil(2012, 10, 29), .civil(2012, 10, 30),  // Hurricane Sandy
        .civil(2018, 12, 5),  // mourning for President G. H. W. Bush
        .civil(2025, 1, 9),  // mourning for President Carter
    ]

    private static func thanksgiving(year: Int) -> TradingDay {
        .weekday(4, number: 4, ofMonth: 11, year: year)
    }

    // MARK: Early closes

    /// Second of the New York day at which a session closes.
    static func closing(on day: TradingDay) -> Int {
        let (year, month, dayOfMonth) = day.civil
        let early = (year < 1993 ? 14 : 13) * 3600
        if oneOffEarlyCloses.contains(day) { return early }
        switch (month, dayOfMonth) {
        case (7, 3) where year >= 1995: return closesEarlyOnJulyThird(day, year: year) ? early : regularClose
        // Before 2013 the Friday after a Thursday's Independence Day was the short one, not the Wednesday.
        case (7, 5) where (1995...2012).contains(year) && day.weekday == 5: return early
        case (12, 24): return early
        case (11, _) where year >= 1992:
            return day == thanksgiving(year: year).advanced(byDays: 1) ? early : regularClose
        default: return regularClose
        }
    }

    private static func closesEarlyOnJulyThird(_ day: TradingDay, year: Int) -> Bool {
        day.weekday != 3 || year >= 2013
    }

    private static let oneOffEarlyCloses: Set<TradingDay> = [
        .civil(1997, 12, 26), .civil(1999, 12, 31), .civil(2003, 12, 26),
    ]
}
