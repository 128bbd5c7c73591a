import EngineTestSupport
import Market
import Models
import Storage
import Testing

@Suite
struct ExplanationStoreTests {
    private static func open() throws -> (Store, [UnexplainedPrediction]) {
        let store = try TemporaryDatabase().store(with: [Stored.event("a"), Stored.event("b")])
        try store.addModels()
        func applied(_ eventID: String, _ model: Int, _ horizon: Horizon) -> PredictionRow {
            Stored.prediction(eventID, horizon, modelID: Stored.models[model], adjustment: 6, reason: nil)
        }
        try store.append(applied("a", 0, .oneDay))
        // The first is replaced, one was not applied, one is no live prediction.
        try store.append(
            applied("a", 1, .oneDay),
            applied("b", 0, .oneDay),
            Stored.prediction("b", .fiveDay),
            Stored.prediction("b", .fiveDay, kind: .lockBox, modelID: Stored.models[0])
        )
        return (store, try store.read { try ExplanationStore($0).missing() })
    }

    private static func explanation(_ prediction: Int) -> StoredExplanation {
        StoredExplanation(
            predictionID: prediction,
            featureSetVersion: "fs1",
            bias: 51.5,
            contributions: [0.1, -0, .greatestFiniteMagnitude, -3.25, .leastNonzeroMagnitude]
        )
    }

    @Test
    func `what stands and was moved by a model waits for an explanation`() throws {
        let (_, waiting) = try Self.open()
        #expect(waiting.map(\.eventID) == ["a", "b"])
        #expect(waiting.map(\.modelID) == [Stored.models[1], Stored.models[0]])
        #expect(waiting.allSatisfy { $0.horizon == .oneDay && $0.featureHash == "h" })
    }

    @Test
    func `an explanation comes back bit for bit, and is written once`() throws {
        let (store, waiting) = try Self.open()
        let explanation = Self.explanation(waiting[0].predictionID)
        #expect(try store.write { try ExplanationStore($0).append([explanation]) } == 1)
        let stored = try store.read {
            try ExplanationStore($0).explanation(ofPrediction: waiting[0].predictionID)
        }
        #expect(stored == explanation)
        #expect(
            stored?.contributions.map(\.bitPattern) == explanation.contributions.map(\.bitPattern)
        )
        #expect(try store.write { try ExplanationStore($0).append([explanation]) } == 0)
        #expect(try store.read { try ExplanationStore($0).missing() } == [waiting[1]])
    }

    @Test
    func `bytes are little-endian, so that any program can read them`() throws {
        let (store, waiting) = try Self.open()
        var explanation = Self.explanation(waiting[0].predictionID)
        explanation.contributions = [1, -2]
        let one = explanation
        try store.write { _ = try ExplanationStore($0).append([one]) }
        let bytes = try store.read {
            try $0.first("SELECT hex(contributions) FROM prediction_explanations") { $0.text(0) }
        }
        #expect(bytes == "0000803F000000C0")
    }

    static let refused = [
        ("UPDATE prediction_explanations SET bias = 0", "never overwritten"),
        ("DELETE FROM prediction_explanations", "never deleted"),
        ("INSERT INTO prediction_explanations VALUES (999, 'fs1', 0, x'00000000')", "FOREIGN KEY"),
        (
            "INSERT INTO prediction_explanations SELECT max(prediction_id), 'fs1', 0, x'0000' FROM predictions",
            "CHECK"
        ),
        (
            "INSERT INTO prediction_explanations SELECT max(prediction_id), '', 0, x'' FROM predictions",
            "CHECK"
        ),
        ("INSERT INTO current_predictions VALUES ('c', '1d', 999)", "FOREIGN KEY"),
    ]

    @Test(arguments: refused)
    func `the database refuses what would spoil an explanation`(statement: String, reason: String) throws {
        let (store, waiting) = try Self.open()
        let explanation = Self.explanation(waiting[0].predictionID)
        try store.write { _ = try ExplanationStore($0).append([explanation]) }
        let error = #expect(throws: (any Error).self) { try store.write { _ = try $0.execute(statement) } }
        #expect("\(error.map { "\($0)" } ?? "")".contains(reason))
        #expect(try store.read { try ExplanationStore($0).count() } == 1)
    }
}
