public import Market

/// What prices did after the stored events of one kind.
///
/// Means are over labelled events only; returns are fractions unless a name says percent.
public struct KindHistory: Sendable, Equatable {
    /// The company; nil for all companies.
    public var ticker: String?
    /// The kind of the events.
    public var kind: EventKind
    /// The horizon of the outcomes.
    public var horizon: Horizon
    /// Labelled events.
    public var n: Int
    /// Companies among them.
    public var companies: Int
    /// Mean realized impact, points; nil where no event has one.
    public var meanImpact: Double?
    /// Median realized impact, points; nil where no event has one.
    public var medianImpact: Double?
    /// Share of events with an abnormal return above zero among those outside the neutral band, 0...1.
    public var shareUp: Double?
    /// Lower end of the 95 % interval of that share; nil where none was computed.
    public var shareUpLower: Double?
    /// Upper end of the 95 % interval of that share; nil where none was computed.
    public var shareUpUpper: Double?
    /// Mean size of the abnormal return without its sign, percent.
    public var meanAbsMovePercent: Double?
    /// Keys of the most recent of these events, newest first; need not be all of them.
    public var eventIDs: [String]

    /// Creates a history.
    public init(
        ticker: String?,
        kind: EventKind,
        horizon: Horizon,
        n: Int,
        companies: Int,
        meanImpact: Double?,
        medianImpact: Double?,
        shareUp: Double?,
        shareUpLower: Double? = nil,
        shareUpUpper: Double? = nil,
        meanAbsMovePercent: Double?,
        eventIDs: [String]
    ) {
        self.ticker = ticker
        self.kind = kind
        self.horizon = horizon
        self.n = n
        self.companies = companies
        self.meanImpact = meanImpact
        self.medianImpact = medianImpact
        self.shareUp = shareUp
        self.shareUpLower = shareUpLower
        self.shareUpUpper = shareUpUpper
        self.meanAbsMovePercent = meanAbsMovePercent
        self.eventIDs = eventIDs
    }

    /// Events below which nothing is concluded.
    public static let minimumEvents = 5
}
