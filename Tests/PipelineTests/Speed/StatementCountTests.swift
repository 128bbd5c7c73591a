import EngineTestSupport
import Events
import Market
import Models
import Pipeline
import Storage
import Synchronization
import Testing

/// Work is done by sets: more events give no more queries.
@Suite
struct StatementCountTests {
    /// Counts the queries of a database.
    private final class QueryCount: Sendable {
        private let queries = Mutex(0)

        func note(_ statement: String) {
            if statement.hasPrefix("SELECT") { queries.withLock { $0 += 1 } }
        }

        /// The number since the last call.
        func take() -> Int {
            queries.withLock { count in
                defer { count = 0 }
                return count
            }
        }
    }

    /// How many queries each job makes in a world of six companies with the given number of filings.
    private static func queries(sessionsPerFiling: Int) throws -> (events: Int, byJob: [String: Int]) {
        let world = SyntheticWorld(
            .init(seed: 4, companies: 6, sessions: 420, sessionsPerFiling: sessionsPerFiling)
        )
        let prepared = try PreparedWorld(empty: world)
        try world.write(to: prepared.database.folder)
        let count = QueryCount()
        let store = try Store(path: prepared.database.path, trace: count.note)
        let context = JobContext.test(store, now: world.now)
        _ = try PriceImportJob(context).run(path: prepared.database.file("prices"))
        var byJob: [String: Int] = [:]
        let jobs: [(String, () throws -> Void)] = [
            ("import", { _ = try EventImportJob(context).run(path: prepared.database.file("events.csv")) }),
            (
                "import again",
                { _ = try EventImportJob(context).run(path: prepared.database.file("events.csv")) }
            ),
            ("label", { _ = try LabelJob(context).run(LabelOptions()) }),
            ("label again", { _ = try LabelJob(context).run(LabelOptions()) }),
            ("label all", { _ = try LabelJob(context).run(LabelOptions(labelAll: true)) }),
            ("train", { _ = try TrainJob(context).run(TrainOptions(dryRun: true)) }),
            ("score", { _ = try ScoreJob(context).run() }),
        ]
        for (name, job) in jobs {
            _ = count.take()
            try job()
            byJob[name] = count.take()
        }
        return (world.events.count, byJob)
    }

    @Test
    func `six times the events make no more queries`() throws {
        let few = try Self.queries(sessionsPerFiling: 9)
        let many = try Self.queries(sessionsPerFiling: 1)
        #expect(few.events > 200 && many.events > 5 * few.events)
        #expect(few.byJob == many.byJob)
        #expect(few.byJob.values.allSatisfy { $0 > 0 && $0 < 80 })
    }
}
