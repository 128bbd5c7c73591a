import EngineTestSupport
import Storage
import Testing

@Suite
struct RunStoreTests {
    @Test
    func `a run is opened, closed and found with its counts`() throws {
        let store = try TemporaryDatabase().store()
        let run = try store.write {
            try RunStore($0).begin(job: "label", arguments: "--limit 5", process: 42, now: Stored.at(1))
        }
        #expect(try store.read { try RunStore($0).run(run)?.status } == .running)
        let counts = [
            RunCount(family: "sec_8k", horizon: "5d", outcome: "labelled", n: 7),
            RunCount(family: "earnings", horizon: "1d", outcome: "pending", n: 2),
        ]
        try store.write {
            try RunStore($0).finish(
                run,
                status: .succeeded,
                message: "7 labels",
                counts: counts,
                now: Stored.at(2)
            )
        }
        let record = try #require(try store.read { try RunStore($0).run(run) })
        #expect(record.status == .succeeded && record.message == "7 labels" && record.process == 42)
        #expect(record.startedAt == Stored.at(1) && record.finishedAt == Stored.at(2))
        #expect(try store.read { try RunStore($0).counts(ofRun: run) } == counts.sorted())
        #expect(try store.read { try RunStore($0).run(run + 1) } == nil)
    }

    @Test
    func `only open runs of the same job whose process is gone are marked interrupted`() throws {
        let store = try TemporaryDatabase().store()
        let runs = try store.write { connection in
            let ledger = RunStore(connection)
            return try [("label", 1), ("label", 2), ("train", 1), ("label", 1)].map {
                try ledger.begin(job: $0.0, arguments: "", process: $0.1, now: Stored.at(1))
            }
        }
        try store.write { connection in
            let ledger = RunStore(connection)
            try ledger.finish(runs[3], status: .failed, message: "", counts: [], now: Stored.at(2))
            try ledger.markInterrupted(job: "label") { $0 == 2 }
        }
        let statuses = try store.read { connection in
            try runs.map { try RunStore(connection).run($0)?.status }
        }
        #expect(statuses == [.interrupted, .running, .running, .failed])
        #expect(try store.read { try RunStore($0).recent(limit: 2) }.map(\.id) == [runs[3], runs[2]])
    }
}
