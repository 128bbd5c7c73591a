import EngineTestSupport
import Events
import Market
import Models
import Pipeline
import Storage
import Testing

/// A synthetic world with a strong effect of earnings surprises, labelled, with models of three cells at one day.
///
/// The earnings model passes its gate with both heads, the global one with its magnitude head, and the family `fda` has
/// too few events for a model. The last company has no prices. Nothing is scored yet.
enum TrainedWorld {
    static let world = SyntheticWorld(
        .init(
            seed: 2,
            companies: 26,
            unpriced: 1,
            sessions: 1250,
            quietSessions: 150,
            surpriseEffect: 0.006,
            sessionsPerFiling: 150
        )
    )

    static let earnings = Cell(family: .earnings, horizon: .oneDay)
    static let global = Cell(family: nil, horizon: .oneDay)
    static let fda = Cell(family: .fda, horizon: .oneDay)
    static let options = TrainOptions(cells: [earnings, global, fda])

    private static let template = Result { try made() }

    /// A copy of the trained database, and what the training reported.
    static func copy() throws -> (prepared: PreparedWorld, report: TrainReport) {
        let (database, report) = try template.get()
        return (try PreparedWorld(world: world, database: database.copy()), report)
    }

    private static func made() throws -> (TemporaryDatabase, TrainReport) {
        let prepared = try PreparedWorld(world)
        try prepared.label()
        let report = try TrainJob(prepared.context()).run(options, arguments: "--test")
        try prepared.store.close()
        return (prepared.database, report)
    }
}

extension PreparedWorld {
    init(world: SyntheticWorld, database: TemporaryDatabase) throws {
        self.world = world
        self.database = database
        store = try database.store()
    }

    /// The records of the registry.
    func models() throws -> [ModelRecord] { try store.read { try ModelStore($0).records() } }

    /// The predictions log.
    func predictions(_ kinds: [SampleKind] = SampleKind.allCases) throws -> [PredictionRow] {
        try store.read { try PredictionStore($0).rows(kinds: kinds) }
    }

    /// What depends on nothing but the data: models, artefacts and predictions, without times and numbers of writing.
    func learned() throws -> [String: [String]] {
        try TableDump.dump(
            ["model_registry", "model_artefacts", "predictions", "gate_decisions"],
            omitting: ["created_at", "made_at", "data_as_of", "prediction_id", "decision_id", "decided_at"],
            of: store
        ).mapValues { $0.sorted() }
    }
}
