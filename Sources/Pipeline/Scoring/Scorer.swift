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
        let made = try Horizon.allCases.flatMap { horizon in
            try scores(of: [eventID], horizon: horizon, explained: true, now: now)
        }
        return try PredictionSet(made.map { try $0.shown() })
    }

    /// The lines of the predictions log of some events at one horizon, in the order of the keys.
    ///
    /// - Throws: `ScoreJobError.unknownEvent` for a key that the snapshot does not hold.
    public func rows(eventIDs: [String], horizon: Horizon, now: UTCInstant) throws -> [PredictionRow] {
        try scores(of: eventIDs, horizon: horizon, explained: false, now: now).map(\.row)
    }

    private func scores(
        of eventIDs: [String],
        horizon: Horizon,
        explained: Bool,
        now: UTCInstant
    ) throws -> [LiveScore] {
        let events = try eventIDs.map { eventID in
            guard let event = world.event(eventID) else { throw ScoreJobError.unknownEvent(eventID) }
            return event
        }
        let features = try world.builder.rows(
            for: eventIDs.map { FeatureRequest(eventID: $0, horizon: horizon) }
        )
        return try events.enumerated().map { position, event in
            try LiveScore(
                event: event.input,
                baseScore: event.baseScore,
                horizon: horizon,
                features: Array(features.matrix.row(position)),
                featureHash: Hex.text(features.matrix.fingerprint(ofRow: position)),
                volatility: features.contexts[position].idiosyncraticVolatility ?? .nan,
                models: models,
                explained: explained,
                now: now
            )
        }
    }
}
