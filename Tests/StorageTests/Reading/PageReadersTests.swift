import EngineTestSupport
import Events
import Market
import Models
import Storage
import Testing

/// The small readers of single pages.
@Suite
struct PageReadersTests {
    @Test
    func `Events are counted by the precision of their time`() throws {
        var day = Stored.event("a")
        day.timePrecision = .day
        let store = try TemporaryDatabase().store(with: [day, Stored.event("b"), Stored.event("c")])
        let counts = try store.read { try PrecisionReader($0).counts() }
        #expect(counts.exact == 2)
        #expect(counts.dayOnly == 1)
        #expect(counts.events == 3)
    }

    @Test
    func `No event is no count`() throws {
        let store = try TemporaryDatabase().store()
        #expect(try store.read { try PrecisionReader($0).counts() }.events == 0)
    }

    @Test
    func `Out-of-sample predictions are those made in training, the newest of each model`() throws {
        let store = try TemporaryDatabase().store(with: [Stored.event("a"), Stored.event("b")])
        try store.addModels()
        let (first, second) = (Stored.models[0], Stored.models[1])
        try store.append(
            Stored.prediction("a", .oneDay, kind: .walkForward, modelID: first, hash: "1", reason: nil),
            Stored.prediction("a", .oneDay, kind: .lockBox, modelID: first, hash: "2", base: 50, reason: nil),
            Stored.prediction("a", .oneDay, kind: .walkForward, modelID: second, reason: nil),
            Stored.prediction("a", .oneDay, modelID: second, reason: nil),
            Stored.prediction("b", .fiveDay, kind: .walkForward, modelID: first, reason: nil)
        )
        let records = try store.read { try OutOfSampleReader($0).predictions(eventID: "a") }
        #expect(records.map(\.modelID) == [first, second])
        #expect(records.map(\.kind) == [.lockBox, .walkForward])
        #expect(records.map(\.baseScore) == [50, 60])
        #expect(records.allSatisfy { $0.horizon == .oneDay && $0.predictedImpact == 80 })
        #expect(try store.read { try OutOfSampleReader($0).predictions(eventID: "none") }.isEmpty)
    }
}
