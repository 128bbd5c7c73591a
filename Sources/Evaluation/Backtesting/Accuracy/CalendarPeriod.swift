import Market

/// A calendar quarter or year.
struct CalendarPeriod: Hashable {
    /// `2019-Q3` or `2019`.
    let name: String
    /// Its first day.
    let start: TradingDay
    /// The first day after it.
    let end: TradingDay

    enum Unit {
        case quarter
        case year
    }

    /// The period that holds a day.
    init(_ day: TradingDay, _ unit: Unit) {
        let (year, month, _) = day.civil
        let first = unit == .year ? 1 : (month - 1) / 3 * 3 + 1
        name = unit == .year ? "\(year)" : "\(year)-Q\((month + 2) / 3)"
        start = Self.firstDay(year, first)
        end =
            unit == .year
            ? Self.firstDay(year + 1, 1) : Self.firstDay(year + first / 10, (first + 2) % 12 + 1)
    }

    /// The first day of a month; every year of the exchange calendar has it.
    private static func firstDay(_ year: Int, _ month: Int) -> TradingDay {
        TradingDay(year: year, month: month, day: 1) ?? TradingDay(daysSinceEpoch: 0)
    }
}
