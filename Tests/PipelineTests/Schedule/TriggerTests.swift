import Market
import Pipeline
import Testing

@Suite
struct TriggerTests {
    private static func instant(_ text: String) throws -> UTCInstant {
        try #require(UTCInstant(iso8601: text))
    }

    /// Every firing of a year, found by looking at each minute's wall clock alone.
    private func oracle(minutes: Set<Int>, hours: Set<Int>, weekdays: Set<Int>) throws -> [UTCInstant] {
        let start = try Self.instant("2024-01-01T05:00:00Z")
        var fired: [UTCInstant] = []
        var seen: Set<[Int]> = []
        var previous = -1
        for minute in 0..<366 * 1440 {
            let now = start.advanced(bySeconds: Int64(minute) * 60)
            let wall = NewYork.wallClock(of: now)
            let shown = wall.secondOfDay / 60
            // The clock may have jumped forward: what it left out fires now.
            let jumped = previous >= 0 && shown > previous + 1 ? Array(previous + 1...shown) : [shown]
            previous = shown
            let due = jumped.filter { value in
                weekdays.contains(wall.day.weekday) && hours.contains(value / 60)
                    && minutes.contains(value % 60)
                    && seen.insert([Int(wall.day.daysSinceEpoch), value]).inserted
            }
            if !due.isEmpty { fired.append(now) }
        }
        return fired
    }

    struct Clock: Sendable {
        var text: String
        var minutes: Set<Int>
        var hours: Set<Int>
        var weekdays: Set<Int>
    }

    private static let clocks = [
        Clock(
            text: "*/5 6-21 * * 1-5",
            minutes: Set(stride(from: 0, to: 60, by: 5)),
            hours: Set(6...21),
            weekdays: Set(1...5)
        ),
        Clock(text: "30 2 * * *", minutes: [30], hours: [2], weekdays: Set(1...7)),
        Clock(text: "30 1 * * *", minutes: [30], hours: [1], weekdays: Set(1...7)),
        Clock(text: "*/20 0-4 * * sun", minutes: [0, 20, 40], hours: Set(0...4), weekdays: [7]),
        Clock(text: "7 * * * 0,7", minutes: [7], hours: Set(0...23), weekdays: [7]),
    ]

    @Test(arguments: clocks)
    func `firings of a year are those of a clock watched minute by minute`(_ clock: Clock) throws {
        let trigger = try Trigger(clock.text)
        let expected = try oracle(
            minutes: clock.minutes,
            hours: clock.hours,
            weekdays: clock.weekdays
        )
        var position = try Self.instant("2024-01-01T04:59:00Z")
        for firing in expected {
            position = try #require(trigger.next(after: position, calendar: .xnys))
            try #require(position == firing)
        }
    }

    @Test(arguments: [
        ("after_close+90m", "2024-11-28T12:00:00Z", "2024-11-29T19:30:00Z"),
        ("after_close+90m", "2024-11-27T21:00:00Z", "2024-11-27T22:30:00Z"),
        ("before_open-30m", "2024-07-03T14:00:00Z", "2024-07-05T13:00:00Z"),
        ("0 7 * * * sessions_only", "2024-12-24T13:00:00Z", "2024-12-26T12:00:00Z"),
    ])
    func `sessions, holidays and early closes are known`(text: String, after: String, next: String) throws {
        let firing = try Trigger(text).next(after: try Self.instant(after), calendar: .xnys)
        #expect(firing?.iso8601 == next)
    }

    @Test(arguments: [
        ("61 * * * *", "minute"), ("0 24 * * *", "hour"), ("0 0 30 2 *", "no year"), ("0 0 * *", "4 fields"),
        ("after_close-5m", "after_close+90m"), ("", "accepted"), ("0 0 * * 5-1", "day of week"),
    ])
    func `what cannot be read is named`(text: String, part: String) {
        let error = #expect(throws: ScheduleError.self) { try Trigger(text) }
        #expect(error?.description.contains(part) ?? false)
    }

    @Test
    func `a downtime counts what was missed and gives its last firing`() throws {
        let trigger = try Trigger("0 12 * * *")
        let missed = trigger.missed(
            after: try Self.instant("2024-03-01T17:00:00Z"),
            through: try Self.instant("2024-03-05T18:00:00Z"),
            calendar: .xnys
        )
        #expect(missed?.count == 4)
        #expect(missed?.last.iso8601 == "2024-03-05T17:00:00Z")
    }
}
