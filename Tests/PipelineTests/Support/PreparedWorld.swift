import EngineTestSupport
import Events
import Market
import Outcomes
import Pipeline
import Storage
import Testing

/// A synthetic world in a database of its own, imported and not yet labelled.
struct PreparedWorld {
    let world: SyntheticWorld
    let database: TemporaryDatabase
    let store: Store

    /// About 220 events of 11 companies, of which one has no prices and one stops trading.
    static let small = SyntheticWorld(
        .init(
            seed: 11,
            companies: 11,
            unpriced: 1,
            delisted: 1,
            sessions: 420,
            quietSessions: 150,
            sessionsPerFiling: 24
        )
    )

    private static let template = Result { try imported(small) }

    /// A copy of the small world's database.
    init() throws {
        world = Self.small
        database = try Self.template.get().copy()
        store = try database.store()
    }

    /// A world of its own.
    init(_ world: SyntheticWorld) throws {
        self.world = world
        database = try Self.imported(world)
        store = try database.store()
    }

    /// An empty database that is to hold a world.
    init(empty world: SyntheticWorld) throws {
        self.world = world
        database = try TemporaryDatabase()
        store = try database.store()
    }

    private static func imported(_ world: SyntheticWorld) throws -> TemporaryDatabase {
        let database = try TemporaryDatabase()
        try world.write(to: database.folder)
        let store = try database.store()
        let context = JobContext.test(store, now: world.now)
        let prices = try PriceImportJob(context).run(path: database.file("prices"))
        let events = try EventImportJob(context).run(path: database.file("events.csv"))
        try #require(prices.problems.isEmpty && prices.findings.isEmpty && events.problems.isEmpty)
        try store.close()
        return database
    }

    // MARK: Jobs

    func context(at now: UTCInstant? = nil, log: LogCollector? = nil) -> JobContext {
        JobContext.test(store, now: now ?? world.now, log: log)
    }

    /// Labels, at the world's end unless told otherwise.
    @discardableResult
    func label(_ options: LabelOptions = LabelOptions(), at now: UTCInstant? = nil) throws -> LabelReport {
        try LabelJob(context(at: now)).run(options)
    }

    /// Imports the bars of one symbol as its whole file.
    @discardableResult
    func importPrices(_ bars: [Bar], of ticker: String, at now: UTCInstant? = nil) throws -> PriceImportReport
    {
        let path = try database.write(PricesText.csv(bars), to: "new/\(ticker).csv")
        return try PriceImportJob(context(at: now)).run(path: path)
    }

    /// Imports events as a CSV file.
    @discardableResult
    func importEvents(_ events: [MarketEvent], at now: UTCInstant? = nil) throws -> EventImportReport {
        let path = try database.write(EventsCSVWriter.file(events), to: "new/events.csv")
        return try EventImportJob(context(at: now)).run(path: path)
    }

    // MARK: What is stored

    /// The label tables without times of writing.
    func labels() throws -> [String: [String]] { try TableDump.labels(of: store) }

    /// Every table with every time, but for the run ledger.
    func everythingButRuns() throws -> [String: [String]] {
        try TableDump.everything(of: store).filter { $0.key != "runs" && $0.key != "run_counts" }
    }

    /// The stored labels by key.
    func outcomes() throws -> [OutcomeKey: StoredOutcome] {
        let rows = try store.read { try OutcomeStore($0, calendar: .xnys).outcomes() }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })
    }

    /// The recorded skips by key.
    func skips() throws -> [OutcomeKey: SkipReason] {
        var result: [OutcomeKey: SkipReason] = [:]
        try store.read { connection in
            let outcomes = OutcomeStore(connection, calendar: .xnys)
            for ticker in world.tickers {
                for (key, skip) in try outcomes.skips(ofTicker: ticker) { result[key] = skip.reason }
            }
        }
        return result
    }

    /// Number of rows of a table.
    func count(_ table: String) throws -> Int {
        try store.read { try $0.count("SELECT count(*) FROM \(table)") }
    }
}
