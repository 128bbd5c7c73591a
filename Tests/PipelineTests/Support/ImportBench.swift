import EngineTestSupport
import Events
import Market
import Pipeline
import Storage
import Testing

/// An empty database to import into, in 2024.
struct ImportBench {
    let database: TemporaryDatabase
    let store: Store
    let now: UTCInstant

    init() throws {
        database = try TemporaryDatabase()
        store = try database.store()
        now = try #require(UTCInstant(iso8601: "2024-03-01T22:00:00Z"))
    }

    var context: JobContext { JobContext.test(store, now: now) }

    func prices(_ path: String) throws -> PriceImportReport { try PriceImportJob(context).run(path: path) }

    func events(_ path: String, ticker: String? = nil) throws -> EventImportReport {
        try EventImportJob(context).run(path: path, ticker: ticker)
    }

    /// Every table but the run ledger.
    func dump() throws -> [String: [String]] {
        try TableDump.everything(of: store).filter { $0.key != "runs" && $0.key != "run_counts" }
    }

    func latestRun() throws -> RunRecord {
        try #require(try store.read { try RunStore($0).recent(limit: 1).first })
    }

    func stored(_ eventID: String) throws -> MarketEvent? {
        try store.read { try EventStore($0).event(eventID) }
    }

    /// Bars of a made-up stock over some sessions of 2019 and later.
    static func bars(_ sessions: Range<Int> = 0..<300, seed: UInt64 = 3) throws -> [Bar] {
        let world = SyntheticWorld(
            .init(seed: seed, companies: 1, firstSession: 7305, sessions: 400, quietSessions: 390)
        )
        return Array(try #require(world.bars["CAA"])[sessions])
    }
}
