import EngineTestSupport
import Events
import Foundation
import Market
import Pipeline
import Storage
import Testing

/// A folder of EDGAR's files: main file, shards and filings of one company.
@Suite
struct EdgarFolderTests {
    private static let filings = EdgarText.year(60)
    private static let shard = "CIK\(EdgarText.company)-submissions-001.json"

    /// The newest half in the main file, the older half in a shard.
    private static func write(into bench: ImportBench, folder: String) throws {
        try bench.database.write(
            EdgarText.main(Array(filings[30...]), shards: [shard]),
            to: "\(folder)/CIK\(EdgarText.company).json"
        )
        try bench.database.write(EdgarText.table(Array(filings[..<30])), to: "\(folder)/\(shard)")
    }

    @Test
    func `main file and shard are read together`() throws {
        let bench = try ImportBench()
        try Self.write(into: bench, folder: "edgar")
        let report = try bench.events(bench.database.file("edgar"))
        #expect(report.events.inserted == 60 && report.files == 2 && report.problems.isEmpty)
        let whole = try ImportBench()
        _ = try whole.events(
            whole.database.write(EdgarText.main(Self.filings), to: "CIK\(EdgarText.company).json")
        )
        #expect(try TableDump.lines("events", of: bench.store) == TableDump.lines("events", of: whole.store))
        let instrument = try bench.store.read { try InstrumentStore($0).all()[EdgarText.ticker] }
        #expect(instrument?.cik == EdgarText.company && instrument?.sic == 2834)
        let before = try bench.dump()
        #expect(try bench.events(bench.database.file("edgar")).events.written == 0)
        #expect(try bench.dump() == before)
    }

    @Test
    func `a filing's header decides its time, whichever file comes first`() throws {
        let open = Self.filings[59]
        // The header says half an hour earlier, in New York time.
        let header = EdgarText.header(accession: open.accession, accepted: "20190620160015")
        let truth = try #require(UTCInstant(iso8601: "2019-06-20T20:00:15Z"))
        var dumps: [[String]] = []
        for order in [["edgar", "headers"], ["headers", "edgar"], ["edgar", "headers", "edgar"]] {
            let bench = try ImportBench()
            try Self.write(into: bench, folder: "edgar")
            try bench.database.write(header, to: "headers/\(open.accession).txt")
            for folder in order {
                _ = try bench.events(bench.database.file(folder), ticker: EdgarText.ticker)
            }
            let event = try #require(try bench.stored(open.accession))
            #expect(event.knownAt == truth && event.timeSource == .sgml && event.timePrecision == .exact)
            #expect(try bench.store.read { try EventStore($0).count() } == 60)
            dumps.append(
                try TableDump.lines("events", omitting: ["title", "source", "source_url"], of: bench.store)
            )
        }
        #expect(dumps[0] == dumps[1] && dumps[1] == dumps[2])
    }

    @Test
    func `a header in the same folder settles a time that the file alone leaves open`() throws {
        // 15:00 could be meant in either zone; in the newest 30 days nothing else decides.
        var filings = Self.filings
        for index in filings.indices.suffix(5) {
            filings[index].accepted = filings[index].accepted.replacingOccurrences(
                of: "T20:30",
                with: "T15:00"
            )
        }
        let main = EdgarText.main(filings)
        let newest = filings[59].accession
        let header = EdgarText.header(accession: newest, accepted: "20190620110015")
        let bench = try ImportBench()
        try bench.database.write(main, to: "edgar/main.json")
        _ = try bench.events(bench.database.file("edgar"))
        #expect(try bench.stored(newest)?.timeSource == .ambiguous)
        #expect(try bench.stored(newest)?.timePrecision == .day)
        try bench.database.write(header, to: "edgar/header.txt")
        _ = try bench.events(bench.database.file("edgar"))
        let event = try #require(try bench.stored(newest))
        #expect(event.timeSource == .sgml && event.timePrecision == .exact)
        #expect(event.knownAt == UTCInstant(iso8601: "2019-06-20T15:00:15Z"))
    }

    @Test
    func `a main file that is cut off is refused, and its shard is not taken for a company of its own`()
        throws
    {
        let bench = try ImportBench()
        try Self.write(into: bench, folder: "edgar")
        let cut = EdgarText.main(Array(Self.filings[30...]), shards: [Self.shard]).dropLast(900)
        try bench.database.write(String(cut), to: "edgar/CIK\(EdgarText.company).json")
        let other = EdgarText.main([Self.filings[0]]).replacingOccurrences(
            of: EdgarText.company,
            with: "0009900043"
        ).replacingOccurrences(of: EdgarText.ticker, with: "QQZ")
        try bench.database.write(other, to: "edgar/CIK0009900043.json")
        let report = try bench.events(bench.database.file("edgar"))
        #expect(report.events.inserted == 1)
        #expect(report.problems.contains { $0.contains("CIK\(EdgarText.company).json") })
        #expect(report.problems.contains { $0.contains(Self.shard) && $0.contains("symbol") })
    }
}
