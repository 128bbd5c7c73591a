import Events
import Market
import TestSupport
import Testing

@Suite
struct SubmissionsFileTests {
    @Test
    func readsACompany() throws {
        let file = try EdgarFixture.file("main.json")
        #expect(
            file.company
                == CompanyRecord(
                    cik: "0009900001",
                    name: "NORDWIND INSTRUMENTS INC",
                    tickers: ["NWI", "NWI-PA"],
                    exchanges: ["NYSE", "NYSE"],
                    sic: "3825",
                    sicDescription: "Instruments For Measuring & Testing of Electricity & Electrical Signals"
                )
        )
        #expect(file.shardNames == ["CIK0009900001-submissions-001.json"])
        #expect(!file.isShard)
    }

    @Test
    func readsShardsAndWrappedFiles() throws {
        let whole = try EdgarFixture.file("utc.json")
        let main = try EdgarFixture.file("main.json")
        let shard = try EdgarFixture.file("CIK0009900001-submissions-001.json")
        #expect(shard.isShard && shard.shardNames.isEmpty)
        #expect(main.count + shard.count == whole.count)
        let wrapped = try EdgarFixture.file("eastern.json")
        #expect(wrapped.company == whole.company && wrapped.count == whole.count)
    }

    @Test
    func readsEscapedAndNullFields() throws {
        let file = try SubmissionsFile(
            EdgarFixture.json(
                columns: #""accessionNumber":["0009900001-24-000001"],"form":["8-K\/A"],"#
                    + #""filingDate":["2024-05-02"],"acceptanceDateTime":["2024-05-02T20:30:45.000Z"],"#
                    + #""items":["2.02\u002c9.01"],"reportDate":[null],"primaryDocument":[""]"#
            )
        )
        let event = try #require(try EdgarImport(now: farFuture).events(in: [file]).events.first)
        #expect(event.items == ["2.02", "9.01"] && event.isAmendment)
    }

    private static let good = #""accessionNumber":["a"],"form":["8-K"],"filingDate":["2024-05-02"]"#

    @Test(arguments: [
        ("", "the file is empty"),
        ("  ", "the file is empty"),
        ("hello", "the file is other text"),
        ("[]", "the file is other text"),
        ("{}", "has no column accessionNumber"),
        (#"{"a":1"#, "no valid EDGAR submissions JSON: '}' is expected at byte 6"),
        (#"{"filings":{"recent":{}}} x"#, "more text behind the value"),
        (#"{"filings":{"recent":{"# + good + "}}}", "has no column acceptanceDateTime"),
        (
            #"{"filings":{"recent":{"# + good + #","acceptanceDateTime":["x","y"]}}}"#,
            "column accessionNumber has 1 values, column acceptanceDateTime 2"
        ),
        (
            #"{"filings":{"recent":{"# + good + #","acceptanceDateTime":["x"],"size":[]}}}"#,
            "column accessionNumber has 1 values, column size 0"
        ),
        (#"{"filings":{"recent":{"form":["8-K"],"form":["8-K"]}}}"#, "column form stands twice"),
        (#"{"filings":{"recent":{"form":[["8-K"]]}}}"#, "a value is expected"),
        (#"{"filings":[1]}"#, "'{' is expected"),
        (#"{"accessionNumber":["a"]}"#, "has no column form"),
    ])
    func refusesOtherFiles(text: String, reason: String) {
        let error = #expect(throws: EventFileError.self) { try SubmissionsFile(bytes(text)) }
        #expect(error.map { "\($0)" }?.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        ("denied.html", "an HTML page titled 'Your Request Originates from an Undeclared Tool'"),
        ("missing.xml", "an XML document titled 'NoSuchKey'"),
    ])
    func saysWhatAnErrorPageSays(name: String, found: String) throws {
        let page = try EdgarFixture.bytes(name)
        #expect(
            throws: EventFileError.otherFormat(expected: "EDGAR submissions JSON", found: found)
        ) { try SubmissionsFile(page) }
    }

    @Test
    func refusesDeepNesting() {
        let deep = bytes("{\"x\":" + String(repeating: "[", count: 200_000))
        #expect(throws: EventFileError.self) { try SubmissionsFile(deep) }
    }

    /// Cut anywhere, the file is refused; with any byte changed, nothing crashes.
    @Test
    func survivesDamage() throws {
        let good = try EdgarFixture.bytes("CIK0009900001-submissions-001.json")
        for end in stride(from: 0, to: good.count, by: 37) {
            #expect(throws: EventFileError.self) { try SubmissionsFile(Array(good[..<end])) }
        }
        for index in stride(from: 0, to: good.count, by: 97) {
            for value: UInt8 in [0, 0x22, 0x5c, 0x7d, 0xff] {
                var changed = good
                changed[index] = value
                guard let file = try? SubmissionsFile(changed) else { continue }
                _ = try? EdgarImport(now: farFuture, ticker: "NWI", cik: "9900001").events(in: [file])
            }
        }
    }
}
