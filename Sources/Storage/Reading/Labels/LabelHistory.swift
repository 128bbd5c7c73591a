public import Market
public import Outcomes

/// The labels of one event with where they came from and what they replaced.
public struct LabelHistory: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// The instant whose knowledge is shown; nil for what is stored now.
    public var asOf: UTCInstant?
    /// One entry a horizon, shortest first.
    public var horizons: [HorizonLabels]

    /// Creates a value from its fields.
    public init(eventID: String, asOf: UTCInstant? = nil, horizons: [HorizonLabels]) {
        self.eventID = eventID
        self.asOf = asOf
        self.horizons = horizons
    }
}

/// The label of one event at one horizon, and its former values.
public struct HorizonLabels: Sendable, Equatable {
    /// What was known.
    public enum State: Sendable, Equatable {
        /// There was a label.
        case labelled(LabelRecord)
        /// An attempt gave none.
        case skipped(SkipReason, recordedAt: UTCInstant)
        /// Nothing was recorded: no attempt was made by then, or only a label or reason written later is still known.
        case nothingRecorded
    }

    /// The horizon.
    public var horizon: Horizon
    /// What was known at the instant asked about, or is known now.
    public var state: State
    /// Former labels that had been replaced by then, oldest first.
    public var revisions: [LabelRecord]

    /// Creates a value from its fields.
    public init(horizon: Horizon, state: State, revisions: [LabelRecord]) {
        self.horizon = horizon
        self.state = state
        self.revisions = revisions
    }

    /// The label; nil where there was none.
    public var label: LabelRecord? {
        if case .labelled(let label) = state { label } else { nil }
    }
}

/// A label as it is or was stored.
public struct LabelRecord: Sendable, Equatable {
    /// Stock return minus benchmark return, a fraction.
    public var abnormalReturn: Double
    /// The stock's return, a fraction.
    public var stockReturn: Double
    /// The benchmark's return, a fraction.
    public var benchmarkReturn: Double
    /// +1, 0 or -1.
    public var direction: Int
    /// Size of the abnormal return, a fraction.
    public var magnitude: Double
    /// 0...100; nil without enough history.
    public var realizedImpact: Double?
    /// The session whose close is the base, as a day.
    public var baseSession: TradingDay
    /// The session whose close is the outcome, as a day.
    public var outcomeSession: TradingDay
    /// Symbol of the benchmark.
    public var benchmark: String
    /// Hash of all closes that it was computed from, 16 hexadecimal digits.
    public var priceVintage: String
    /// Version of the rules that made it.
    public var labelVersion: String
    /// Version of the latest model trained on it, whenever that was; nil until one was.
    public var trainedVersion: String?
    /// When it was written.
    public var recordedAt: UTCInstant
    /// When it ceased to be current; nil while it is, or was at the instant asked about.
    public var supersededAt: UTCInstant?

    /// Creates a value from its fields.
    public init(
        abnormalReturn: Double,
        stockReturn: Double,
        benchmarkReturn: Double,
        direction: Int,
        magnitude: Double,
        realizedImpact: Double? = nil,
        baseSession: TradingDay,
        outcomeSession: TradingDay,
        benchmark: String,
        priceVintage: String,
        labelVersion: String,
        trainedVersion: String? = nil,
        recordedAt: UTCInstant,
        supersededAt: UTCInstant? = nil
    ) {
        self.abnormalReturn = abnormalReturn
        self.stockReturn = stockReturn
        self.benchmarkReturn = benchmarkReturn
        self.direction = direction
        self.magnitude = magnitude
        self.realizedImpact = realizedImpact
        self.baseSession = baseSession
        self.outcomeSession = outcomeSession
        self.benchmark = benchmark
        self.priceVintage = priceVintage
        self.labelVersion = labelVersion
        self.trainedVersion = trainedVersion
        self.recordedAt = recordedAt
        self.supersededAt = supersededAt
    }
}
