import EngineTestSupport
import Events
import Foundation
import Market
import Outcomes
import Pipeline
import Storage
import Testing

/// What a run leaves in ledger and log.
@Suite
struct LabelLedgerTests {
    private static func latest(_ store: Store) throws -> (RunRecord, [RunCount]) {
        try store.read { connection in
            let ledger = RunStore(connection)
            let run = try #require(try ledger.recent(limit: 1).first)
            return (run, try ledger.counts(ofRun: run.id))
        }
    }

    @Test
    func `a run's counts by family and horizon add up to its attempts`() throws {
        let prepared = try PreparedWorld()
        let report = try LabelJob(prepared.context()).run(LabelOptions(), arguments: "--all")
        let (run, counts) = try Self.latest(prepared.store)
        #expect(run.job == "label" && run.arguments == "--all" && run.status == .succeeded)
        #expect(run.process == Int(ProcessInfo.processInfo.processIdentifier))
        #expect(counts.reduce(0) { $0 + $1.n } == 3 * prepared.world.events.count)
        for (key, cell) in report.cells {
            func n(_ outcome: String) -> Int {
                counts.first {
                    $0.family == key.family.rawValue && $0.horizon == key.horizon.code
                        && $0.outcome == outcome
                }?.n ?? 0
            }
            #expect(n("labelled") == cell.new && n("revised") == 0 && n("unchanged") == 0)
            for (reason, count) in cell.skipped { #expect(n(reason.rawValue) == count) }
        }
    }

    @Test
    func `counts of a later run with an earlier as-of day add up too`() throws {
        let prepared = try PreparedWorld()
        try prepared.label()
        try prepared.label(LabelOptions(asOf: prepared.world.day(ofSession: 300), labelAll: true))
        let (_, counts) = try Self.latest(prepared.store)
        #expect(counts.reduce(0) { $0 + $1.n } == 3 * prepared.world.events.count)
    }

    @Test
    func `a run with nothing to do says so, and a failed one says why`() throws {
        let prepared = try PreparedWorld()
        try prepared.label()
        try prepared.label()
        #expect(try Self.latest(prepared.store).0.status == .nothingToDo)
        _ = try prepared.store.write { try $0.execute("DELETE FROM price_series WHERE ticker = 'SPY'") }
        let error = #expect(throws: LabelError.self) { try prepared.label() }
        #expect(error == .noBenchmark("SPY"))
        let (run, counts) = try Self.latest(prepared.store)
        #expect(run.status == .failed && run.message.contains("SPY") && counts.isEmpty)
    }

    @Test
    func `a run whose process is gone is marked interrupted by the next one`() throws {
        let prepared = try PreparedWorld()
        let ended = Process()
        ended.executableURL = URL(filePath: "/bin/sh")
        ended.arguments = ["-c", "exit 0"]
        try ended.run()
        ended.waitUntilExit()
        let (dead, alive) = try prepared.store.write { connection in
            let ledger = RunStore(connection)
            let start = prepared.world.now
            return (
                try ledger.begin(
                    job: "label",
                    arguments: "",
                    process: Int(ended.processIdentifier),
                    now: start
                ),
                // The parent of all processes lives.
                try ledger.begin(job: "label", arguments: "", process: 1, now: start)
            )
        }
        try prepared.label()
        let statuses = try prepared.store.read { connection in
            try [dead, alive].map { try RunStore(connection).run($0)?.status }
        }
        #expect(statuses == [.interrupted, .running])
    }

    @Test
    func `a symbol without prices and one that ended are logged once each`() throws {
        let prepared = try PreparedWorld()
        let log = LogCollector()
        _ = try LabelJob(prepared.context(log: log)).run(LabelOptions())
        let unpriced = log.lines.filter { $0.contains("no_prices") }
        let ended = log.lines.filter { $0.contains("delisted_before_outcome") }
        #expect(unpriced.count == 1 && ended.count == 1)
        #expect(unpriced[0].hasPrefix(prepared.world.tickers.last ?? "?"))
        let counts = try Self.latest(prepared.store).1
        let skipped = counts.filter { $0.outcome == "no_prices" }.reduce(0) { $0 + $1.n }
        #expect(unpriced[0].contains("\(skipped) of "))
        _ = try LabelJob(prepared.context(log: log)).run(LabelOptions())
        #expect(log.lines.count == 2)
    }

    @Test
    func `jobs of two stores on one file take turns and lose nothing`() async throws {
        let prepared = try PreparedWorld()
        let path = prepared.database.path
        let now = prepared.world.now
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    let context = JobContext.test(try Store(path: path), now: now)
                    return try LabelJob(context, batchLabels: 50).run(LabelOptions()).labelsWritten
                }
            }
            return try await group.reduce(0, +)
        }
        let direct = try PreparedWorld()
        #expect(try written == direct.label().labelsWritten)
        #expect(try prepared.labels() == direct.labels())
    }
}
