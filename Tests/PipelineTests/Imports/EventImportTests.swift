import EngineTestSupport
import Events
import Foundation
import Market
import Pipeline
import Storage
import Testing

@Suite
struct EventImportTests {
    private static let world = PreparedWorld.small

    private static func csv(_ events: [MarketEvent]) -> [UInt8] { EventsCSVWriter.file(events) }

    @Test
    func `importing twice changes nothing`() throws {
        let bench = try ImportBench()
        let path = try bench.database.write(Self.csv(Self.world.events), to: "events.csv")
        let first = try bench.events(path)
        #expect(first.events.inserted == Self.world.events.count && first.problems.isEmpty)
        #expect(first.baseScores == Self.world.events.count && first.linked > 0)
        let before = try bench.dump()
        let second = try bench.events(path)
        #expect(second.events.written == 0 && second.events.unchanged == Self.world.events.count)
        #expect(second.linked == 0 && second.baseScores == 0)
        #expect(try bench.latestRun().status == .nothingToDo)
        #expect(try bench.dump() == before)
    }

    @Test
    func `the order of the rows does not show, in one file or in several`() throws {
        let one = try ImportBench()
        _ = try one.events(one.database.write(Self.csv(Self.world.events), to: "events.csv"))
        let other = try ImportBench()
        let shuffled = Array(Self.world.events.reversed())
        for (number, start) in stride(from: 0, to: shuffled.count, by: 50).enumerated() {
            let part = Array(shuffled[start..<min(start + 50, shuffled.count)])
            _ = try other.events(other.database.write(Self.csv(part), to: "part-\(number).csv"))
        }
        #expect(try one.dump() == other.dump())
    }

    @Test
    func `bad rows are reported with file, line and reason, and the rest is kept`() throws {
        let bench = try ImportBench()
        let text = """
            event_id,ticker,family,event_type,items,known_at,occurred_on
            good-1,AAA,sec_8k,sec_8k,2.02,2020-01-02T21:30:00Z,
            bad-type,AAA,,alien_landing,,2020-01-02T21:30:00Z,
            bad-family,AAA,fda,sec_8k,,2020-01-02T21:30:00Z,
            bad-item,AAA,,sec_8k,77.77,2020-01-02T21:30:00Z,
            bad-zone,AAA,,sec_8k,,2020-01-02T21:30:00,
            no-time,AAA,,sec_8k,,,
            future,AAA,,sec_8k,,2030-01-02T21:30:00Z,
            bad-ticker,A A A!,,sec_8k,,2020-01-02T21:30:00Z,
            too,many,fields,in,this,row,by,far
            good-2,AAA,,fda_approval,,,2020-01-03
            """
        let report = try bench.events(bench.database.write(text, to: "events.csv"))
        #expect(report.events.inserted == 2)
        #expect(try bench.stored("good-1") != nil && bench.stored("good-2") != nil)
        let expected = [
            (3, "alien_landing"), (4, "fda"), (5, "77.77"), (6, "time zone"), (7, "no day"), (8, "future"),
            (9, "symbol"), (10, "fields"),
        ]
        #expect(report.problems.count == expected.count)
        for (problem, (line, reason)) in zip(report.problems, expected) {
            #expect(problem.hasPrefix("events.csv: line \(line)"), "\(problem)")
            #expect(problem.contains(reason), "\(problem)")
        }
    }

    /// Files that are refused whole.
    enum Refused: String, CaseIterable {
        case empty
        case html
        case otherColumns
        case brokenEdgar
        case jsonArray
        case cutPack
        case otherEncoding

        var bytes: [UInt8] {
            switch self {
            case .empty: []
            case .html: Array("<!DOCTYPE html><html><title>403 Forbidden</title></html>".utf8)
            case .otherColumns: Array("date,close\n2020-01-02,1\n".utf8)
            case .brokenEdgar: Array(EdgarText.main(EdgarText.year(40)).utf8.dropLast(700))
            case .jsonArray: Array(#"[{"event_id":"a"}]"#.utf8)
            case .cutPack: Array(PackedBytes.gzip(Array("event_id,ticker\n".utf8)).dropLast(9))
            case .otherEncoding:
                Array("event_id,ticker,event_type,known_at,title\na,AAA,sec_8k,2020-01-02T21:30:00Z,".utf8)
                    + [0xe9]
            }
        }
    }

    @Test(arguments: Refused.allCases)
    func `a file that is refused leaves the database as it was, alone and among others`(
        file: Refused
    ) throws {
        let bench = try ImportBench()
        _ = try bench.events(bench.database.write(Self.csv(Array(Self.world.events.prefix(20))), to: "a.csv"))
        let before = try bench.dump()
        let path = try bench.database.write(file.bytes, to: "bad/first.csv")
        let error = #expect(throws: (any Error).self) { try bench.events(path) }
        #expect("\(error.map { "\($0)" } ?? "")".contains("first.csv"))
        #expect(try bench.dump() == before)
        #expect(try bench.latestRun().status == .failed)
        try bench.database.write(Self.csv(Array(Self.world.events.prefix(25))), to: "bad/second.csv")
        let report = try bench.events(bench.database.file("bad"))
        #expect(report.events.inserted == 5 && report.files == 1)
        #expect(report.problems.count == 1 && report.problems.first?.contains("first.csv") == true)
    }

    @Test
    func `a file cut off anywhere keeps whole rows`() throws {
        let events = Array(Self.world.events.prefix(30))
        let whole = Self.csv(events)
        for length in stride(from: 400, to: whole.count, by: 577) {
            let bench = try ImportBench()
            let report = try bench.events(bench.database.write(Array(whole[..<length]), to: "events.csv"))
            #expect(report.problems.count <= 1)
            #expect(report.events.inserted >= whole[..<length].count { $0 == UInt8(ascii: "\n") } - 1)
        }
    }

    @Test
    func `a huge field is one bad row and nothing else`() throws {
        let bench = try ImportBench()
        let long = String(repeating: "x", count: 6_000_000)
        let text = """
            event_id,ticker,event_type,known_at,summary
            a,AAA,sec_8k,2020-01-02T21:30:00Z,short
            \(long),AAA,sec_8k,2020-01-02T21:30:00Z,short
            b,AAA,sec_8k,2020-01-02T21:30:00Z,"\(long)"
            c,\(long),sec_8k,2020-01-02T21:30:00Z,short
            d,AAA,sec_8k,2020-01-02T21:30:00Z,short
            """
        let report = try bench.events(bench.database.write(text, to: "events.csv"))
        #expect(report.problems.count == 3)
        #expect(report.problems.allSatisfy { $0.utf8.count < 400 })
        #expect(try bench.stored("a") != nil && bench.stored("d") != nil)
        #expect(report.events.inserted == 2)
    }

    @Test
    func `packed files are read as they are inside`() throws {
        let plain = try ImportBench()
        let packed = try ImportBench()
        let bytes = Self.csv(Self.world.events)
        _ = try plain.events(plain.database.write(bytes, to: "events.csv"))
        _ = try packed.events(packed.database.write(PackedBytes.gzip(bytes), to: "folder/events.csv.gz"))
        #expect(try plain.dump() == packed.dump())
    }

    @Test
    func `JSON Lines and CSV of the same events are the same events`() throws {
        let bench = try ImportBench()
        let text = """
            {"event_id":"a","ticker":"AAA","event_type":"earnings_release","known_at":"2020-01-02T21:30:00Z","surprise_pct":4.5}
            {"event_id":"b","ticker":"AAA","event_type":"sec_8k","items":["2.02","9.01"],"occurred_on":"2020-01-03"}
            """
        let report = try bench.events(bench.database.write(text, to: "events.jsonl"))
        #expect(report.events.inserted == 2 && report.problems.isEmpty)
        let events = try bench.store.read { try EventStore($0).events() }
        let again = try bench.events(bench.database.write(Self.csv(events), to: "events.csv"))
        #expect(again.events.written == 0 && again.events.unchanged == 2)
    }

    @Test
    func `imports in parallel wait for one another`() async throws {
        let bench = try ImportBench()
        let halves = [Self.world.events.filter { $0.family == .earnings }, Self.world.events]
        for (number, events) in halves.enumerated() {
            try bench.database.write(Self.csv(events), to: "half-\(number).csv")
        }
        let (path, folder, now) = (bench.database.path, bench.database.folder, bench.now)
        let inserted = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let context = JobContext.test(try Store(path: path), now: now)
                    return try EventImportJob(context).run(path: "\(folder)/half-\(number % 2).csv").events
                        .inserted
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(inserted == Self.world.events.count)
        let alone = try ImportBench()
        _ = try alone.events(alone.database.write(Self.csv(Self.world.events), to: "events.csv"))
        #expect(try bench.dump() == alone.dump())
    }
}
