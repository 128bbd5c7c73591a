import EngineTestSupport
import Foundation
import Statistics
import Storage
import Testing

/// A run that is killed at any moment and started again ends in the state of an uninterrupted one.
@Suite(.serialized, .enabled(if: MarketEchoBinary.path != nil, "\(MarketEchoBinary.absence)"))
struct KilledRunTests {
    private static let kills = 50

    /// A world in files, imported into a database that has no label yet.
    private static func imported() throws -> TemporaryDatabase {
        let database = try TemporaryDatabase()
        let world = SyntheticWorld(
            .init(seed: 11, companies: 40, unpriced: 2, delisted: 4, sessions: 700, sessionsPerFiling: 9)
        )
        try world.write(to: database.folder)
        for (kind, name) in [("prices", "prices"), ("events", "events.csv")] {
            let code = try MarketEchoBinary.run([
                "import", kind, database.file(name), "--database", database.path, "--quiet",
            ])
            #expect(code == 0, "import \(kind)")
        }
        return database
    }

    @Test
    func `labelling survives SIGKILL at random moments`() throws {
        let unlabelled = try Self.imported()
        let whole = try unlabelled.copy()
        let began = ContinuousClock.now
        #expect(try MarketEchoBinary.run(["label-events", "--database", whole.path, "--quiet"]) == 0)
        let duration = began.duration(to: .now) / .microseconds(1)
        let expected = try TableDump.labels(of: try whole.store())
        #expect((expected["event_outcomes"]?.count ?? 0) > 5000)

        var random = RandomStream(seed: 50, stream: 1)
        var interrupted = 0
        for round in 0..<Self.kills {
            let database = try unlabelled.copy()
            let process = try MarketEchoBinary.start(["label-events", "--database", database.path, "--quiet"])
            usleep(UInt32(random.uniform() * duration))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { interrupted += 1 }
            let code = try MarketEchoBinary.run(["label-events", "--database", database.path, "--quiet"])
            #expect([0, 3].contains(code), "round \(round)")
            let store = try database.store()
            #expect(try TableDump.labels(of: store) == expected, "round \(round)")
            let open = try store.read { try $0.count("SELECT count(*) FROM runs WHERE status = 'running'") }
            #expect(open == 0, "round \(round): a run of a dead process stays open")
            try database.remove()
        }
        #expect(interrupted > Self.kills / 2, "most runs were cut, or the test shows nothing")
    }

    @Test
    func `an import of prices survives SIGKILL`() throws {
        let whole = try Self.imported()
        let expected = try Self.prices(of: whole)
        var random = RandomStream(seed: 51, stream: 1)
        for round in 0..<10 {
            let database = try TemporaryDatabase()
            let arguments = [
                "import", "prices", whole.file("prices"), "--database", database.path, "--quiet",
            ]
            let process = try MarketEchoBinary.start(arguments)
            usleep(UInt32(random.uniform() * 600_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect([0, 3].contains(try MarketEchoBinary.run(arguments)), "round \(round)")
            #expect(try Self.prices(of: database) == expected, "round \(round)")
            try database.remove()
        }
    }

    private static func prices(of database: TemporaryDatabase) throws -> [String: [String]] {
        try TableDump.dump(
            ["prices", "price_breaks", "price_series"],
            omitting: ["fetched_at"],
            of: try database.store()
        )
    }
}
