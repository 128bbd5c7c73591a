import EngineTestSupport
import Events
import Market
import Models
import Scores
import Storage
import Synchronization

/// What the reading side needs beside events: base scores, and models that predictions can name.
extension Stored {
    static let rules = "2026.1+0123456789abcdef"

    /// A base score with its sum in two terms.
    static func baseScore(
        _ eventID: String,
        _ score: Double = 60,
        direction: RuleDirection = .uncertain
    ) -> StoredBaseScore {
        StoredBaseScore(
            eventID: eventID,
            score: score,
            direction: direction.rawValue,
            directionConfidence: 0.5,
            rulesVersion: rules,
            breakdown: """
                {"factors":[{"factor":"event_type:sec_8k","group":"event_type","points":65,"why":"w"},\
                {"factor":"item:2.02","group":"items","points":\(score - 65),"why":"w"}],"notes":["n"]}
                """
        )
    }

    /// Keys of the two models that `addModels` stores.
    static let models = ["market-echo-earnings-1d@1.0.0", "market-echo-earnings-1d@1.1.0"]
}

extension Store {
    /// Stores two models.
    func addModels() throws {
        try write { connection in
            for minor in [0, 1] {
                try ModelStore(connection).insert(
                    try Records.record(minor: minor, at: Stored.at(1)),
                    artefact: [1, 2, 3],
                    now: Stored.at(1)
                )
            }
        }
    }

    /// Stores base scores.
    func add(_ scores: [StoredBaseScore]) throws {
        try write { _ = try BaseScoreStore($0).upsert(scores, now: Stored.at(20)) }
    }

    /// Appends predictions.
    @discardableResult
    func append(_ rows: PredictionRow...) throws -> AppendedPredictions {
        try write { try PredictionStore($0).appendAndStand(rows) }
    }
}

/// Keeps the statements that a store runs.
final class StatementLog: Sendable {
    private let statements = Mutex<[String]>([])

    func note(_ statement: String) { statements.withLock { $0.append(statement) } }

    /// The queries since the last call.
    func take() -> [String] {
        statements.withLock { statements in
            defer { statements = [] }
            return statements.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") }
        }
    }
}
