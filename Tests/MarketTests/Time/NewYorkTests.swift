import Foundation
import Market
import Testing

@Suite("New York clock")
struct NewYorkTests {
    @Test(
        "equals Foundation's zone at every half hour",
        arguments: [
            1970, 1973, 1974, 1975, 1976, 1986, 1987, 1990, 2001, 2006, 2007, 2012, 2024, 2030, 2037, 2050,
        ]
    )
    func foundation(year: Int) throws {
        let zone = try #require(TimeZone(identifier: "America/New_York"))
        let start = try instant("\(year)-01-01T00:00:00Z").secondsSinceEpoch
        let end = try instant("\(year)-12-31T23:59:59Z").secondsSinceEpoch
        var differences = 0
        for seconds in stride(from: start, to: end, by: 1800) {
            let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            let here = UTCInstant(secondsSinceEpoch: seconds)
            if NewYork.offsetSeconds(at: here) != offset { differences += 1 }
            let wall = NewYork.wallClock(of: here)
            let again = NewYork.instant(day: wall.day, secondOfDay: wall.secondOfDay)
            // Only the hour that occurs twice comes back as its first occurrence, an hour before.
            if again != here, again.advanced(bySeconds: 3600) != here { differences += 1 }
        }
        #expect(differences == 0)
    }

    @Test(
        "turns wall-clock time to UTC on the days when clocks change",
        arguments: [
            ("2024-03-10", "01:59", "2024-03-10T06:59:00Z"),
            ("2024-03-10", "02:30", "2024-03-10T07:30:00Z"),  // left out: 03:30 daylight saving time
            ("2024-03-10", "03:00", "2024-03-10T07:00:00Z"),
            ("2024-11-03", "00:59", "2024-11-03T04:59:00Z"),
            ("2024-11-03", "01:30", "2024-11-03T05:30:00Z"),  // twice: the first
            ("2024-11-03", "02:00", "2024-11-03T07:00:00Z"),
            ("2006-04-01", "12:00", "2006-04-01T17:00:00Z"),
            ("2006-04-02", "12:00", "2006-04-02T16:00:00Z"),  // first Sunday of April until 2006
            ("2007-03-11", "12:00", "2007-03-11T16:00:00Z"),
        ]
    )
    func wallClock(dayText: String, clock: String, utc: String) throws {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        let found = NewYork.instant(day: try day(dayText), secondOfDay: parts[0] * 3600 + parts[1] * 60)
        #expect(found.iso8601 == utc)
    }

    @Test("carries seconds beyond midnight over")
    func carry() throws {
        #expect(
            NewYork.instant(day: try day("2024-01-05"), secondOfDay: 86_400).iso8601 == "2024-01-06T05:00:00Z"
        )
        let wall = NewYork.wallClock(of: try instant("2024-01-06T03:00:00Z"))
        #expect(wall.day.iso8601 == "2024-01-05")
        #expect(wall.secondOfDay == 22 * 3600)
    }

    @Test("goes on by the nearest rule outside its years")
    func outside() throws {
        #expect(NewYork.offsetSeconds(at: try instant("2060-07-01T12:00:00Z")) == -14_400)
        #expect(NewYork.offsetSeconds(at: try instant("1960-01-01T12:00:00Z")) == -18_000)
        #expect(NewYork.offsetSeconds(at: UTCInstant(secondsSinceEpoch: -62_000_000_000_000)) < 0)
    }
}
