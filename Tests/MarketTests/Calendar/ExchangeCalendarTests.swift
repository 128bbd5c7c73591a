import Foundation
import Market
import TestSupport
import Testing

@Suite("XNYS calendar")
struct ExchangeCalendarTests {
    let calendar = ExchangeCalendar.xnys

    @Test("equals exchange_calendars on every day from 1990 to 2030")
    func oracle() throws {
        struct Expected: Equatable {
            let open: UTCInstant
            let close: UTCInstant
        }
        var expected: [TradingDay: Expected] = [:]
        let text = try String(contentsOf: Fixture.url("xnys/sessions.csv"), encoding: .utf8)
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",")
            expected[try day(String(fields[0]))] = Expected(
                open: try instant("\(fields[0])T\(fields[1])Z"),
                close: try instant("\(fields[0])T\(fields[2])Z")
            )
        }
        #expect(expected.count == 10_322)
        #expect(calendar.sessionCount == expected.count)
        var asked = calendar.firstDay
        while asked <= calendar.lastDay {
            let found = try calendar.session(on: asked).map { session in
                #expect(calendar.day(ofSession: session) == asked)
                return Expected(
                    open: calendar.opensAt(session: session),
                    close: calendar.closesAt(session: session)
                )
            }
            #expect(found == expected[asked], "on \(asked)")
            asked = asked.advanced(byDays: 1)
        }
    }

    @Test(
        "equals the shared list of sessions",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)")
    )
    func sharedSessions() throws {
        let text = try String(contentsOf: SharedData.url("nyse_sessions.csv"), encoding: .utf8)
        var listed: [String] = []
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",")
            listed.append(String(fields[0]))
            let session = try #require(
                try calendar.session(on: day(String(fields[0]))),
                "\(fields[0]) is a session"
            )
            let close = NewYork.wallClock(of: calendar.closesAt(session: session))
            #expect(CivilTimestamp.clock(close.secondOfDay).hasPrefix(fields[2]), "close of \(fields[0])")
            #expect(calendar.isEarlyClose(session: session) == (fields[2] != "16:00"))
        }
        let first = try calendar.session(onOrAfter: day(#require(listed.first)))
        let last = try calendar.session(onOrBefore: day(#require(listed.last)))
        #expect((first...last).map { calendar.day(ofSession: $0).iso8601 } == listed)
    }

    @Test(
        "knows closures by rule and the one-off ones",
        arguments: [
            ("1997-01-20", true), ("1998-01-19", false),  // Martin Luther King Day from 1998
            ("2021-06-18", true), ("2022-06-20", false),  // Juneteenth from 2022, on Monday for a Sunday
            ("2010-12-31", true), ("2011-01-03", true),  // a Saturday's New Year is not moved
            ("2023-01-02", false),  // a Sunday's is
            ("2001-09-10", true), ("2001-09-11", false), ("2001-09-14", false), ("2001-09-17", true),
            ("2012-10-29", false), ("2012-10-30", false), ("2012-10-31", true), ("2025-01-09", false),
            ("2024-03-29", false), ("2018-03-30", false), ("2021-12-24", false), ("2020-07-03", false),
        ]
    )
    func closures(text: String, isSession: Bool) throws {
        #expect(try (calendar.session(on: day(text)) != nil) == isSession)
    }

    @Test(
        "knows early closes",
        arguments: [
            ("1992-11-27", 14), ("1991-11-29", 16), ("1993-11-26", 13), ("1994-07-01", 16),
            ("2012-07-03", 13),
            ("2013-07-03", 13), ("2002-07-05", 13), ("2002-07-03", 16), ("2019-07-03", 13),
            ("2013-07-05", 16),
            ("1999-12-31", 13), ("2014-12-26", 16), ("1990-12-24", 14), ("2019-12-24", 13),
        ]
    )
    func earlyCloses(text: String, hour: Int) throws {
        let session = try #require(try calendar.session(on: day(text)))
        #expect(NewYork.wallClock(of: calendar.closesAt(session: session)).secondOfDay == hour * 3600)
        #expect(calendar.isEarlyClose(session: session) == (hour < 16))
    }

    @Test("finds neighbours of a closed day and of a session")
    func neighbours() throws {
        let friday = try #require(try calendar.session(on: day("2024-03-28")))
        for text in ["2024-03-29", "2024-03-30", "2024-03-31"] {
            #expect(try calendar.session(onOrBefore: day(text)) == friday)
            #expect(try calendar.session(onOrAfter: day(text)) == friday + 1)
        }
        #expect(try calendar.session(onOrBefore: day("2024-04-01")) == friday + 1)
        #expect(try calendar.session(onOrAfter: day("2024-03-28")) == friday)
    }

    @Test(
        "finds the session that can react and the last one closed",
        arguments: [
            // instant, first session closing after it, last session closed by it
            ("2024-01-12T20:59:59Z", "2024-01-12", "2024-01-11"),  // Friday, a second before the close
            ("2024-01-12T21:00:00Z", "2024-01-16", "2024-01-12"),  // at the close; Monday is a holiday
            ("2024-01-13T00:30:00Z", "2024-01-16", "2024-01-12"),  // Friday evening in New York
            ("2024-01-16T04:00:00Z", "2024-01-16", "2024-01-12"),
            ("2023-11-24T17:59:00Z", "2023-11-24", "2023-11-22"),  // early close at 13:00
            ("2023-11-24T18:00:00Z", "2023-11-27", "2023-11-24"),
            ("2024-07-10T19:59:59Z", "2024-07-10", "2024-07-09"),  // daylight saving time
            ("2024-07-10T20:00:00Z", "2024-07-11", "2024-07-10"),
        ]
    )
    func reaction(text: String, reaction: String, closed: String) throws {
        #expect(
            try calendar.day(ofSession: calendar.firstSession(closingAfter: instant(text))).iso8601
                == reaction
        )
        #expect(try calendar.day(ofSession: calendar.lastSession(closedBy: instant(text))).iso8601 == closed)
    }

    @Test("says what it was asked and what it covers")
    func coverage() throws {
        let early = try day("1989-12-29")
        let late = try day("2031-01-02")
        let error = #expect(throws: CalendarError.self) { try calendar.session(on: early) }
        #expect(
            "\(try #require(error))"
                == "1989-12-29 is outside the XNYS calendar, which covers 1990-01-01 to 2030-12-31"
        )
        #expect(throws: CalendarError.self) { try calendar.session(on: late) }
        #expect(throws: CalendarError.self) { try calendar.session(onOrAfter: late) }
        #expect(throws: CalendarError.self) { try calendar.session(onOrBefore: early) }
        #expect(throws: CalendarError.self) {
            try calendar.firstSession(closingAfter: instant("2030-12-31T21:00:00Z"))
        }
        #expect(throws: CalendarError.self) {
            try calendar.lastSession(closedBy: instant("1990-01-02T20:59:59Z"))
        }
        #expect(try calendar.lastSession(closedBy: instant("1990-01-02T21:00:00Z")) == 0)
        let inside = #expect(throws: CalendarError.self) {
            try calendar.session(onOrBefore: day("1990-01-01"))
        }
        #expect("\(try #require(inside))".contains("no session on the asked side of 1990-01-01"))
    }
}
