import EngineTestSupport
import Features
import Pipeline
import Storage

/// The trained world with every event scored and explained.
enum ScoredWorld {
    private static let template = Result { try made() }

    /// A copy of the scored database.
    static func copy() throws -> PreparedWorld {
        try PreparedWorld(world: TrainedWorld.world, database: template.get().copy())
    }

    private static func made() throws -> TemporaryDatabase {
        let (prepared, _) = try TrainedWorld.copy()
        _ = try ScoreJob(prepared.context()).run()
        try prepared.store.close()
        return prepared.database
    }

    /// The columns of this program.
    static let features = FeatureNames(version: FeatureSet.current.version, names: FeatureSet.current.names)
}
