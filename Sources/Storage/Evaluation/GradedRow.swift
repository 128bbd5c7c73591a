public import Events
public import Market
public import Models

/// A stored prediction with the place of the label that grades it.
public struct GradedRow: Sendable, Equatable {
    /// Row of the label table.
    public var label: Int
    /// The model of the magnitude head.
    public var modelID: String
    /// Whether it was made out of sample in training or live.
    public var kind: SampleKind
    /// 0...100.
    public var baseScore: Double
    /// -20...20 points.
    public var adjustment: Double
    /// 0...100; nil without a magnitude head.
    public var predictedImpact: Double?
    /// Calibrated probability of a positive abnormal return; nil without a direction head.
    public var probabilityUp: Double?
    /// Typical size of the abnormal return, a fraction.
    public var predictedMove: Double?
    /// Lower end of the 80 % range, a fraction.
    public var intervalLower: Double?
    /// Upper end of the 80 % range, a fraction.
    public var intervalUpper: Double?
    /// Idiosyncratic volatility, a fraction per session.
    public var volatility: Double?
    /// Median impact of the event's item group in the training part; nil for live predictions.
    public var baselineImpact: Double?
    /// Share of positive abnormal returns in the training part; nil for live predictions.
    public var baselineProbability: Double?
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
