/// How a prediction came to be made on an event that its model had not seen.
public enum SampleKind: String, CaseIterable, Codable, Comparable, Sendable {
    /// By a fold of the walk-forward.
    case walkForward = "walk_forward"
    /// By the model of everything before the lock-box.
    case lockBox = "lock_box"
    /// By a model in use, before the outcome.
    case live

    /// Kinds are ordered walk-forward, lock-box, live.
    public static func < (lhs: SampleKind, rhs: SampleKind) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .walkForward: 0
        case .lockBox: 1
        case .live: 2
        }
    }
}

/// What simpler rules say about the same event, from the same training part.
public struct EventBaselines: Codable, Hashable, Sendable {
    /// Score of the deterministic rules, 0...100.
    public let baseScore: Double
    /// Median realized impact of the event's item group in the training part, 0...100.
    public let itemGroupMedian: Double
    /// Share of events that went up in the training part, 0...1.
    public let upRate: Double
    /// Whether up was the majority there.
    public var majorityUp: Bool { upRate >= 0.5 }

    /// Creates baselines.
    public init(baseScore: Double, itemGroupMedian: Double, upRate: Double) {
        self.baseScore = baseScore
        self.itemGroupMedian = itemGroupMedian
        self.upRate = upRate
    }
}

/// A prediction by a model whose training part ended before the event.
public struct OutOfSamplePrediction: Hashable, Sendable {
    /// The event's key.
    public let eventID: String
    /// The slot of the model.
    public let cell: Cell
    /// How it came to be made.
    public let kind: SampleKind
    /// Number of the fold; the lock-box has the number behind the last block.
    public let fold: Int
    /// Predicted median of realized impact, 0...100.
    public let predictedImpact: Double
    /// Calibrated probability of an abnormal return above zero; nil where no direction head could be trained.
    public let probabilityUp: Double?
    /// Typical size of the abnormal return, a fraction; nil where the volatility is unknown.
    public let predictedMove: Double?
    /// The range that holds the abnormal return with 80 % probability; nil with too few earlier scores.
    public let interval80: ReturnRange?
    /// What simpler rules say about the same event.
    public let baselines: EventBaselines

    /// Creates a prediction from its fields.
    public init(
        eventID: String,
        cell: Cell,
        kind: SampleKind,
        fold: Int,
        predictedImpact: Double,
        probabilityUp: Double?,
        predictedMove: Double?,
        interval80: ReturnRange?,
        baselines: EventBaselines
    ) {
        self.eventID = eventID
        self.cell = cell
        self.kind = kind
        self.fold = fold
        self.predictedImpact = predictedImpact
        self.probabilityUp = probabilityUp
        self.predictedMove = predictedMove
        self.interval80 = interval80
        self.baselines = baselines
    }
}
