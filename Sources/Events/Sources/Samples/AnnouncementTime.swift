import Market

/// A time of an earnings calendar: `Jan 30, 2025, 4 PMEST`.
struct AnnouncementTime: Equatable {
    /// The New York day.
    let day: TradingDay
    /// The full hour in New York, 1...23; nil where 12 AM stands for an unknown one.
    let hour: Int?

    /// Parses a time; nil for any other text.
    ///
    /// EST and EDT both mean the wall-clock time of New York.
    init?(_ text: String) {
        let parts = text.split(separator: ",").map { $0.split(separator: " ") }
        guard parts.count == 3, parts[0].count == 2, parts[1].count == 1, parts[2].count == 2,
            let month = Self.months.firstIndex(of: String(parts[0][0])),
            let date = Self.number(parts[0][1], digits: 1...2),
            let year = Self.number(parts[1][0], digits: 4...4),
            let day = TradingDay(year: year, month: month + 1, day: date),
            let clock = Self.number(parts[2][0], digits: 1...2), (1...12).contains(clock)
        else { return nil }
        switch parts[2][1] {
        case "AMEST", "AMEDT": hour = clock == 12 ? nil : clock
        case "PMEST", "PMEDT": hour = clock == 12 ? 12 : clock + 12
        default: return nil
        }
        self.day = day
    }

    /// The instant of the hour; New York midnight where the hour is unknown.
    var instant: UTCInstant { NewYork.instant(day: day, secondOfDay: (hour ?? 0) * 3600) }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        return Int(text)
    }
}
