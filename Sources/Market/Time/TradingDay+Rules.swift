/// Days named by a rule of the civil calendar, as laws and exchange rules name them.
extension TradingDay {
    /// A day that the Gregorian calendar is known to have.
    ///
    /// For days written in the source; a day that does not exist is a bug.
    static func civil(_ year: Int, _ month: Int, _ day: Int) -> TradingDay {
        guard let result = TradingDay(year: year, month: month, day: day) else {
            preconditionFailure("no such day: \(year)-\(month)-\(day)")
        }
        return result
    }

    /// The `number`-th given weekday (1 for Monday to 7 for Sunday) of a month.
    static func weekday(_ weekday: Int, number: Int, ofMonth month: Int, year: Int) -> TradingDay {
        let first = civil(year, month, 1)
        let lead = (weekday - first.weekday + 7) % 7
        return first.advanced(byDays: lead + (number - 1) * 7)
    }

    /// The last given weekday (1 for Monday to 7 for Sunday) of a month.
    static func lastWeekday(_ weekday: Int, ofMonth month: Int, year: Int) -> TradingDay {
        let next = month == 12 ? civil(year + 1, 1, 1) : civil(year, month + 1, 1)
        let last = next.advanced(byDays: -1)
        return last.advanced(byDays: -((last.weekday - weekday + 7) % 7))
    }

    /// Easter Sunday of a year in the Gregorian calendar.
    ///
    /// Method of Meeus, Jones and Butcher (J. Meeus, "Astronomical Algorithms", chapter 8).
    static func easterSunday(year: Int) -> TradingDay {
        let golden = year % 19
        let century = year / 100
        let yearOfCentury = year % 100
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        let sum = epact + toSunday - 7 * late + 114
        return civil(year, sum / 31, sum % 31 + 1)
    }

    /// The nearest weekday: Friday for a Saturday, Monday for a Sunday, else the day itself.
    var nearestWeekday: TradingDay {
        switch weekday {
        case 6: advanced(byDays: -1)
        case 7: advanced(byDays: 1)
        default: self
        }
    }
}
