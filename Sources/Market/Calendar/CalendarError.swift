/// A question about a day that lies outside the days that an exchange calendar knows.
public struct CalendarError: Error, Hashable, Sendable {
    /// Code of the calendar.
    public let calendar: String
    /// The day that was asked for.
    public let day: TradingDay
    /// First day that the calendar knows.
    public let firstDay: TradingDay
    /// Last day that the calendar knows.
    public let lastDay: TradingDay
}

extension CalendarError: CustomStringConvertible {
    /// The day that was asked for and the days that are accepted.
    public var description: String {
        if day < firstDay || day > lastDay {
            return "\(day) is outside the \(calendar) calendar, which covers \(firstDay) to \(lastDay)"
        }
        return "the \(calendar) calendar, which covers \(firstDay) to \(lastDay), "
            + "has no session on the asked side of \(day)"
    }
}
