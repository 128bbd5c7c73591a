import EngineTestSupport
import Events
import Market
import Pipeline
import Storage
import Testing

/// Two sources about one thing: one filing is one event, and what either knows is kept.
@Suite
struct EventMergeTests {
    private static let filing = EdgarText.year(1)[0]

    private static let csv = """
        event_id,ticker,form,items,filing_date,acceptance_datetime,title,summary
        \(filing.accession),\(EdgarText.ticker),8-K,8.01,2019-04-01,,From a list,In a few words
        """

    @Test
    func `the same filing read by two connectors is one event, in either order`() throws {
        for order in [["list", "edgar"], ["edgar", "list"]] {
            let bench = try ImportBench()
            try bench.database.write(Self.csv, to: "list/events.csv")
            try bench.database.write(EdgarText.main(EdgarText.year(60)), to: "edgar/main.json")
            for source in order { _ = try bench.events(bench.database.file(source)) }
            #expect(try bench.store.read { try EventStore($0).count() } == 60)
            let event = try #require(try bench.stored(Self.filing.accession))
            // The list knows only the day; the time of EDGAR's file is not given up for it.
            #expect(event.timePrecision == .exact && event.timeSource == .jsonUTC)
            #expect(event.knownAt == UTCInstant(iso8601: "2019-04-01T20:30:15Z"))
            #expect(event.summary == "In a few words")
            #expect(event.cik == EdgarText.company && event.companyName == "QUAY PHARMA INC")
            #expect(event.sourceURL?.contains("sec.gov") == true)
        }
    }

    @Test
    func `both sources in one folder are one event too`() throws {
        let bench = try ImportBench()
        try bench.database.write(Self.csv, to: "all/a.csv")
        try bench.database.write(EdgarText.main(EdgarText.year(60)), to: "all/b.json")
        let report = try bench.events(bench.database.file("all"))
        #expect(report.events.inserted == 60)
    }

    // MARK: Announcements

    private static func release(_ clock: String?) -> String {
        """
        event_id,ticker,event_type,occurred_on,known_at,eps_estimate,eps_actual,surprise_pct
        calendar:QQY:2019-05-06,QQY,earnings_release,2019-05-06,\(clock ?? ""),1.0,1.1,10
        """
    }

    private static func report(_ clock: String?) -> String {
        """
        event_id,ticker,form,items,filing_date,acceptance_datetime
        \(EdgarText.company)-19-000777,QQY,8-K,2.02;9.01,2019-05-06,\(clock ?? "")
        """
    }

    @Test(arguments: [false, true])
    func `an announcement and its filing name one another, and a known time serves both`(
        filingFirst: Bool
    ) throws {
        let bench = try ImportBench()
        let clock = "2019-05-06T20:05:00Z"
        try bench.database.write(Self.release(clock), to: "release.csv")
        try bench.database.write(Self.report(nil), to: "filing.csv")
        for name in filingFirst ? ["filing.csv", "release.csv"] : ["release.csv", "filing.csv"] {
            _ = try bench.events(bench.database.file(name))
        }
        let release = try #require(try bench.stored("calendar:QQY:2019-05-06"))
        let filing = try #require(try bench.stored("\(EdgarText.company)-19-000777"))
        #expect(release.relatedEventID == filing.eventID && filing.relatedEventID == release.eventID)
        #expect(filing.knownAt == UTCInstant(iso8601: clock) && filing.timeSource == .linked)
        #expect(filing.timePrecision == .exact)
        let before = try bench.dump()
        for name in ["filing.csv", "release.csv"] {
            #expect(try bench.events(bench.database.file(name)).events.written == 0)
        }
        #expect(try bench.dump() == before)
    }

    @Test
    func `what was ingested in the morning is not said to have become known in the afternoon`() throws {
        let bench = try ImportBench()
        let morning = try #require(UTCInstant(iso8601: "2019-05-06T13:00:00Z"))
        let evening = try #require(UTCInstant(iso8601: "2019-05-06T23:00:00Z"))
        let filing = try bench.database.write(Self.report(nil), to: "filing.csv")
        let release = try bench.database.write(Self.release("2019-05-06T20:05:00Z"), to: "release.csv")
        _ = try EventImportJob(JobContext.test(bench.store, now: morning)).run(path: filing)
        let report = try EventImportJob(JobContext.test(bench.store, now: evening)).run(path: release)
        #expect(report.events.inserted == 1)
        let event = try #require(try bench.stored("\(EdgarText.company)-19-000777"))
        #expect(event.knownAt == morning)
        #expect(
            try EventImportJob(JobContext.test(bench.store, now: evening)).run(path: release).events.written
                == 0
        )
    }

    @Test
    func `facts that one source leaves open are kept from the other`() throws {
        let bench = try ImportBench()
        let full = Self.release("2019-05-06T20:05:00Z")
        let bare = """
            event_id,ticker,event_type,occurred_on,decision
            calendar:QQY:2019-05-06,QQY,earnings_release,2019-05-06,
            """
        for text in [full, bare] { _ = try bench.events(bench.database.write(text, to: "events.csv")) }
        let event = try #require(try bench.stored("calendar:QQY:2019-05-06"))
        #expect(event.facts == EventFacts(epsEstimate: 1, epsActual: 1.1, surprisePercent: 10))
        #expect(event.timePrecision == .exact)
    }
}
