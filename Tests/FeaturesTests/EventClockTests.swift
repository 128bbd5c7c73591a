import Events
import Market
import Outcomes
import Testing

@testable import Features

@Suite
struct EventClockTests {
    struct Case: Sendable {
        let time: String
        let phase: SessionPhase?
        let minutesToClose: Double
        let weekday: Int
    }

    private static let cases = [
        Case(time: "2019-07-02 08:00", phase: .beforeOpen, minutesToClose: 480, weekday: 2),
        Case(time: "2019-07-02 09:29", phase: .beforeOpen, minutesToClose: 391, weekday: 2),
        Case(time: "2019-07-02 09:30", phase: .regular, minutesToClose: 390, weekday: 2),
        Case(time: "2019-07-02 15:59", phase: .regular, minutesToClose: 1, weekday: 2),
        // At the close the next session reacts, an early one: 21 hours to 13:00.
        Case(time: "2019-07-02 16:00", phase: .afterClose, minutesToClose: 1260, weekday: 2),
        Case(time: "2019-07-03 12:59", phase: .regular, minutesToClose: 1, weekday: 3),
        // After the early close of the 3rd, over the holiday, to 16:00 on the 5th: 51 hours.
        Case(time: "2019-07-03 13:00", phase: .afterClose, minutesToClose: 3060, weekday: 3),
        Case(time: "2019-07-04 12:00", phase: .afterClose, minutesToClose: 1680, weekday: 4),
        // Friday evening, over the change to daylight saving time: 71 hours on the clock, 70 in truth.
        Case(time: "2019-03-08 17:00", phase: .afterClose, minutesToClose: 4200, weekday: 5),
        Case(time: "2019-03-09 12:00", phase: .afterClose, minutesToClose: 3060, weekday: 6),
        Case(time: "2019-03-11 03:00", phase: .beforeOpen, minutesToClose: 780, weekday: 1),
        Case(time: "2019-03-11", phase: nil, minutesToClose: .nan, weekday: 1),
    ]

    @Test(arguments: cases)
    func clock(of example: Case) throws {
        let clock = EventClock(of: try Make.event("a", example.time), calendar: Make.calendar)
        #expect(clock.phase == example.phase, "\(example.time)")
        #expect(
            clock.minutesToClose == example.minutesToClose
                || clock.minutesToClose.isNaN && example.minutesToClose.isNaN,
            "\(example.time)"
        )
        #expect(clock.day.weekday == example.weekday)
        #expect(clock.isExact == (example.phase != nil))
    }
}
