import Market

/// The days on which EDGAR takes filings: Monday to Friday without federal holidays.
///
/// Holidays: 5 U.S.C. 6103.
enum EdgarCalendar {
    /// True for a day on which EDGAR is open; days closed by a single order are not known here.
    static func isBusinessDay(_ day: TradingDay) -> Bool {
        day.weekday <= 5 && !isHoliday(day)
    }

    /// The first business day behind a day.
    static func businessDay(after day: TradingDay) -> TradingDay {
        var next = day.advanced(byDays: 1)
        while !isBusinessDay(next) { next = next.advanced(byDays: 1) }
        return next
    }

    private static func isHoliday(_ day: TradingDay) -> Bool {
        let (_, month, date) = day.civil
        let weekOfMonth = (date - 1) / 7 + 1
        if day.weekday == 1 {
            switch month {
            case 1, 2: if weekOfMonth == 3 { return true }
            case 5: if date > 24 { return true }
            case 9: if weekOfMonth == 1 { return true }
            case 10: if weekOfMonth == 2 { return true }
            default: break
            }
        }
        if month == 11, day.weekday == 4, weekOfMonth == 4 { return true }
        return isFixedHoliday(day)
            || (day.weekday == 5 && isFixedHoliday(day.advanced(byDays: 1)))
            || (day.weekday == 1 && isFixedHoliday(day.advanced(byDays: -1)))
    }

    /// Holidays of a fixed date; on a Saturday they are kept the Friday before, on a Sunday the Monday after.
    private static func isFixedHoliday(_ day: TradingDay) -> Bool {
        let (year, month, date) = day.civil
        switch (month, date) {
        case (1, 1), (7, 4), (11, 11), (12, 25): return true
        case (6, 19): return year >= 2021
        default: return false
        }
    }
}
