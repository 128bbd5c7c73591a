import EngineTestSupport
import Events
import Market
import Models
import Outcomes
import Storage
import Testing

@Suite
struct ModelStoreTests {
    private static let artefact = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    private static func insert(_ record: ModelRecord, into store: Store, at day: Int) throws {
        try store.write { try ModelStore($0).insert(record, artefact: artefact, now: Stored.at(day)) }
    }

    private static func slot(_ store: Store) throws -> [ModelRecord] {
        try store.read { try ModelStore($0).records(of: Records.cell) }
    }

    @Test
    func `a model comes back as it was, with its artefact and its whole evaluation`() throws {
        let store = try TemporaryDatabase().store()
        let record = try Records.record(at: Stored.at(1))
        let global = try Records.record(
            cell: Cell(family: nil, horizon: .twentyDay),
            weight: 0,
            at: Stored.at(1)
        )
        try Self.insert(record, into: store, at: 1)
        try Self.insert(global, into: store, at: 1)
        #expect(try store.read { try ModelStore($0).records() } == [record, global])
        #expect(try Self.slot(store) == [record])
        #expect(try store.read { try ModelStore($0).artefact(of: record.id) } == Self.artefact)
        #expect(try store.read { try ModelStore($0).artefact(of: "nobody") } == nil)
    }

    @Test
    func `promotion and rollback keep one champion and the whole history`() throws {
        let store = try TemporaryDatabase().store()
        let first = try Records.record(minor: 0, at: Stored.at(1))
        let second = try Records.record(minor: 1, at: Stored.at(2))
        try Self.insert(first, into: store, at: 1)
        try Self.insert(second, into: store, at: 2)
        func change(_ body: ([ModelRecord]) throws -> [ModelRecord]) throws {
            try store.write { connection in
                let models = ModelStore(connection)
                try models.update(try body(try models.records(of: Records.cell)))
            }
        }
        try change { try ModelRegistry.promote(id: first.id, in: $0, reason: "first", at: Stored.at(3)) }
        try change { try ModelRegistry.promote(id: second.id, in: $0, reason: "better", at: Stored.at(5)) }
        try change {
            try ModelRegistry.rollback(cell: Records.cell, in: $0, reason: "worse", at: Stored.at(8))
        }
        let slot = try Self.slot(store)
        #expect(slot.map(\.status) == [.champion, .archived])
        #expect(slot[0].history.map(\.status) == [.staging, .champion, .archived, .champion])
        #expect(slot[1].history.map(\.status) == [.staging, .champion, .archived])
        let timeline = ModelTimeline(slot)
        let live = (2...9).map { timeline.live(cell: Records.cell, at: Stored.at($0))?.version.minor }
        #expect(live == [nil, 0, 0, 1, 1, 1, 0, 0])
        let steps = try store.read { connection in
            try connection.map("SELECT from_status, to_status FROM model_status_changes ORDER BY change_id") {
                "\($0.optionalText(0) ?? "-")>\($0.text(1))"
            }
        }
        #expect(
            steps == [
                "->staging", "->staging", "staging>champion", "champion>archived", "staging>champion",
                "champion>archived", "archived>champion",
            ]
        )
    }

    @Test
    func `changing a status twice by the same records writes it once`() throws {
        let store = try TemporaryDatabase().store()
        let first = try Records.record(at: Stored.at(1))
        try Self.insert(first, into: store, at: 1)
        let changed = try ModelRegistry.promote(id: first.id, in: [first], reason: "first", at: Stored.at(3))
        for _ in 0..<2 { try store.write { try ModelStore($0).update(changed) } }
        #expect(try Self.slot(store) == changed)
    }

    @Test
    func `a decision is kept with its head, for models and for cells that gave none`() throws {
        let store = try TemporaryDatabase().store()
        let record = try Records.record(at: Stored.at(1))
        try Self.insert(record, into: store, at: 1)
        try store.write { connection in
            let models = ModelStore(connection)
            let decision = record.evaluation.decision
            try models.append(decision.magnitude, cell: record.cell, modelID: record.id, now: Stored.at(1))
            try models.append(
                decision.direction,
                cell: Cell(family: .fda, horizon: .oneDay),
                modelID: nil,
                now: Stored.at(1)
            )
        }
        let rows = try store.read { connection in
            try connection.map(
                "SELECT family, head, passed, reason, model_id FROM gate_decisions ORDER BY decision_id"
            ) { "\($0.text(0)) \($0.text(1)) \($0.integer(2)) \($0.text(3)) \($0.optionalText(4) ?? "-")" }
        }
        #expect(rows.count == 2)
        #expect(rows[0].hasPrefix("earnings magnitude 1 saves 3.1 impact points"))
        #expect(rows[0].hasSuffix(record.id))
        #expect(rows[1] == "fda direction 0 no better than the base rate -")
    }

    @Test
    func `labels say which model was trained on them last`() throws {
        let store = try TemporaryDatabase().store(with: [Stored.event("a"), Stored.event("b")])
        try store.write { connection in
            try OutcomeStore(connection, calendar: Stored.calendar).write(
                [Stored.outcome("a", .oneDay), Stored.outcome("a", .fiveDay), Stored.outcome("b", .oneDay)],
                now: Stored.at(1)
            )
            let models = ModelStore(connection)
            try models.markTrained(eventIDs: ["b", "a"], horizon: .oneDay, version: "m@1.0.0")
            try models.markTrained(eventIDs: ["b"], horizon: .oneDay, version: "m@1.1.0")
        }
        let rows = try store.read { connection in
            try OutcomeStore(connection, calendar: Stored.calendar).outcomes()
        }
        #expect(
            Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0.trainedVersion) }) == [
                OutcomeKey(eventID: "a", horizon: .oneDay): "m@1.0.0",
                OutcomeKey(eventID: "a", horizon: .fiveDay): nil,
                OutcomeKey(eventID: "b", horizon: .oneDay): "m@1.1.0",
            ]
        )
    }
}
