import EngineTestSupport
import Events
import Market
import Models
import Storage
import Testing

@Suite
struct PredictionStoreTests {
    private static func open() throws -> Store {
        let store = try TemporaryDatabase().store(with: [Stored.event("a"), Stored.event("b")])
        try store.write { connection in
            for minor in [0, 1] {
                try ModelStore(connection).insert(
                    try Records.record(minor: minor, at: Stored.at(1)),
                    artefact: [1, 2, 3],
                    now: Stored.at(1)
                )
            }
        }
        return store
    }

    private static let models = ["market-echo-earnings-1d@1.0.0", "market-echo-earnings-1d@1.1.0"]

    private static func append(_ rows: [PredictionRow], to store: Store) throws -> Int {
        try store.write { try PredictionStore($0).append(rows) }
    }

    @Test
    func `a prediction comes back as it was, with every field and with none`() throws {
        let store = try Self.open()
        var full = Stored.prediction(
            "a",
            .oneDay,
            kind: .walkForward,
            modelID: Self.models[0],
            directionModelID: Self.models[1],
            adjustment: 6,
            reason: nil,
            probabilityUp: 0.55
        )
        full.predictedMove = 0.0123
        full.intervalLower = -0.04
        full.intervalUpper = 0.05
        full.volatility = 0.021
        full.baselineImpact = 52.5
        full.baselineProbability = 0.49
        full.fold = 3
        let bare = Stored.prediction("b")
        #expect(try Self.append([bare, full], to: store) == 2)
        #expect(try store.read { try PredictionStore($0).rows() } == [full, bare])
        #expect(try store.read { try PredictionStore($0).rows(kinds: [.live]) } == [bare])
        #expect(
            try store.read { try PredictionStore($0).rows(ofModel: Self.models[0], kinds: [.walkForward]) }
                == [full]
        )
    }

    @Test
    func `the same prediction is written once, however often it is made`() throws {
        let store = try Self.open()
        let rows = [Stored.prediction("a"), Stored.prediction("b")]
        #expect(try Self.append(rows, to: store) == 2)
        let before = try TableDump.lines("predictions", of: store)
        let later = rows.map { row in
            var row = row
            row.madeAt = Stored.at(15)
            return row
        }
        #expect(try Self.append(later, to: store) == 0)
        #expect(try TableDump.lines("predictions", of: store) == before)
    }

    /// What makes another prediction of the same event: each of these must be kept beside the first.
    @Test
    func `another model, other features or another base score give another row`() throws {
        let store = try Self.open()
        let variants = [
            Stored.prediction("a"),
            Stored.prediction("a", hash: "h2"),
            Stored.prediction("a", base: 61),
            Stored.prediction("a", modelID: Self.models[0], adjustment: 6, reason: nil),
            Stored.prediction("a", modelID: Self.models[1], adjustment: 6, reason: nil),
            Stored.prediction("a", directionModelID: Self.models[0], probabilityUp: 0.6),
            Stored.prediction("a", directionModelID: Self.models[1], probabilityUp: 0.4),
            Stored.prediction("a", kind: .lockBox),
            Stored.prediction("a", .oneDay),
        ]
        for (number, variant) in variants.enumerated() {
            #expect(try Self.append([variant], to: store) == 1, "variant \(number) was not kept")
        }
        #expect(try store.read { try PredictionStore($0).count() } == variants.count)
    }

    @Test
    func `the newest live prediction of each horizon is the current one`() throws {
        let store = try Self.open()
        _ = try Self.append([Stored.prediction("a", .oneDay), Stored.prediction("a", .fiveDay)], to: store)
        _ = try Self.append([Stored.prediction("a", .oneDay, hash: "h2", base: 70)], to: store)
        _ = try Self.append([Stored.prediction("a", .twentyDay, kind: .lockBox)], to: store)
        let latest = try store.read { try PredictionStore($0).latestLive(eventID: "a") }
        #expect(latest.mapValues(\.baseScore) == [.oneDay: 70, .fiveDay: 60])
    }
}
