import Events
import Market
import Testing

@testable import Outcomes

/// Which session can react first, and which close is the base; each row checked by hand against the exchange's hours.
@Suite
struct ReactionSessionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let day: String
        let hour: Int
        let minute: Int
        let reaction: String
        let base: String
        var testDescription: String { name }
    }

    static let exact = [
        Case(
            name: "Friday before the open",
            day: "2024-03-08",
            hour: 8,
            minute: 0,
            reaction: "2024-03-08",
            base: "2024-03-07"
        ),
        Case(
            name: "Friday in the session",
            day: "2024-03-08",
            hour: 12,
            minute: 0,
            reaction: "2024-03-08",
            base: "2024-03-07"
        ),
        Case(
            name: "Friday one minute before the close",
            day: "2024-03-08",
            hour: 15,
            minute: 59,
            reaction: "2024-03-08",
            base: "2024-03-07"
        ),
        Case(
            name: "Friday at the close",
            day: "2024-03-08",
            hour: 16,
            minute: 0,
            reaction: "2024-03-11",
            base: "2024-03-08"
        ),
        Case(
            name: "Friday after the close, clocks change on Sunday",
            day: "2024-03-08",
            hour: 16,
            minute: 30,
            reaction: "2024-03-11",
            base: "2024-03-08"
        ),
        Case(
            name: "Saturday",
            day: "2024-03-09",
            hour: 10,
            minute: 0,
            reaction: "2024-03-11",
            base: "2024-03-08"
        ),
        Case(
            name: "Sunday",
            day: "2024-03-10",
            hour: 23,
            minute: 0,
            reaction: "2024-03-11",
            base: "2024-03-08"
        ),
        Case(
            name: "Monday after clocks went forward, one minute before the close",
            day: "2024-03-11",
            hour: 15,
            minute: 59,
            reaction: "2024-03-11",
            base: "2024-03-08"
        ),
        Case(
            name: "Monday after clocks went back, after the close",
            day: "2023-11-06",
            hour: 16,
            minute: 5,
            reaction: "2023-11-07",
            base: "2023-11-06"
        ),
        Case(
            name: "Independence Day",
            day: "2023-07-04",
            hour: 9,
            minute: 0,
            reaction: "2023-07-05",
            base: "2023-07-03"
        ),
        Case(
            name: "early close, before it",
            day: "2023-11-24",
            hour: 12,
            minute: 59,
            reaction: "2023-11-24",
            base: "2023-11-22"
        ),
        Case(
            name: "early close, after it",
            day: "2023-11-24",
            hour: 13,
            minute: 30,
            reaction: "2023-11-27",
            base: "2023-11-24"
        ),
        Case(
            name: "while the exchange was shut in 2001",
            day: "2001-09-12",
            hour: 10,
            minute: 0,
            reaction: "2001-09-17",
            base: "2001-09-10"
        ),
        Case(
            name: "just after midnight",
            day: "2024-03-07",
            hour: 0,
            minute: 1,
            reaction: "2024-03-07",
            base: "2024-03-06"
        ),
    ]

    @Test(arguments: exact)
    func exactTimes(_ row: Case) throws {
        let sessions = try EventSessions(
            knownAt: SeriesMaker.newYork(row.day, row.hour, row.minute),
            occurredOn: SeriesMaker.day(row.day),
            timePrecision: .exact,
            rule: .beforeOpen,
            calendar: SeriesMaker.calendar
        )
        #expect(SeriesMaker.calendar.day(ofSession: sessions.reactionSession).iso8601 == row.reaction)
        #expect(SeriesMaker.calendar.day(ofSession: sessions.baseSession).iso8601 == row.base)
    }

    @Test(arguments: [
        ("2024-03-08", DayPrecisionRule.beforeOpen, "2024-03-08"),
        ("2024-03-08", .afterClose, "2024-03-11"),
        ("2024-03-09", .beforeOpen, "2024-03-11"),
        ("2024-03-09", .afterClose, "2024-03-11"),
        ("2023-07-04", .beforeOpen, "2023-07-05"),
        ("2023-07-03", .afterClose, "2023-07-05"),
    ])
    func daysWithoutTime(day: String, rule: DayPrecisionRule, reaction: String) throws {
        let sessions = try EventSessions(
            knownAt: SeriesMaker.newYork(day, 0),
            occurredOn: SeriesMaker.day(day),
            timePrecision: .day,
            rule: rule,
            calendar: SeriesMaker.calendar
        )
        #expect(SeriesMaker.calendar.day(ofSession: sessions.reactionSession).iso8601 == reaction)
    }

    @Test
    func outcomeSessionsCountFromTheReactionSession() {
        let sessions = EventSessions(reactionSession: 100)
        #expect(sessions.outcomeSession(.oneDay) == 100)
        #expect(sessions.outcomeSession(.fiveDay) == 104)
        #expect(sessions.outcomeSession(.twentyDay) == 119)
    }
}
