import EngineTestSupport
import Market
import Models
import Storage
import Testing

/// Which of an event's logged predictions stands.
@Suite
struct CurrentPredictionTests {
    private static func open() throws -> Store {
        let store = try TemporaryDatabase().store(with: [Stored.event("a"), Stored.event("b")])
        try store.addModels()
        return store
    }

    private static func current(_ store: Store) throws -> [String] {
        try store.read { connection in
            try connection.map(
                """
                SELECT c.event_id || ' ' || c.horizon || ' ' || coalesce(p.model_id, 'rules') || ' ' || p.base_score
                FROM current_predictions c JOIN predictions p USING (prediction_id) ORDER BY 1
                """
            ) { $0.text(0) }
        }
    }

    private static func row(_ model: Int?, base: Double = 60) -> PredictionRow {
        guard let model else { return Stored.prediction("a", base: base) }
        return Stored.prediction("a", modelID: Stored.models[model], base: base, adjustment: 6, reason: nil)
    }

    @Test
    func `the newest stands, whatever training appends`() throws {
        let store = try Self.open()
        try store.append(Self.row(nil))
        try store.append(Self.row(0))
        try store.append(Stored.prediction("a", kind: .lockBox), Stored.prediction("a", kind: .walkForward))
        #expect(try Self.current(store) == ["a 5d \(Stored.models[0]) 60.0"])
    }

    @Test
    func `after a rollback the earlier model's prediction stands again, and the log has no new line`() throws
    {
        let store = try Self.open()
        try store.append(Self.row(0))
        try store.append(Self.row(1))
        #expect(try Self.current(store) == ["a 5d \(Stored.models[1]) 60.0"])
        #expect(try store.append(Self.row(0)) == AppendedPredictions(written: 0, restored: 1))
        #expect(try Self.current(store) == ["a 5d \(Stored.models[0]) 60.0"])
        let latest = try store.read { try PredictionStore($0).latestLive(eventID: "a") }
        #expect(latest == [.fiveDay: Self.row(0)])
        #expect(try store.read { try PredictionStore($0).count() } == 2)
    }

    @Test
    func `a base score that goes back brings its prediction back`() throws {
        let store = try Self.open()
        try store.append(Self.row(nil))
        try store.append(Self.row(nil, base: 70))
        #expect(try store.append(Self.row(nil)) == AppendedPredictions(written: 0, restored: 1))
        #expect(try Self.current(store) == ["a 5d rules 60.0"])
    }

    @Test
    func `what stands already is not written again`() throws {
        let store = try Self.open()
        try store.append(Self.row(0), Stored.prediction("b", .oneDay))
        let before = try TableDump.everything(of: store)
        let token = try store.changeToken()
        let again = try store.append(Self.row(0), Stored.prediction("b", .oneDay))
        #expect(again == AppendedPredictions(written: 0, restored: 0))
        #expect(try TableDump.everything(of: store) == before)
        #expect(try store.changeToken() == token)
    }

    /// A database of before the second migration.
    @Test
    func `an older database learns which predictions stand, and loses nothing`() throws {
        let database = try TemporaryDatabase()
        let store = try database.store(with: [Stored.event("a"), Stored.event("b")])
        try store.addModels()
        try store.append(
            Self.row(nil),
            Stored.prediction("b", .oneDay),
            Stored.prediction("a", kind: .lockBox)
        )
        try store.append(Self.row(1))
        let before = try TableDump.everything(of: store)
        let current = try Self.current(store)
        try store.write { connection in
            let added = try connection.map(
                """
                SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND (tbl_name IN
                    ('current_predictions', 'prediction_explanations', 'access_tokens') AND type = 'table'
                    OR name IN ('live_predictions_become_current', 'events_by_family', 'events_by_type',
                    'events_by_items', 'events_by_related_event', 'events_by_amended_event', 'base_scores_by_score',
                    'event_outcomes_by_session', 'prices_in_quarantine', 'live_probabilities')) ORDER BY type DESC
                """
            ) { "DROP \($0.text(0)) \($0.text(1))" }
            for statement in added { try connection.execute(statement) }
            try connection.execute("DELETE FROM grdb_migrations WHERE identifier LIKE '0002%'")
        }
        try store.close()
        let again = try database.store()
        #expect(try again.facts().schema.hasPrefix("0007"))
        #expect(try TableDump.everything(of: again) == before)
        #expect(try Self.current(again) == current && current.count == 2)
    }
}
