import Events
import Features
public import Market
import Models
public import Scores
public import Storage

/// Scores events from one snapshot of the database, loaded once and asked as often as needed.
public struct Scorer {
    /// Events, base scores, labels and features of the snapshot.
    let world: EngineWorld
    private let models: LiveModels

    /// Loads everything that scores are computed from.
    ///
    /// - Throws: `LabelError.noBenchmark` without the benchmark's prices, `ModelError` for a damaged champion.
    public init(_ context: JobContext) throws {
        (world, models) = try context.store.read { connection in
            let world = try EngineWorld(connection, context: context)
            return (world, try LiveModels(connection, outcomes: world.outcomes))
        }
    }

    /// Keys of all events that can be scored, in the order of the stored events.
    public var eventIDs: [String] { world.history.events.map(\.event.eventID) }

    /// The predictions of one event at all horizons, with their explanations.
    ///
    /// - Throws: `ScoreJobError.unknownEvent` for a key that the snapshot does not hold.
    public func predictions(eventID: String, now: UTCInstant) throws -> PredictionSet {
        let made = try scores(of: [eventID], explained: true, now: now) { try $0.shown() }
        return try PredictionSet(made)
    }

    /// The lines of the predictions log of some events, in the order of the keys, horizons within.
    ///
    /// - Throws: `ScoreJobError.unknownEvent` for a key that the snapshot does not hold.
    public func rows(eventIDs: [String], now: UTCInstant) throws -> [PredictionRow] {
        try scores(of: eventIDs, explained: false, now: now) { $0.row }
    }

    /// Scores events at all horizons one after the other, so that no more than one score's parts are in memory.
    ///
    /// Horizons of an event are neighbours, since they share most features.
    private func scores<Result>(
        of eventIDs: [String],
        explained: Bool,
        now: UTCInstant,
        as transform: (LiveScore) throws -> Result
    ) throws -> [Result] {
        let positions = try eventIDs.map { eventID in
            guard let position = world.eventIndex[eventID] else { throw ScoreJobError.unknownEvent(eventID) }
            return position
        }
        let horizons = Horizon.allCases
        let features = try world.builder.rows(
            for: eventIDs.flatMap { eventID in
                horizons.map { FeatureRequest(eventID: eventID, horizon: $0) }
            }
        )
        var results: [Result] = []
        results.reserveCapacity(positions.count * horizons.count)
        for position in positions {
            for horizon in horizons {
                let row = results.count
                let score = try LiveScore(
                    event: world.history.events[position],
                    baseScore: world.baseScores[position],
                    horizon: horizon,
                    features: Array(features.matrix.row(row)),
                    featureHash: Hex.text(features.matrix.fingerprint(ofRow: row)),
                    volatility: features.contexts[row].idiosyncraticVolatility ?? .nan,
                    models: models,
                    explained: explained,
                    now: now
                )
                results.append(try transform(score))
            }
        }
        return results
    }
}
