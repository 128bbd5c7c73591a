import EngineTestSupport
import Market
import Storage
import Testing

@Suite
struct BaseScoreStoreTests {
    private static func score(_ id: String, _ value: Double, breakdown: String = "{}") -> StoredBaseScore {
        StoredBaseScore(
            eventID: id,
            score: value,
            direction: "neutral",
            directionConfidence: 0.5,
            rulesVersion: "rules-1",
            breakdown: breakdown
        )
    }

    @Test
    func `only scores that changed are written, with the time of the change`() throws {
        let store = try TemporaryDatabase().store(with: [Stored.event("a"), Stored.event("b")])
        let scores = [Self.score("a", 61.25), Self.score("b", 0)]
        func upsert(_ scores: [StoredBaseScore], day: Int) throws -> Int {
            try store.write { try BaseScoreStore($0).upsert(scores, now: Stored.at(day)) }
        }
        #expect(try upsert(scores, day: 3) == 2)
        #expect(try upsert(scores.reversed(), day: 4) == 0)
        #expect(try upsert([Self.score("a", 61.25, breakdown: "{\"factors\":[]}")], day: 5) == 1)
        #expect(
            try store.read { try BaseScoreStore($0).all() }
                == ["a": Self.score("a", 61.25, breakdown: "{\"factors\":[]}"), "b": Self.score("b", 0)]
        )
        let times = try store.read { connection in
            try connection.map("SELECT scored_at FROM base_scores ORDER BY event_id") { $0.text(0) }
        }
        #expect(times == [Stored.at(5).iso8601, Stored.at(3).iso8601])
    }
}
