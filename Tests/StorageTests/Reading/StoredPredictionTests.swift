import EngineTestSupport
import Events
import Market
import Models
import Outcomes
import Scores
import Storage
import Testing

/// Predictions built from the log, and what is said where they cannot be.
@Suite
struct StoredPredictionTests {
    private static let features = FeatureNames(version: "fs1", names: ["volatility", "surprise"])

    private static func open() throws -> (Store, StoredPredictions) {
        let store = try TemporaryDatabase().store(
            with: ["a", "b", "c"].map { Stored.event($0, type: .earningsRelease) }
        )
        try store.addModels()
        try store.add([Stored.baseScore("a"), Stored.baseScore("b")])
        return (store, StoredPredictions(store: store, features: features))
    }

    /// An applied prediction: 0.3 times (80 - 60) points.
    private static func applied(_ eventID: String, _ horizon: Horizon = .oneDay) -> PredictionRow {
        Stored.prediction(eventID, horizon, modelID: Stored.models[0], adjustment: 6, reason: nil)
    }

    private static func explain(_ store: Store, version: String, _ points: [Float], bias: Double = 75) throws
    {
        try store.write { connection in
            let explanations = ExplanationStore(connection)
            let waiting = try explanations.missing()
            try explanations.append(
                waiting.map {
                    StoredExplanation(
                        predictionID: $0.predictionID,
                        featureSetVersion: version,
                        bias: bias,
                        contributions: points
                    )
                }
            )
        }
    }

    @Test
    func `an explained prediction has its model, its sum and its contributions`() throws {
        let (store, reader) = try Self.open()
        try store.append(Self.applied("a"), Stored.prediction("a", .fiveDay))
        try Self.explain(store, version: "fs1", [7, -2])
        guard case .scored(let event) = try reader.prediction(eventID: "a") else {
            Issue.record("not scored")
            return
        }
        #expect(event.splits == [.oneDay: .complete, .fiveDay: .notApplied])
        let prediction = try #require(event.predictions.predictions.first)
        #expect(prediction.model?.id == Stored.models[0] && prediction.model?.version == "1.0.0")
        #expect(prediction.labelledEvents == 200 && prediction.kind == .live)
        #expect(prediction.baseBreakdown.map(\.points) == [65, -5])
        #expect(prediction.rulesVersion.description == Stored.rules)
        let points = Dictionary(
            uniqueKeysWithValues: prediction.contributions.map { ($0.feature, $0.points) }
        )
        #expect(points.keys.sorted() == ["model_average", "surprise", "volatility"])
        #expect(abs((points["volatility"] ?? 0) - 2.1) < 1e-6)
        #expect(abs((points["surprise"] ?? 0) + 0.6) < 1e-6)
        #expect(abs(points.values.reduce(0, +) - 6) < 1e-9)
        #expect(prediction.direction == DirectionForecast(rules: .uncertain))
        #expect(prediction.predictedAt == Stored.at(9) && prediction.dataAsOf == Stored.at(1))
    }

    @Test
    func `without an explanation the whole adjustment is one term that says so`() throws {
        let (store, reader) = try Self.open()
        try store.append(Self.applied("a"))
        guard case .scored(let bare) = try reader.prediction(eventID: "a") else {
            Issue.record("not scored")
            return
        }
        #expect(bare.splits == [.oneDay: .notStored])
        #expect(
            bare.predictions.predictions.map(\.contributions)
                == [[Contribution(feature: Explanation.unsplit, group: Explanation.unsplit, points: 6)]]
        )
    }

    @Test
    func `an explanation of other columns is not given names`() throws {
        let (store, reader) = try Self.open()
        try store.append(Self.applied("a"))
        try Self.explain(store, version: "fs0", [1, 2, 3])
        guard case .scored(let event) = try reader.prediction(eventID: "a") else {
            Issue.record("not scored")
            return
        }
        #expect(event.splits == [.oneDay: .otherFeatureSet("fs0")])
        #expect(event.predictions.predictions.first?.contributions.map(\.feature) == [Explanation.unsplit])
    }

    @Test
    func `an explanation that contradicts its prediction is an error`() throws {
        let (store, reader) = try Self.open()
        try store.append(Self.applied("a"), Self.applied("b"))
        // 75 + 7 is not 80.
        try Self.explain(store, version: "fs1", [7, 0])
        #expect(throws: ScoreError.self) { try reader.prediction(eventID: "a") }
    }

    @Test
    func `an explanation with too few columns is an error`() throws {
        let (store, reader) = try Self.open()
        try store.append(Self.applied("a"))
        try Self.explain(store, version: "fs1", [5])
        #expect(throws: StorageError.self) { try reader.prediction(eventID: "a") }
    }

    @Test
    func `an event that was never scored is known, and another key is not`() throws {
        let (_, reader) = try Self.open()
        #expect(
            try reader.prediction(eventID: "b")
                == .notScored(eventID: "b", ticker: "AAA", type: .earningsRelease)
        )
        #expect(
            try reader.prediction(eventID: "c")
                == .notScored(eventID: "c", ticker: "AAA", type: .earningsRelease)
        )
        #expect(try reader.prediction(eventID: "' OR 1=1 --") == .unknownEvent("' OR 1=1 --"))
        #expect(try reader.prediction(eventID: "") == .unknownEvent(""))
    }

    @Test
    func `a base score computed anew leaves the logged predictions without their sum`() throws {
        let (store, reader) = try Self.open()
        try store.append(Self.applied("a"), Stored.prediction("a", .fiveDay))
        try store.add([Stored.baseScore("a", 61)])
        let outdated = OutdatedPrediction(
            eventID: "a",
            ticker: "AAA",
            type: .earningsRelease,
            loggedBaseScores: [.oneDay: 60, .fiveDay: 60],
            storedBaseScore: 61
        )
        #expect(try reader.prediction(eventID: "a") == .outdated(outdated))
        // Scored again, it is whole again.
        try store.append(
            Stored.prediction("a", .oneDay, base: 61),
            Stored.prediction("a", .fiveDay, base: 61)
        )
        #expect(
            try reader.prediction(eventID: "a").predictions?.predictions.map(\.score.base.value) == [61, 61]
        )
    }

    @Test
    func `a direction head alone names its model, and the family's labels are counted`() throws {
        let (store, reader) = try Self.open()
        try store.append(
            Stored.prediction(
                "a",
                .oneDay,
                directionModelID: Stored.models[1],
                reason: "gate_not_passed",
                probabilityUp: 0.7
            )
        )
        func prediction() throws -> Prediction? {
            try reader.prediction(eventID: "a").predictions?.predictions.first
        }
        #expect(try prediction()?.model?.id == Stored.models[1])
        #expect(try prediction()?.direction.probabilityUp?.value == 0.7)
        #expect(try prediction()?.labelledEvents == 0)
        var outcome = Stored.outcome("b", .oneDay)
        outcome.type = .earningsRelease
        let label = outcome
        try store.write { try OutcomeStore($0, calendar: .xnys).write([label], now: Stored.at(20)) }
        #expect(try prediction()?.labelledEvents == 1)
    }

    @Test
    func `a batch answers each key in its place, also twice`() throws {
        let (store, reader) = try Self.open()
        try store.append(Self.applied("a"))
        let keys = ["nobody", "a", "b", "a", "nobody"]
        let batch = try reader.predictions(eventIDs: keys)
        let single = try keys.map { try reader.prediction(eventID: $0) }
        #expect(batch == single)
        #expect(try reader.predictions(eventIDs: []).isEmpty)
    }

    @Test
    func `a batch of more than 500 keys is refused`() throws {
        let (_, reader) = try Self.open()
        let error = #expect(throws: PredictionBatchError.tooMany(501)) {
            try reader.predictions(eventIDs: Array(repeating: "a", count: 501))
        }
        #expect(error?.description.contains("at most 500") == true)
        #expect(try reader.predictions(eventIDs: Array(repeating: "a", count: 500)).count == 500)
    }
}
