import Market

/// Times as mail and RSS write them (RFC 822): `Fri, 01 Mar 2024 16:05:00 EST`.
enum MailDate {
    /// The instant of a text; nil for any other text.
    static func instant(_ text: String) -> UTCInstant? {
        var parts = text.split(separator: " ")
        if parts.first?.hasSuffix(",") ?? false { parts.removeFirst() }
        guard parts.count == 5, let date = Int(parts[0]), let year = Int(parts[2]), year >= 1000,
            let month = months.firstIndex(of: parts[1].prefix(3).lowercased()),
            let day = TradingDay(year: year, month: month + 1, day: date),
            let offset = offsetSeconds(parts[4])
        else { return nil }
        let clock = parts[3].split(separator: ":").map { Int($0) }
        guard clock.count == 2 || clock.count == 3, let hour = clock[0], let minute = clock[1],
            (0..<24).contains(hour), (0..<60).contains(minute),
            let second = clock.count == 3 ? clock[2] : 0, (0...60).contains(second)
        else { return nil }
        return UTCInstant(day: day, secondOfDay: hour * 3600 + minute * 60 + min(second, 59) - offset)
    }

    private static func offsetSeconds(_ zone: Substring) -> Int? {
        if let hours = zones[String(zone)] { return hours * 3600 }
        guard zone.utf8.count == 5, let sign = zone.first, sign == "+" || sign == "-",
            let number = Int(zone.dropFirst()), number / 100 < 24, number % 100 < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (number / 100 * 3600 + number % 100 * 60)
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let zones = [
        "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
        "PST": -8, "PDT": -7,
    ]
}
