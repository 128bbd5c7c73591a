import EngineTestSupport
import Events
import Foundation
import Market
import Outcomes
import Pipeline
import Storage
import Testing

/// Running again: over the same data nothing is written.
@Suite
struct LabelRepeatTests {
    @Test
    func `a second run writes nothing`() throws {
        let prepared = try PreparedWorld()
        let first = try prepared.label()
        #expect(!first.isNothingToDo)
        #expect(try prepared.count("event_outcomes") == first.labelsWritten)
        let before = try prepared.everythingButRuns()
        let second = try prepared.label(at: prepared.world.now.advanced(bySeconds: 3600))
        #expect(second.isNothingToDo)
        #expect(second.tickers == 0 && second.tickersUpToDate == prepared.world.tickers.count)
        #expect(try prepared.everythingButRuns() == before)
    }

    @Test
    func `looking at everything again finds the same labels and keeps their times`() throws {
        let prepared = try PreparedWorld()
        let first = try prepared.label()
        let before = try TableDump.dump(
            ["event_outcomes", "event_outcome_revisions", "outcome_skips"],
            of: prepared.store
        )
        let again = try prepared.label(
            LabelOptions(labelAll: true),
            at: prepared.world.now.advanced(bySeconds: 3600)
        )
        #expect(again.isNothingToDo)
        #expect(again.cells.values.reduce(0) { $0 + $1.unchanged } == first.labelsWritten)
        #expect(
            try TableDump.dump(
                ["event_outcomes", "event_outcome_revisions", "outcome_skips"],
                of: prepared.store
            ) == before
        )
    }

    @Test(arguments: [1, 40, 1_000_000])
    func `the size of a transaction does not show`(batchLabels: Int) throws {
        let reference = try PreparedWorld()
        try reference.label()
        let prepared = try PreparedWorld()
        _ = try LabelJob(prepared.context(), batchLabels: batchLabels).run(LabelOptions())
        #expect(try prepared.labels() == reference.labels())
    }

    @Test
    func `the order in which events and prices were stored does not show`() throws {
        let reference = try PreparedWorld()
        try reference.label()
        let world = reference.world
        let other = try PreparedWorld(empty: world)
        for chunk in stride(from: 0, to: world.events.count, by: 37).reversed() {
            try other.importEvents(
                Array(world.events[chunk..<min(chunk + 37, world.events.count)]).reversed()
            )
        }
        for (ticker, bars) in world.bars.sorted(by: { $0.key > $1.key }) {
            try other.importPrices(bars.reversed(), of: ticker)
        }
        try other.label()
        #expect(try other.labels() == reference.labels())
    }

    @Test
    func `a dry run counts the same and writes nothing at all`() throws {
        let prepared = try PreparedWorld()
        try prepared.store.close()
        let files = { () throws -> [String: Data] in
            var contents: [String: Data] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: prepared.database.folder)
            where name.hasPrefix("engine.sqlite") && !name.hasSuffix("-shm") {
                contents[name] = try Data(contentsOf: URL(filePath: prepared.database.file(name)))
            }
            return contents
        }
        let before = try files()
        let store = try prepared.database.store()
        let everything = try TableDump.everything(of: store)
        let dry = try LabelJob(JobContext.test(store, now: prepared.world.now))
            .run(LabelOptions(dryRun: true))
        #expect(try TableDump.everything(of: store) == everything)
        let isUntouched = try files().filter { !$0.value.isEmpty } == before.filter { !$0.value.isEmpty }
        #expect(isUntouched)
        var real = try LabelJob(JobContext.test(store, now: prepared.world.now)).run(LabelOptions())
        real.dryRun = true
        #expect(dry == real)
    }
}
