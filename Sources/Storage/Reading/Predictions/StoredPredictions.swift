import Events
import Market
import Models
import Scores
import Synchronization

/// Reads predictions as the log has them, with breakdown, explanation and provenance.
///
/// Kept for the life of a program: what never changes, such as the identity of a model, is remembered. May be used from any
/// thread.
public final class StoredPredictions: Sendable {
    private let store: Store
    private let features: FeatureNames
    private let models = Mutex<[String: KnownModel]>([:])
    private let labelled = Mutex<LabelledCounts?>(nil)

    /// Works on a database.
    ///
    /// - Parameters:
    ///   - store: the database.
    ///   - features: the feature set of this program, whose explanations can be named.
    public init(store: Store, features: FeatureNames) {
        self.store = store
        self.features = features
    }

    /// The current predictions of an event at all horizons.
    ///
    /// - Throws: `StorageError` or `ScoreError` where what is stored contradicts itself.
    public func prediction(eventID: String) throws -> StoredPrediction {
        // One statement reads all; what is read beside it never changes, or is counted again after each write.
        try store.readEach { connection in
            let rows = try LoggedPrediction.read(connection, eventID: eventID)
            return try assemble(rows, eventID: eventID, connection)
        }
    }

    /// The current predictions of many events, in the order of the keys, in a constant number of statements.
    ///
    /// - Throws: `PredictionBatchError` for too many keys; `StorageError` or `ScoreError` where what is stored contradicts itself.
    public func predictions(eventIDs: [String]) throws -> [StoredPrediction] {
        guard eventIDs.count <= PredictionBatchError.largestBatch else {
            throw PredictionBatchError.tooMany(eventIDs.count)
        }
        return try store.read { connection in
            let rows = try LoggedPrediction.read(connection, eventIDs: eventIDs)
            return try eventIDs.map { try assemble(rows[$0] ?? [], eventID: $0, connection) }
        }
    }

    // MARK: Assembly

    /// Builds the predictions of one event from its rows, one a horizon, or one without a horizon.
    private func assemble(
        _ rows: [LoggedPrediction],
        eventID: String,
        _ connection: SQLConnection
    ) throws -> StoredPrediction {
        guard let first = rows.first else { return .unknownEvent(eventID) }
        let event = first.event
        let logged = rows.compactMap(\.line)
        guard !logged.isEmpty else {
            return .notScored(eventID: event.eventID, ticker: event.ticker, type: event.type)
        }
        // The tolerance of `Prediction`.
        guard let base = try first.base?.parsed(),
            logged.allSatisfy({ abs($0.baseScore - base.breakdown.sum) <= 1e-6 })
        else {
            let scores = logged.map { ($0.horizon, $0.baseScore) }
            return .outdated(
                OutdatedPrediction(
                    eventID: event.eventID,
                    ticker: event.ticker,
                    type: event.type,
                    loggedBaseScores: Dictionary(scores) { $1 },
                    storedBaseScore: first.base?.score
                )
            )
        }
        var predictions: [Prediction] = []
        var splits: [Horizon: ContributionSplit] = [:]
        for line in logged {
            let (prediction, split) = try prediction(line, event: event, base: base, connection)
            predictions.append(prediction)
            splits[line.horizon] = split
        }
        return .scored(ScoredEvent(predictions: try PredictionSet(predictions), splits: splits))
    }

    private func prediction(
        _ line: LoggedPrediction.Line,
        event: LoggedPrediction.Event,
        base: LoggedPrediction.ParsedBase,
        _ connection: SQLConnection
    ) throws -> (Prediction, ContributionSplit) {
        let score = try line.score()
        let magnitude = try line.modelID.map { try model($0, connection) }
        let direction = try line.directionModelID.map { try model($0, connection) }
        let (contributions, split) = try contributions(
            line.explanation,
            score: score,
            factors: base.breakdown.factors
        )
        let prediction = try Prediction(
            eventID: event.eventID,
            ticker: event.ticker,
            eventType: event.type,
            horizon: line.horizon,
            kind: .live,
            score: score,
            baseBreakdown: base.breakdown.factors,
            rulesVersion: base.rulesVersion,
            model: (magnitude ?? direction)?.provenance,
            labelledEvents: try magnitude?.sampleCount
                ?? labelledEvents(family: event.type.family, line.horizon, connection),
            direction: try line.direction(rules: base.direction),
            predictedMove: try line.predictedMove.map { try Percent(Fraction($0)) },
            interval80: try line.interval(),
            contributions: contributions,
            featureHash: line.featureHash,
            predictedAt: line.madeAt,
            dataAsOf: line.dataAsOf
        )
        return (prediction, split)
    }

    private func contributions(
        _ explanation: LoggedPrediction.StoredTerms?,
        score: GuardrailedScore,
        factors: [ScoreFactor]
    ) throws -> ([Contribution], ContributionSplit) {
        guard score.isApplied else { return ([], .notApplied) }
        let whole = [
            Contribution(
                feature: Explanation.unsplit,
                group: Explanation.unsplit,
                points: score.adjustment.value
            )
        ]
        guard let explanation else { return (whole, .notStored) }
        guard explanation.featureSetVersion == features.version else {
            return (whole, .otherFeatureSet(explanation.featureSetVersion))
        }
        guard explanation.points.count == features.names.count else {
            throw StorageError.corrupt(
                table: "prediction_explanations",
                column: "contributions",
                value: "\(explanation.points.count) columns"
            )
        }
        let attribution = try ImpactAttribution(
            bias: explanation.bias,
            features: zip(features.names, explanation.points).map {
                FeatureContribution(feature: $0, group: $0, points: Double($1))
            }
        )
        let terms = try Explanation(baseFactors: factors, score: score, attribution: attribution)
        return (terms.contributions, .complete)
    }

    // MARK: What is remembered

    private struct KnownModel {
        let provenance: ModelProvenance
        let sampleCount: Int
    }

    private struct LabelledCounts {
        let token: ChangeToken
        let counts: [Cell: Int]
    }

    private func model(_ id: String, _ connection: SQLConnection) throws -> KnownModel {
        if let known = models.withLock({ $0[id] }) { return known }
        let sql = "SELECT name, family, version, samples FROM model_registry WHERE model_id = $1"
        let found = try connection.first(sql, [.text(id)]) { row in
            guard let scope = ModelScope(code: row.text(1)) else {
                throw StorageError.corrupt(table: "model_registry", column: "family", value: row.text(1))
            }
            return KnownModel(
                provenance: try ModelProvenance(
                    id: id,
                    name: row.text(0),
                    scope: scope,
                    version: row.text(2)
                ),
                sampleCount: row.integer(3)
            )
        }
        guard let found else {
            throw StorageError.corrupt(table: "predictions", column: "model_id", value: id)
        }
        models.withLock { $0[id] = found }
        return found
    }

    /// Labelled events of a family at a horizon; counted again when anything was written.
    private func labelledEvents(
        family: EventFamily,
        _ horizon: Horizon,
        _ connection: SQLConnection
    ) throws -> Int {
        let token = try store.changeToken()
        let cell = Cell(family: family, horizon: horizon)
        if let known = labelled.withLock({ $0 }), known.token == token { return known.counts[cell] ?? 0 }
        var counts: [Cell: Int] = [:]
        let sql = "SELECT family, horizon, count(*) FROM event_outcomes GROUP BY family, horizon"
        try connection.forEach(sql) { row in
            let cell = Cell(family: try row.value(0, as: EventFamily.self), horizon: try row.horizon(1))
            counts[cell] = row.integer(2)
        }
        let fresh = LabelledCounts(token: token, counts: counts)
        labelled.withLock { $0 = fresh }
        return counts[cell] ?? 0
    }
}
