import Foundation
import Market

/// Looks at the clock, the time zone rules and the reach of the exchange calendar.
enum ClockCheck {
    /// - Parameters:
    ///   - now: what the clock says.
    ///   - latestWrite: when the database was last written.
    ///   - calendar: the exchange calendar.
    ///   - zone: New York as the operating system knows it; nil where it does not.
    /// - Returns: one finding each on clock, time zone and calendar.
    static func findings(
        now: UTCInstant,
        latestWrite: UTCInstant?,
        calendar: ExchangeCalendar,
        zone: TimeZone? = TimeZone(identifier: "America/New_York")
    ) -> [Finding] {
        [clock(now, latestWrite), timeZone(now, zone), coverage(now, calendar)]
    }

    private static func clock(_ now: UTCInstant, _ latestWrite: UTCInstant?) -> Finding {
        let wall = NewYork.wallClock(of: now)
        let text =
            "\(now.minuteText) UTC, \(wall.day) \(CivilTimestamp.clock(wall.secondOfDay).prefix(5)) in New York"
        if let latestWrite, latestWrite > now.advanced(bySeconds: 300) {
            return .broken(
                "clock",
                "\(text), but the database was last written at \(latestWrite.minuteText) UTC. Set the clock."
            )
        }
        return .fine("clock", text)
    }

    private static func timeZone(_ now: UTCInstant, _ zone: TimeZone?) -> Finding {
        guard let zone else {
            return .advice(
                "time zones",
                "The system knows no New York time. The engine has its own rules; other programs need the "
                    + "package tzdata."
            )
        }
        let year = now.utcDay.civil.year
        let days = [TradingDay(year: year, month: 1, day: 15), TradingDay(year: year, month: 7, day: 15)]
        for instant in days.compactMap({ $0 }).map({ UTCInstant(day: $0, secondOfDay: 43_200) }) {
            let date = Date(timeIntervalSince1970: Double(instant.secondsSinceEpoch))
            let own = NewYork.offsetSeconds(at: instant)
            guard zone.secondsFromGMT(for: date) != own else { continue }
            return .advice(
                "time zones",
                "The system puts New York at \(zone.secondsFromGMT(for: date) / 3600) h from UTC on "
                    + "\(instant.utcDay), the engine at \(own / 3600) h. Update the package tzdata, or this program "
                    + "if the law has changed."
            )
        }
        return .fine("time zones", "New York as the system knows it")
    }

    private static func coverage(_ now: UTCInstant, _ calendar: ExchangeCalendar) -> Finding {
        let reach = "sessions of XNYS from \(calendar.firstDay) to \(calendar.lastDay)"
        let today = now.utcDay
        guard today >= calendar.firstDay, today <= calendar.lastDay,
            let session = try? calendar.lastSession(closedBy: now)
        else {
            return .broken(
                "calendar",
                "\(reach), but today is \(today). Set the clock, or update this program."
            )
        }
        if calendar.lastDay.daysSinceEpoch - today.daysSinceEpoch < 120 {
            return .advice("calendar", "\(reach), which ends soon. Update this program.")
        }
        return .fine("calendar", "\(reach); latest closed session \(calendar.day(ofSession: session))")
    }
}
