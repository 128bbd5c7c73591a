public import Events
public import Market

/// A stored prediction beside the label that grades it.
public struct GradedRow: Sendable, Equatable {
    /// The prediction.
    public var prediction: PredictionRow
    /// The event's symbol.
    public var ticker: String
    /// The event's family.
    public var family: EventFamily
    /// Base session of the label, as a day.
    public var baseSession: TradingDay
    /// Outcome session of the label, as a day.
    public var outcomeSession: TradingDay
    /// Abnormal return, a fraction.
    public var abnormalReturn: Double
    /// +1, 0 or -1.
    public var direction: Int
    /// 0...100; nil without enough history.
    public var realizedImpact: Double?
    /// The rules' direction: `positive`, `negative`, `neutral` or `uncertain`; nil where none is stored.
    public var ruleDirection: String?
}

/// How many labels there are, of how many companies and days.
public struct LabelCountRow: Sendable, Equatable {
    /// The family; nil for all together.
    public var family: EventFamily?
    /// The horizon; nil for events labelled at any horizon.
    public var horizon: Horizon?
    /// Events.
    public var events: Int
    /// Companies.
    public var companies: Int
    /// Reaction days.
    public var days: Int
}
