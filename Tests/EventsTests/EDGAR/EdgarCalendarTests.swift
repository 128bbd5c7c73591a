import Market
import Testing

@testable import Events

@Suite
struct EdgarCalendarTests {
    @Test(arguments: [
        "2023-01-02", "2024-01-01", "2023-01-16", "2024-02-19", "2023-05-29", "2021-06-18", "2023-06-19",
        "2022-06-20", "2020-07-03", "2021-07-05", "2023-07-04", "2023-09-04", "2023-10-09", "2023-11-10",
        "2024-11-11", "2023-11-23", "2022-12-26", "2021-12-24", "2023-12-25", "2024-05-04", "2024-05-05",
    ])
    func isClosed(text: String) throws {
        #expect(!EdgarCalendar.isBusinessDay(try day(text)))
    }

    /// Exchange holidays on which EDGAR is open, and days beside holidays.
    @Test(arguments: [
        "2024-03-29", "2020-06-19", "2023-01-03", "2024-01-08", "2024-01-22", "2023-05-22", "2023-09-11",
        "2023-10-02", "2023-11-09", "2023-11-13", "2023-11-16", "2023-11-24", "2023-12-26", "2024-02-12",
    ])
    func isOpen(text: String) throws {
        #expect(EdgarCalendar.isBusinessDay(try day(text)))
    }

    @Test(arguments: [
        ("2024-05-02", "2024-05-03"), ("2024-05-03", "2024-05-06"), ("2023-11-22", "2023-11-24"),
        ("2023-12-22", "2023-12-26"), ("2023-12-29", "2024-01-02"), ("2024-03-28", "2024-03-29"),
    ])
    func findsTheNextBusinessDay(text: String, next: String) throws {
        #expect(EdgarCalendar.businessDay(after: try day(text)).iso8601 == next)
    }

    /// Ten or eleven holidays fall on weekdays of each year.
    @Test(arguments: 1994...2030)
    func countsAYear(year: Int) throws {
        let first = try #require(TradingDay(year: year, month: 1, day: 1))
        let last = try #require(TradingDay(year: year, month: 12, day: 31))
        var closed = 0
        var current = first
        while current <= last {
            if current.weekday <= 5, !EdgarCalendar.isBusinessDay(current) { closed += 1 }
            current = current.advanced(byDays: 1)
        }
        #expect((9...12).contains(closed), "\(closed) in \(year)")
    }
}
