public import Events
public import Market

/// What the price did after one event over one horizon: a label.
///
/// Returns are fractions (0.01 is one percent). Session numbers index the exchange calendar.
public struct Outcome: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// The event's symbol.
    public var ticker: String
    /// The event's type; its family follows from it.
    public var type: EventType
    /// How many sessions the outcome spans, the reaction session counted as 1.
    public var horizon: Horizon
    /// The symbol of the benchmark.
    public var benchmark: String
    /// The session whose adjusted close is the base.
    public var baseSession: Int
    /// The session whose adjusted close is the outcome.
    public var outcomeSession: Int
    /// The stock's return from base to outcome, a fraction.
    public var stockReturn: Double
    /// The benchmark's return over the same two sessions, a fraction.
    public var benchmarkReturn: Double
    /// Stock return minus benchmark return, a fraction.
    public var abnormalReturn: Double
    /// +1, 0 or -1: sign of the abnormal return outside the neutral band.
    public var direction: Int
    /// Mid-rank percentile 0...100 of the move among the stock's own moves; nil without enough history.
    public var realizedImpact: Double?
    /// Hash of all closes that the label was computed from.
    public var priceVintage: UInt64

    /// Creates an outcome from its fields.
    public init(
        eventID: String,
        ticker: String,
        type: EventType,
        horizon: Horizon,
        benchmark: String,
        baseSession: Int,
        outcomeSession: Int,
        stockReturn: Double,
        benchmarkReturn: Double,
        abnormalReturn: Double,
        direction: Int,
        realizedImpact: Double?,
        priceVintage: UInt64
    ) {
        self.eventID = eventID
        self.ticker = ticker
        self.type = type
        self.horizon = horizon
        self.benchmark = benchmark
        self.baseSession = baseSession
        self.outcomeSession = outcomeSession
        self.stockReturn = stockReturn
        self.benchmarkReturn = benchmarkReturn
        self.abnormalReturn = abnormalReturn
        self.direction = direction
        self.realizedImpact = realizedImpact
        self.priceVintage = priceVintage
    }

    /// The session in which the market could first react.
    public var reactionSession: Int { baseSession + 1 }

    /// Size of the abnormal return without its sign, a fraction.
    public var magnitude: Double { abs(abnormalReturn) }
}
