public import Events
public import Market

/// One labelled event as a model sees it: where its features are, what was known, and what the price then did.
///
/// Returns and volatility are fractions; session numbers index the exchange calendar.
public struct TrainingRow: Hashable, Sendable {
    /// The event's key.
    public var eventID: String
    /// The event's symbol; companies are counted and clustered by it.
    public var ticker: String
    /// The event's type; its family follows from it.
    public var type: EventType
    /// The group whose median impact is the strong baseline, for example `8-K 2.02`.
    public var itemGroup: String
    /// The filing group: an amendment carries its original's key.
    public var groupKey: String
    /// The instant from which the market could know the event.
    public var knownAt: UTCInstant
    /// The first session that could react.
    public var reactionSession: Int
    /// The session whose close ends the outcome window.
    public var outcomeSession: Int
    /// The score of the deterministic rules, 0...100.
    public var baseScore: Double
    /// The rules' direction: +1 positive, -1 negative, 0 neutral; nil where they are uncertain.
    public var ruleDirection: Int?
    /// The row of the feature matrix that belongs to the event.
    public var featureRow: Int
    /// Stock return minus benchmark return over the outcome window, a fraction.
    public var abnormalReturn: Double
    /// +1, 0 or -1: sign of the abnormal return outside the neutral band.
    public var direction: Int
    /// Mid-rank percentile of the move among the stock's own, 0...100; nil without enough history.
    public var realizedImpact: Double?
    /// The stock's idiosyncratic volatility before the event, a fraction per session; NaN where unknown.
    public var volatility: Double

    /// Creates a row from its fields.
    public init(
        eventID: String,
        ticker: String,
        type: EventType,
        itemGroup: String,
        groupKey: String,
        knownAt: UTCInstant,
        reactionSession: Int,
        outcomeSession: Int,
        baseScore: Double,
        ruleDirection: Int?,
        featureRow: Int,
        abnormalReturn: Double,
        direction: Int,
        realizedImpact: Double?,
        volatility: Double
    ) {
        self.eventID = eventID
        self.ticker = ticker
        self.type = type
        self.itemGroup = itemGroup
        self.groupKey = groupKey
        self.knownAt = knownAt
        self.reactionSession = reactionSession
        self.outcomeSession = outcomeSession
        self.baseScore = baseScore
        self.ruleDirection = ruleDirection
        self.featureRow = featureRow
        self.abnormalReturn = abnormalReturn
        self.direction = direction
        self.realizedImpact = realizedImpact
        self.volatility = volatility
    }

    /// The family of the event's type.
    public var family: EventFamily { type.family }

    /// The order of all training data: by the instant of knowledge, ties by the event's key.
    static func precedes(_ lhs: TrainingRow, _ rhs: TrainingRow) -> Bool {
        lhs.knownAt == rhs.knownAt ? lhs.eventID < rhs.eventID : lhs.knownAt < rhs.knownAt
    }
}
