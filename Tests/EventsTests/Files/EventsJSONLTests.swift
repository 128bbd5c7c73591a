import Events
import Market
import Testing

@Suite
struct EventsJSONLTests {
    private func parse(_ lines: String...) throws -> ParsedEvents {
        try EventsJSONL.parse(bytes(lines.joined(separator: "\n")), now: farFuture)
    }

    @Test
    func readsTheSameColumnsAsCSV() throws {
        let fromJSON = try parse(
            #"{"event_id":"0000320193-24-000123","ticker":"AAPL","form":"8-K","items":["9.01","2.02"],"cik":320193,"#
                + #""filing_date":"2024-05-02","acceptance_datetime":"2024-05-02T20:30:45Z","eps_actual":1.53}"#
        )
        let fromCSV = try EventsCSV.parse(
            bytes(
                "event_id,ticker,form,items,cik,filing_date,acceptance_datetime,eps_actual\n"
                    + "0000320193-24-000123,AAPL,8-K,2.02;9.01,0000320193,2024-05-02,2024-05-02T20:30:45Z,1.53\n"
            ),
            now: farFuture
        )
        #expect(fromJSON.problems.isEmpty)
        #expect(fromJSON.events == fromCSV.events)
    }

    @Test
    func readsScalarsOfEveryKind() throws {
        let parsed = try parse(
            "",
            #"{"Event_ID":"a","ticker":"X","event_type":"merger","occurred_on":"2024-05-02","ticker_valid":false,"#
                + #""is_amendment":true,"title":"caf\u00e9 \"x\"","summary":null,"more":{"a":[1]}}"#,
            "  "
        )
        let event = try #require(parsed.events.first)
        #expect(!event.tickerIsValid && event.isAmendment)
        #expect(event.title == "café \"x\"" && event.summary.isEmpty)
        #expect(parsed.notes == ["columns that are not read: more"])
    }

    @Test(arguments: [
        (#"{"event_id":"b","ticker":"X""#, "is no JSON object: '}' is expected at byte"),
        (#"{"event_id":"b","event_id":"c","ticker":"X"}"#, "stands twice in the object"),
        (
            #"{"event_id":"b","ticker":"X","event_type":"merger","occurred_on":"2024-05-02"} x"#,
            "more text behind"
        ),
        (#"{"event_id":"b","ticker":["X"],"event_type":"merger"}"#, "is no JSON object"),
        (#"{"event_id":"b","ticker":"X","event_type":"merger","occurred_on":20240502}"#, "is no day"),
        (#"{"event_id":"b","ticker":"X","items":[["2.02"]]}"#, "is no JSON object"),
        ("not json", "is no JSON object"),
        ("[]", "is no JSON object"),
    ])
    func reportsABadLineAndKeepsTheRest(line: String, reason: String) throws {
        let parsed = try parse(
            #"{"event_id":"a","ticker":"X","event_type":"merger","occurred_on":"2024-05-02"}"#,
            line,
            #"{"event_id":"z","ticker":"X","event_type":"merger","occurred_on":"2024-05-02"}"#
        )
        #expect(parsed.events.map(\.eventID) == ["a", "z"])
        #expect(parsed.problems.map(\.line) == [2])
        #expect(parsed.problems.first?.reason.contains(reason) == true, "\(parsed.problems)")
    }
}
