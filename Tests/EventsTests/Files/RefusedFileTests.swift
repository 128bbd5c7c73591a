import Events
import Market
import Testing

@Suite
struct RefusedFileTests {
    @Test(
        arguments: [
            ([], "the file is empty"),
            (bytes("ticker,form,filing_date\nX,8-K,2024-01-02\n"), "has no column event_id"),
            (bytes("event_id,form,filing_date\na,8-K,2024-01-02\n"), "has no column ticker"),
            (bytes("event_id,ticker,filing_date\na,X,2024-01-02\n"), "has no column event_type or form"),
            (
                bytes("event_id,ticker,form\na,X,8-K\n"),
                "has no column occurred_on or filing_date or known_at"
            ),
            (bytes("event_id,ticker,form,filing_date,Event ID\n"), "two columns event_id"),
            (bytes("event_id,ticker\u{0},form"), "binary"),
            ([0x50, 0x4b, 3, 4, 20, 0], "zip archive"),
            ([0x1f, 0x8b, 8, 0], "gzip"),
            ([0xff, 0xfe, 0x65, 0], "UTF-16"),
            (
                bytes("event_id,ticker,form,filing_date\na,X") + [0xe9] + bytes(",8-K,2024-01-02\n"),
                "another encoding"
            ),
            (bytes("{\"event_id\":\"a\"}\n"), "CSV is expected, the file is JSON"),
            (
                bytes("<html><head><title>404 Not Found</title></head></html>"),
                "an HTML page titled '404 Not Found'"
            ),
        ] as [([UInt8], String)]
    )
    func refusesAsCSV(file: [UInt8], reason: String) {
        let error = #expect(throws: EventFileError.self) { try EventsCSV.parse(file, now: farFuture) }
        #expect(error.map { "\($0)" }?.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(
        arguments: [
            ([], "the file is empty"),
            (bytes(" \n \n"), "the file is empty"),
            (bytes("[{\"event_id\":\"a\",\"ticker\":\"X\"}]"), "a JSON array; write one object a line"),
            (bytes("event_id,ticker\n"), "JSON Lines is expected, the file is other text"),
            (bytes("{broken\n{\"also\"\n"), "no valid JSON Lines: line 1: is no JSON object"),
            (bytes("{\"ticker\":\"X\"}\n"), "has no column event_id"),
            (bytes("{\"event_id\":\"X\"}\n"), "has no column ticker"),
            (bytes("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>"), "titled 'NoSuchKey'"),
            (bytes("{\"event_id\":\"") + [0xff] + bytes("\"}"), "another encoding"),
        ] as [([UInt8], String)]
    )
    func refusesAsJSONLines(file: [UInt8], reason: String) {
        let error = #expect(throws: EventFileError.self) { try EventsJSONL.parse(file, now: farFuture) }
        #expect(error.map { "\($0)" }?.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        (bytes("event_id,ticker\n"), EventFileFormat.csv),
        (bytes("\u{feff}event_id;ticker\n"), .csv),
        (bytes(" {\"event_id\":\"a\",\"filings\":1}\n"), .jsonLines),
        (bytes("{\"id\":\"a\"}\n"), .jsonLines),
        (bytes("{\"cik\":\"1\",\"filings\":{}}"), .edgarSubmissions),
        (bytes("{\"accessionNumber\":[]}"), .edgarSubmissions),
        (bytes("{\"data\":{},\"ttl\":1}"), .edgarSubmissions),
        (bytes("<SEC-HEADER>x\n<ACCEPTANCE-DATETIME>20240603080602\n"), .sgml),
    ])
    func tellsFormatsApart(file: [UInt8], format: EventFileFormat) throws {
        #expect(try EventFileFormat.recognise(file) == format)
    }

    @Test
    func refusesOtherFormats() {
        for text in ["[1]", "<html></html>", ""] {
            #expect(throws: EventFileError.self) { try EventFileFormat.recognise(bytes(text)) }
        }
        #expect(throws: EventFileError.self) { try EventFileFormat.recognise([0, 1, 2]) }
    }
}
