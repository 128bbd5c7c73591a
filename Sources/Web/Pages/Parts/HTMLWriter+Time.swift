import Events
import Market
import Markup

/// Times as pages show them: New York's clocks in the text, UTC in the `datetime` attribute.
extension HTMLWriter {
    /// A day: `<time datetime="2024-01-25">2024-01-25</time>`.
    mutating func day(_ day: TradingDay) {
        let text = day.iso8601
        element("time", ["datetime": text], text: text)
    }

    /// An instant: `<time datetime="2024-01-25T21:05:00Z">2024-01-25 16:05 ET</time>`.
    ///
    /// - Parameters:
    ///   - instant: The instant.
    ///   - zone: Whether `ET` follows; a column whose head names the zone leaves it out.
    mutating func instant(_ instant: UTCInstant, zone: Bool = true) {
        element(
            "time",
            ["datetime": instant.iso8601],
            text: TimeText.newYork(instant) + (zone ? "\u{A0}ET" : "")
        )
    }

    /// When an event was known: the instant, or the day alone where only the day is known.
    mutating func knownAt(_ instant: UTCInstant, precision: TimePrecision, zone: Bool = true) {
        switch precision {
        case .exact: self.instant(instant, zone: zone)
        case .day: day(NewYork.wallClock(of: instant).day)
        }
    }
}

/// Times as text.
enum TimeText {
    /// Day and minute on New York's clocks: `2024-01-25 16:05`.
    static func newYork(_ instant: UTCInstant) -> String {
        let (day, second) = NewYork.wallClock(of: instant)
        return "\(day.iso8601) \(CivilTimestamp.clock(second).prefix(5))"
    }

    /// A time that has passed, in the largest unit that fits: `3 minutes ago`, `5 days ago`.
    static func age(of instant: UTCInstant, at now: UTCInstant) -> String {
        let seconds = now.secondsSinceEpoch - instant.secondsSinceEpoch
        switch seconds {
        case ..<60: return "just now"
        case ..<3600: return amount(seconds / 60, "minute")
        case ..<172_800: return amount(seconds / 3600, "hour")
        default: return amount(seconds / 86_400, "day")
        }
    }

    private static func amount(_ value: Int64, _ unit: String) -> String {
        "\(value) \(unit)\(value == 1 ? "" : "s") ago"
    }
}
