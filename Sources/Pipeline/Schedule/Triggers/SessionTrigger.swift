public import Market

/// A firing on each exchange session, some minutes from its opening or close; early closes are known.
public struct SessionTrigger: Sendable, Hashable {
    /// What the minutes are counted from.
    public enum Anchor: String, CaseIterable, Sendable {
        /// The close of the session.
        case close = "after_close"
        /// The opening of the session.
        case open = "before_open"
    }

    /// What the minutes are counted from.
    public let anchor: Anchor
    /// Minutes after the close, or before the opening; 0...1,439.
    public let minutes: Int

    /// Reads `after_close+90m`, `after_close`, `before_open-30m` or `after_close+2h`; nil for any other text.
    public init?(_ text: some StringProtocol) {
        guard let anchor = Anchor.allCases.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
        self.anchor = anchor
        let rest = text.dropFirst(anchor.rawValue.count)
        if rest.isEmpty {
            minutes = 0
            return
        }
        guard rest.first == (anchor == .close ? "+" : "-"), let unit = rest.last, unit == "m" || unit == "h"
        else { return nil }
        let digits = rest.dropFirst().dropLast()
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let count = Int(digits)
        else { return nil }
        minutes = unit == "h" ? count * 60 : count
        guard minutes < 1440 else { return nil }
    }

    /// The trigger as text.
    public var text: String {
        minutes == 0 ? anchor.rawValue : "\(anchor.rawValue)\(anchor == .close ? "+" : "-")\(minutes)m"
    }

    /// The first firing after an instant; nil where the calendar knows no further session.
    public func next(after instant: UTCInstant, calendar: ExchangeCalendar) -> UTCInstant? {
        // A day of minutes moves a firing by at most one session.
        guard let start = try? calendar.session(onOrAfter: instant.utcDay.advanced(byDays: -2)) else {
            return nil
        }
        for session in start..<min(start + 8, calendar.sessionCount) {
            let firing = firing(ofSession: session, calendar: calendar)
            if firing > instant { return firing }
        }
        return nil
    }

    private func firing(ofSession session: Int, calendar: ExchangeCalendar) -> UTCInstant {
        switch anchor {
        case .close: calendar.closesAt(session: session).advanced(bySeconds: Int64(minutes) * 60)
        case .open: calendar.opensAt(session: session).advanced(bySeconds: -Int64(minutes) * 60)
        }
    }
}
