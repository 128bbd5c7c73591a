import EngineTestSupport
import Events
import Foundation
import Market
import Models
import Pipeline
import Scores
import Storage
import Testing

/// Promotion, rollback and the question who was live.
@Suite
struct RegistryJobTests {
    /// The trained world with a second version of the earnings model that passed its gate too.
    private static func withChallenger() throws -> (PreparedWorld, first: String, second: String) {
        let (prepared, report) = try TrainedWorld.copy()
        let first = try #require(report.cells[0].modelID)
        let second = first.replacingOccurrences(of: "@1.0.0", with: "@1.1.0")
        try prepared.store.write { connection in
            try connection.execute(
                """
                INSERT INTO model_registry SELECT $1, name, family, horizon, '1.1.0', 'staging', sha256,
                    feature_set_version, label_version, training_cutoff, data_hash, seed, samples, companies, weight,
                    record, created_at FROM model_registry WHERE model_id = $2
                """,
                [.text(second), .text(first)]
            )
            try connection.execute(
                "INSERT INTO model_artefacts SELECT $1, artefact FROM model_artefacts WHERE model_id = $2",
                [.text(second), .text(first)]
            )
            try connection.execute(
                """
                INSERT INTO model_status_changes (model_id, to_status, reason, changed_at)
                VALUES ($1, 'staging', 'new data', $2)
                """,
                [.text(second), .instant(prepared.world.now)]
            )
        }
        return (prepared, first, second)
    }

    private static func registry(_ prepared: PreparedWorld, day: Int) -> RegistryJob {
        RegistryJob(prepared.context(at: prepared.world.now.advanced(bySeconds: Int64(day) * 86_400)))
    }

    private static func statuses(_ prepared: PreparedWorld) throws -> [ModelStatus] {
        try prepared.models().filter { $0.cell == TrainedWorld.earnings }.map(\.status)
    }

    @Test
    func `a promotion replaces the champion, a rollback restores it, and every step is on record`() throws {
        let (prepared, first, second) = try Self.withChallenger()
        #expect(try Self.statuses(prepared) == [.champion, .staging])
        try Self.registry(prepared, day: 2).promote(id: second, reason: "better on new data")
        #expect(try Self.statuses(prepared) == [.archived, .champion])
        try Self.registry(prepared, day: 4).rollback(cell: TrainedWorld.earnings, reason: "worse live")
        #expect(try Self.statuses(prepared) == [.champion, .archived])

        let today = NewYork.wallClock(of: prepared.world.now).day
        let job = Self.registry(prepared, day: 9)
        let live = try [-1, 1, 3, 6].map { day in
            try job.live(on: today.advanced(byDays: day)).first { $0.cell == TrainedWorld.earnings }?.id
        }
        #expect(live == [nil, first, second, first])
        let record = try #require(try prepared.models().first { $0.id == second })
        #expect(record.history.map(\.status) == [.staging, .champion, .archived])
        #expect(record.history.map(\.reason).contains("better on new data"))
        let runs = try prepared.store.read { try RunStore($0).recent(limit: 2) }
        #expect(runs.map(\.job) == ["rollback", "promote"])
        #expect(runs.allSatisfy { $0.status == .succeeded })
    }

    @Test
    func `scores follow the champion`() throws {
        let (prepared, first, second) = try Self.withChallenger()
        let event = try #require(prepared.world.events.first { $0.family == .earnings && $0.ticker == "CAB" })
        func model() throws -> String? {
            try ScoreJob(prepared.context()).predictions(eventID: event.eventID)
                .predictions.first?.model?.id
        }
        #expect(try model() == first)
        try Self.registry(prepared, day: 1).promote(id: second, reason: "better")
        #expect(try model() == second)
        try Self.registry(prepared, day: 2).rollback(cell: TrainedWorld.earnings, reason: "worse")
        #expect(try model() == first)
    }

    @Test
    func `what cannot be done is refused with its reason and changes nothing`() throws {
        let (prepared, first, _) = try Self.withChallenger()
        let before = try prepared.everythingButRuns()
        let job = Self.registry(prepared, day: 1)
        #expect(throws: RegistryError.unknownModel(id: "nobody")) {
            try job.promote(id: "nobody", reason: "")
        }
        #expect(throws: RegistryError.alreadyChampion(id: first)) { try job.promote(id: first, reason: "") }
        #expect(throws: RegistryError.noPreviousChampion(cell: TrainedWorld.earnings)) {
            try job.rollback(cell: TrainedWorld.earnings, reason: "")
        }
        #expect(throws: RegistryError.noChampion(cell: TrainedWorld.fda)) {
            try job.rollback(cell: TrainedWorld.fda, reason: "")
        }
        #expect(try prepared.everythingButRuns() == before)
        #expect(
            try prepared.store.read { try RunStore($0).recent(limit: 4) }.allSatisfy { $0.status == .failed }
        )
    }

    @Test
    func `a model whose gate refused it cannot be promoted`() throws {
        let world = SyntheticWorld(.init(seed: 8, companies: 12, sessions: 520, surpriseEffect: 0))
        let other = try PreparedWorld(world)
        try other.label()
        let report = try TrainJob(other.context()).run(TrainOptions(cells: [TrainedWorld.global]))
        let refused = try #require(report.cells.first?.modelID)
        #expect(report.cells.first?.promoted == false && report.cells.first?.weight == 0)
        #expect(throws: RegistryError.self) {
            try RegistryJob(other.context()).promote(id: refused, reason: "I want it")
        }
        #expect(try other.models().map(\.status) == [.staging])
    }
}
