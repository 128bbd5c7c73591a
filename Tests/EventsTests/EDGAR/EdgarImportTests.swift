import Events
import Market
import TestSupport
import Testing

@Suite
struct EdgarImportTests {
    private let now = farFuture

    /// The same filings written in UTC, in New York time, and with the newest nine days in New York time.
    @Test(arguments: ["utc.json", "eastern.json", "mixed.json"])
    func findsTheTrueTimes(name: String) throws {
        let truth = try EdgarFixture.truth()
        let result = try EdgarImport(now: now).events(in: [EdgarFixture.file(name)])
        #expect(result.problems.isEmpty)
        #expect(result.events.count > 120)
        let newest = try #require(truth.values.max())
        var open = 0
        for event in result.events {
            if event.timePrecision == .exact {
                #expect(event.knownAt == truth[event.eventID], "\(event.eventID)")
            } else {
                open += 1
                #expect(event.timeSource == .ambiguous)
                #expect(event.knownAt == NewYork.instant(day: event.occurredOn, secondOfDay: 0))
                let accepted = try #require(truth[event.eventID])
                #expect(accepted > newest.advanced(bySeconds: -31 * 86_400), "\(event.eventID) is old")
            }
        }
        #expect(open < 12)
        #expect(result.timeSources[.ambiguous, default: 0] == open)
    }

    @Test
    func namesTheSourceOfTimes() throws {
        let utc = try EdgarImport(now: now).events(in: [EdgarFixture.file("utc.json")])
        #expect(utc.timeSources[.jsonEastern] == nil && utc.timeSources[.jsonUTC, default: 0] > 100)
        let eastern = try EdgarImport(now: now).events(in: [EdgarFixture.file("eastern.json")])
        #expect(eastern.timeSources[.jsonUTC] == nil && eastern.timeSources[.jsonEastern, default: 0] > 100)
        let mixed = try EdgarImport(now: now).events(in: [EdgarFixture.file("mixed.json")])
        #expect(
            mixed.timeSources[.jsonEastern, default: 0] > 0 && mixed.timeSources[.jsonUTC, default: 0] > 100
        )
    }

    @Test
    func joinsAFileAndItsShard() throws {
        let whole = try EdgarImport(now: now).events(in: [EdgarFixture.file("utc.json")])
        let shard = try EdgarFixture.file("CIK0009900001-submissions-001.json")
        let joined = try EdgarImport(now: now).events(in: [EdgarFixture.file("main.json"), shard])
        #expect(joined.events == whole.events)
        #expect(joined.skippedForms == whole.skippedForms)
        let twice = try EdgarImport(now: now).events(in: [EdgarFixture.file("main.json"), shard, shard])
        #expect(twice.events == whole.events && twice.repeatedFilings > 0)
    }

    @Test
    func prefersAnExactTimeToADay() throws {
        let mixed = try EdgarFixture.file("mixed.json")
        let open = try EdgarImport(now: now).events(in: [mixed]).events.filter { $0.timePrecision == .day }
        #expect(!open.isEmpty)
        let truth = try EdgarFixture.truth()
        let pins = truth.mapValues { PinnedTime($0) }
        let pinned = try EdgarImport(now: now, pinned: pins).events(in: [mixed])
        #expect(pinned.events.allSatisfy { $0.timeSource == .sgml && $0.knownAt == truth[$0.eventID] })
    }

    @Test
    func makesWholeEvents() throws {
        let result = try EdgarImport(now: now).events(in: [EdgarFixture.file("utc.json")])
        let event = try #require(result.events.first { $0.items == ["2.02", "9.01"] && !$0.isAmendment })
        #expect(event.ticker == "NWI" && event.cik == "0009900001")
        #expect(event.companyName == "NORDWIND INSTRUMENTS INC" && event.source == "edgar")
        #expect(event.title.hasPrefix("8-K: Results of operations and financial condition (2.02)"))
        #expect(event.sourceURL?.hasPrefix("https://www.sec.gov/Archives/edgar/data/9900001/") == true)
        #expect(event.sourceURL?.hasSuffix(".htm") == true)
        #expect(result.skippedForms.keys.sorted() == ["4", "CORRESP"])
        #expect(result.notes.first?.contains("filings of other forms were skipped (most: ") == true)
        #expect(result.events.map(\.knownAt) == result.events.map(\.knownAt).sorted())
    }

    @Test
    func restrictsFamilies() throws {
        let result = try EdgarImport(now: now, families: [.sec10Q]).events(in: [EdgarFixture.file("utc.json")]
        )
        #expect(!result.events.isEmpty && result.events.allSatisfy { $0.family == .sec10Q })
        #expect(result.skippedForms["8-K", default: 0] > 0)
    }

    @Test
    func needsCompanyAndSymbol() throws {
        let shard = try EdgarFixture.file("CIK0009900001-submissions-001.json")
        #expect(throws: EdgarImportError.noCompanyNumber) { try EdgarImport(now: now).events(in: [shard]) }
        #expect(throws: EdgarImportError.noTicker(company: "CIK 0009900001")) {
            try EdgarImport(now: now, cik: "9900001").events(in: [shard])
        }
        #expect(throws: EdgarImportError.badCompanyNumber("x")) {
            try EdgarImport(now: now, ticker: "NWI", cik: "x").events(in: [shard])
        }
        #expect(throws: EdgarImportError.severalCompanies("0009900001", "0000000001")) {
            try EdgarImport(now: now, cik: "1").events(in: [EdgarFixture.file("main.json")])
        }
        #expect(try !EdgarImport(now: now, ticker: "nwi", cik: "9900001").events(in: [shard]).events.isEmpty)
    }

    @Test
    func reportsBrokenFilingsAndKeepsTheRest() throws {
        let file = try SubmissionsFile(
            EdgarFixture.json(
                columns:
                    #""accessionNumber":["x","0009900001-24-000002","0009900001-24-000003","0009900001-24-000004"],"#
                    + #""form":["8-K","8-K","8-K","8-K"],"items":["","2.2","",""],"#
                    + #""filingDate":["2024-05-02","2024-05-02","2024-05-99","2024-05-02"],"#
                    + #""acceptanceDateTime":["2024-05-02T20:30:45Z","2024-05-02T20:30:45Z","2024-05-02T20:30:45Z","soon"]"#
            )
        )
        let result = try EdgarImport(now: now).events(in: [file])
        #expect(result.events.isEmpty)
        #expect(
            result.problems.map(\.column) == ["accessionNumber", "items", "filingDate", "acceptanceDateTime"]
        )
        #expect(result.problems.map(\.line) == [1, 2, 3, 4])
    }

    /// Newest rows came in New York time in files that were UTC otherwise; a shard has no newest rows.
    @Test
    func leavesTheNewestRowsOfAMainFileOpen() throws {
        let columns =
            #""accessionNumber":["0009900001-24-000001","0009900001-24-000002","0009900001-24-000003"],"#
            + #""form":["8-K","8-K","8-K"],"filingDate":["2024-01-03","2024-02-05","2024-06-03"],"#
            + #""acceptanceDateTime":["2024-01-03T21:30:45Z","2024-02-05T21:30:45Z","2024-06-03T12:30:00Z"]"#
        let main = try SubmissionsFile(EdgarFixture.json(columns: columns))
        let open = try EdgarImport(now: now).events(in: [main]).events
        #expect(open.map(\.timeSource) == [.jsonUTC, .jsonUTC, .ambiguous])
        #expect(open.last?.timePrecision == .day)
        let shard = try SubmissionsFile(bytes("{" + columns + "}"))
        let old = try EdgarImport(now: now, ticker: "NWI", cik: "9900001").events(in: [shard]).events
        #expect(old.map(\.timeSource) == [.jsonUTC, .jsonUTC, .jsonUTC])
        for files in [[main, shard], [shard, main]] {
            let joined = try EdgarImport(now: now).events(in: files).events
            #expect(
                joined
                    == old.map { event in
                        var named = event
                        named.companyName = "N"
                        return named
                    },
                "an exact time is preferred to a day"
            )
        }
    }

    @Test
    func refusesWhatBecomesKnownLater() throws {
        let file = try SubmissionsFile(filing("8-K", "2.02", accepted: "2024-05-02T20:30:45Z"))
        let early = try EdgarImport(now: instant("2024-05-01T00:00:00Z")).events(in: [file])
        #expect(early.events.isEmpty && early.problems.first?.reason.contains("lies in the future") == true)
    }

    private func filing(_ form: String, _ items: String, accepted: String) -> [UInt8] {
        EdgarFixture.json(
            columns: #""accessionNumber":["0009900001-24-000001"],"form":["\#(form)"],"items":["\#(items)"],"#
                + #""filingDate":["\#(accepted.prefix(10))"],"acceptanceDateTime":["\#(accepted)"]"#
        )
    }
}
