import Events
import Foundation
import Market
import TestSupport
import Testing

@Suite
struct EventsCSVTests {
    private let heading = "event_id,ticker,form,items,cik,filing_date,acceptance_datetime"

    private func parse(_ rows: String..., heading: String? = nil) throws -> ParsedEvents {
        try EventsCSV.parse(bytes(([heading ?? self.heading] + rows).joined(separator: "\n")), now: farFuture)
    }

    @Test
    func readsAFiling() throws {
        let parsed = try parse(
            "0000320193-24-000123,aapl,8-K/A,9.01;2.02,320193,2024-05-03,2024-05-02T20:30:45Z"
        )
        let event = try #require(parsed.events.first)
        #expect(parsed.problems.isEmpty && parsed.notes.isEmpty && parsed.events.count == 1)
        #expect(event.eventID == "0000320193-24-000123")
        #expect(event.ticker == "AAPL")
        #expect(event.cik == "0000320193")
        #expect(event.type == .sec8K && event.isAmendment)
        #expect(event.items == ["2.02", "9.01"])
        #expect(event.occurredOn == (try day("2024-05-03")))
        #expect(event.knownAt == (try instant("2024-05-02T20:30:45Z")))
        #expect(event.timePrecision == .exact && event.timeSource == .file)
        #expect(event.title.hasPrefix("8-K/A: Results of operations and financial condition (2.02)"))
        #expect(
            event.sourceURL
                == "https://www.sec.gov/Archives/edgar/data/320193/000032019324000123/0000320193-24-000123-index.htm"
        )
        #expect(event.source == "file" && event.tickerIsValid)
    }

    @Test
    func takesTheDayWhereThereIsNoTime() throws {
        let summer = try #require(try parse("a,X,8-K,5,,2003-07-01,").events.first)
        #expect(summer.timePrecision == .day && summer.timeSource == .none)
        #expect(summer.knownAt == (try instant("2003-07-01T04:00:00Z")), "New York midnight in summer")
        let winter = try #require(try parse("a,X,8-K,5,,2003-01-02,").events.first)
        #expect(winter.knownAt == (try instant("2003-01-02T05:00:00Z")))
    }

    @Test
    func readsColumnsInAnyOrderAndSpelling() throws {
        let parsed = try parse(
            "+5.5,Meg,earnings_release,1.25,x,2024-05-02,1.2,EARNINGS,0",
            heading:
                "Surprise PCT,TICKER,Event_Type,EPS_Estimate,event id,Occurred On,eps actual,note,ticker_valid"
        )
        #expect(parsed.notes == ["columns that are not read: note"])
        let event = try #require(parsed.events.first)
        #expect(event.facts == EventFacts(epsEstimate: 1.25, epsActual: 1.2, surprisePercent: 5.5))
        #expect(event.ticker == "MEG" && !event.tickerIsValid && event.family == .earnings)
    }

    @Test(
        arguments: [
            (",X,8-K,,,2024-05-02,", "event_id", "is empty"),
            ("a,,8-K,,,2024-05-02,", "ticker", "is empty"),
            ("a,A B,8-K,,,2024-05-02,", "ticker", "is no symbol"),
            ("a,<b>,8-K,,,2024-05-02,", "ticker", "is no symbol"),
            ("a,X,8K,,,2024-05-02,", "form", "unknown form '8K'; accepted are"),
            ("a,X,,,,2024-05-02,", nil, "states neither event_type nor form"),
            ("a,X,8-K,2.2,,2024-05-02,", "items", "unknown 8-K item '2.2'"),
            ("a,X,8-K,5,,2024-05-02,", "items", "numbering before 2004-08-23"),
            ("a,X,10-K,2.02,,2024-05-02,", "items", "only an 8-K has items"),
            ("a,X,8-K,,12x,2024-05-02,", "cik", "is no company number"),
            ("a,X,8-K,,,2024-02-30,", "filing_date", "is no day"),
            ("a,X,8-K,,,05/02/2024,", "filing_date", "is no day"),
            ("a,X,8-K,,,,", nil, "states no day"),
            ("a,X,8-K,,,2024-05-02,2024-05-02 20:30:45", "acceptance_datetime", "has no time zone"),
            ("a,X,8-K,,,2024-05-02,yesterday", "acceptance_datetime", "is no instant"),
            ("a,X,8-K,,,2024-05-02,2024-05-02T25:00:00Z", "acceptance_datetime", "is no instant"),
            ("a,X,8-K,,,2024-05-02,2100-05-02T20:30:45Z", "acceptance_datetime", "lies in the future"),
            ("a,X,8-K,,,2100-05-02,", "occurred_on", "lies in the future"),
            ("a,X,8-K,,,2024-05-02", nil, "has 6 fields, the heading has 7"),
            ("a,X,8-K,,,2024-05-02,,", nil, "has 8 fields, the heading has 7"),
            ("a\u{7},X,8-K,,,2024-05-02,", "event_id", "contains control characters"),
        ] as [(String, String?, String)]
    )
    func reportsABadRowAndKeepsTheRest(row: String, column: String?, reason: String) throws {
        let parsed = try parse("first,X,8-K,,,2024-05-02,", row, "last,X,8-K,,,2024-05-02,")
        #expect(parsed.events.map(\.eventID) == ["first", "last"])
        let problem = try #require(parsed.problems.first)
        #expect(parsed.problems.count == 1)
        #expect(problem.line == 3)
        #expect(problem.column == column)
        #expect(problem.reason.contains(reason), "\(problem)")
    }

    @Test(arguments: [
        ("event_type,family", "merger,fda", "belongs to family 'mna', not to 'fda'"),
        ("event_type,family", "merger,mergers", "unknown event family 'mergers'"),
        ("event_type,family", "Merger,mna", "unknown event type 'Merger'; accepted are"),
        ("event_type,form", "merger,8-K", "is of event type 'sec_8k', the row says 'merger'"),
        ("event_type,eps_actual", "earnings_release,nan", "is no decimal number"),
        ("event_type,eps_actual", "earnings_release,\"1,5\"", "is no decimal number"),
        ("event_type,surprise_pct", "earnings_release,5%", "is no decimal number"),
        ("event_type,source_url", "merger,ftp://x", "is no address"),
        ("event_type,source_url", "merger,https://x y", "is no address"),
        ("event_type,source_url", "merger,javascript:alert(1)", "is no address"),
        ("event_type,ticker_valid", "merger,yes", "is neither 0 nor 1"),
        ("event_type,time_precision", "merger,exact", "needs known_at"),
        ("event_type,time_precision", "merger,hour", "is neither exact nor day"),
        ("event_type,time_source", "merger,clock", "is unknown; accepted are ambiguous, calendar_hour, file"),
    ])
    func reportsContradictions(columns: String, fields: String, reason: String) throws {
        let parsed = try parse(
            "a,X,2024-05-02,\(fields)",
            heading: "event_id,ticker,occurred_on,\(columns)"
        )
        #expect(parsed.events.isEmpty)
        #expect(parsed.problems.first?.reason.contains(reason) == true, "\(parsed.problems)")
    }

    @Test
    func refusesWhatBecomesKnownLater() throws {
        let file = bytes(heading + "\na,X,8-K,,,2024-05-02,2024-05-02T20:30:45Z\n")
        let known = try instant("2024-05-02T20:30:45Z")
        #expect(try EventsCSV.parse(file, now: known).events.count == 1)
        let early = try EventsCSV.parse(file, now: known.advanced(bySeconds: -1))
        #expect(early.events.isEmpty && early.problems.count == 1)
    }

    @Test
    func dropsRepetitionsAndReportsContradictions() throws {
        let parsed = try parse(
            "a,X,8-K,2.02,,2024-05-02,",
            "a,x,8-K,2.02;2.02,,2024-05-02,",
            "a,X,8-K,5.02,,2024-05-02,"
        )
        #expect(parsed.events.count == 1 && parsed.events[0].items == ["2.02"])
        #expect(parsed.notes == ["1 rows repeat an earlier row word for word and were dropped"])
        #expect(
            parsed.problems.map(\.description) == [
                "line 4, event_id 'a': is already on line 2 with other content"
            ]
        )
    }

    @Test
    func understandsQuotesLineEndsAndMarks() throws {
        let text =
            "\u{feff}event_id,ticker,event_type,occurred_on,title,summary\r\n"
            + "a,X,merger,2024-05-02,\"A, \"\"B\"\"\",\"two\nlines\"\r\nb,X,merger,2024-05-02,,\r\n"
        let parsed = try EventsCSV.parse(bytes(text), now: farFuture)
        #expect(parsed.events.map(\.title) == ["A, \"B\"", "Merger"])
        #expect(parsed.events.map(\.summary) == ["two\nlines", ""])
    }

    @Test
    func goesOnBehindABrokenQuote() throws {
        let parsed = try parse("\"a\"x,X,8-K,,,2024-05-02,", "b,X,8-K,,,2024-05-02,")
        #expect(parsed.events.map(\.eventID) == ["b"])
        #expect(parsed.problems.map(\.line) == [2])
    }

    @Test
    func boundsFields() throws {
        let parsed = try parse(
            "a,X,merger,2024-05-02,\(String(repeating: "x", count: 70_000))",
            "b,X,merger,2024-05-02,fine",
            heading: "event_id,ticker,event_type,occurred_on,title"
        )
        #expect(parsed.events.map(\.eventID) == ["b"])
        #expect(parsed.problems.first?.description == "line 2, title: is longer than 65536 bytes")
    }

    @Test
    func shortensLongValuesInProblems() throws {
        let problem = try #require(
            try parse("a,\(String(repeating: "x", count: 500)),8-K,,,2024-05-02,").problems.first
        )
        #expect(problem.value?.count == 80)
    }
}
