public import Events
public import Market
public import Scores

/// What the log says about an event.
public enum StoredPrediction: Sendable, Equatable {
    /// Its current live predictions.
    case scored(ScoredEvent)
    /// The event is stored, and no live prediction of it.
    case notScored(eventID: String, ticker: String, type: EventType)
    /// The base score was computed anew after the predictions were made, so that its sum is not theirs.
    case outdated(OutdatedPrediction)
    /// No event has that key.
    case unknownEvent(String)

    /// The predictions; nil in all other cases.
    public var predictions: PredictionSet? {
        if case .scored(let event) = self { event.predictions } else { nil }
    }
}

/// The current live predictions of an event, built from the log.
public struct ScoredEvent: Sendable, Equatable {
    /// One prediction a horizon.
    public var predictions: PredictionSet
    /// How far the adjustment of each horizon is split into contributions.
    public var splits: [Horizon: ContributionSplit]

    /// Creates a value from its fields.
    public init(predictions: PredictionSet, splits: [Horizon: ContributionSplit]) {
        self.predictions = predictions
        self.splits = splits
    }
}

/// How far an adjustment is split into contributions.
///
/// Where a model was applied and its split cannot be shown, the prediction has one contribution, `Explanation.unsplit`, with the
/// whole adjustment, so that contributions always add up to it.
public enum ContributionSplit: Sendable, Equatable {
    /// One term a feature.
    case complete
    /// No model was applied: there is nothing to split.
    case notApplied
    /// The next scoring run will store it.
    case notStored
    /// It is stored for columns that this version of the program does not know by name.
    case otherFeatureSet(String)
}

/// Logged predictions whose base score is no longer the stored one.
///
/// The log says what was predicted; only the sum behind its base score is gone. The next scoring run appends new predictions.
public struct OutdatedPrediction: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// Its symbol.
    public var ticker: String
    /// Its type.
    public var type: EventType
    /// Base score of the logged predictions, by horizon, 0...100.
    public var loggedBaseScores: [Horizon: Double]
    /// The stored base score, 0...100; nil where there is none.
    public var storedBaseScore: Double?

    /// Creates a value from its fields.
    public init(
        eventID: String,
        ticker: String,
        type: EventType,
        loggedBaseScores: [Horizon: Double],
        storedBaseScore: Double? = nil
    ) {
        self.eventID = eventID
        self.ticker = ticker
        self.type = type
        self.loggedBaseScores = loggedBaseScores
        self.storedBaseScore = storedBaseScore
    }
}

/// The columns of a feature set, by which stored contributions get their names.
public struct FeatureNames: Sendable, Equatable {
    /// Version of the set.
    public var version: String
    /// Column names in declared order.
    public var names: [String]

    /// Names the columns of a version.
    public init(version: String, names: [String]) {
        self.version = version
        self.names = names
    }
}

/// A batch that is not read.
public enum PredictionBatchError: Error, Equatable, CustomStringConvertible {
    /// Too many keys.
    case tooMany(Int)

    /// Keys that a batch may have.
    public static let largestBatch = 500

    /// The error with what is accepted.
    public var description: String {
        switch self {
        case .tooMany(let count):
            "\(count) events are asked for at once; accepted are at most \(Self.largestBatch)"
        }
    }
}
