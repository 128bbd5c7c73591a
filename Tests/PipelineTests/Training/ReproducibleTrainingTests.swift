import EngineTestSupport
import Events
import Market
import Models
import Pipeline
import Statistics
import Storage
import Testing

/// Same data, same model, bit for bit.
@Suite
struct ReproducibleTrainingTests {
    private static let world = SyntheticWorld(
        .init(seed: 5, companies: 14, sessions: 620, surpriseEffect: 0.005, sessionsPerFiling: 100)
    )
    private static let cells = [
        Cell(family: .earnings, horizon: .oneDay), Cell(family: nil, horizon: .fiveDay),
    ]

    /// What a whole run learns from the world, with its parts stored in a random order.
    private static func learned(
        shuffledBy seed: UInt64?,
        threads: Int
    ) throws -> (models: [String: [String]], live: [String]) {
        let prepared = try PreparedWorld(empty: world)
        var events = world.events
        var tickers = world.bars.keys.sorted()
        if let seed {
            var random = RandomStream(seed: seed)
            random.permute(&events)
            random.permute(&tickers)
        }
        let pieces = seed == nil ? 1 : 4
        func importEvents(_ piece: Int) throws {
            let part = events.indices.filter { $0 % pieces == piece }.map { events[$0] }
            try prepared.importEvents(part)
        }
        // Some events are stored before the prices and some after.
        for piece in 0..<pieces / 2 { try importEvents(piece) }
        for ticker in tickers { try prepared.importPrices(world.bars[ticker] ?? [], of: ticker) }
        for piece in pieces / 2..<pieces { try importEvents(piece) }
        if seed != nil { try prepared.label(LabelOptions(limit: 40)) }
        try prepared.label()
        var settings = EngineSettings()
        settings.threads = threads
        let context = JobContext.test(prepared.store, now: world.now, settings: settings)
        _ = try TrainJob(context).run(TrainOptions(cells: cells))
        _ = try ScoreJob(context).run()
        let models = try prepared.learned()
        return (models, models["predictions"] ?? [])
    }

    @Test
    func `neither the order of rows nor the number of threads shows`() throws {
        let reference = try Self.learned(shuffledBy: nil, threads: 1)
        #expect(reference.models["model_registry"]?.count == 2)
        #expect(reference.live.count > 500)
        let other = try Self.learned(shuffledBy: 9, threads: 2)
        for (table, lines) in reference.models {
            #expect(other.models[table]?.count == lines.count, "\(table)")
            let isSame = other.models[table] == lines
            #expect(isSame, "\(table) differs")
        }
    }

    @Test
    func `another seed gives another model`() throws {
        let prepared = try PreparedWorld(Self.world)
        try prepared.label()
        var hashes: Set<String> = []
        for seed in [1, 2] {
            let copy = try prepared.database.copy()
            let store = try copy.store()
            let context = JobContext.test(store, now: Self.world.now, settings: EngineSettings(seed: seed))
            _ = try TrainJob(context).run(TrainOptions(cells: [Self.cells[0]]))
            hashes.formUnion(try store.read { try ModelStore($0).records() }.map(\.sha256))
        }
        #expect(hashes.count == 2)
    }
}
