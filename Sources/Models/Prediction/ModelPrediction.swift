/// What a model in use says about one event.
public struct ModelPrediction: Hashable, Sendable {
    /// Predicted median of realized impact, 0...100.
    public let predictedImpact: Double
    /// Calibrated probability of an abnormal return above zero; nil where the direction head learnt nothing.
    public let probabilityUp: Double?
    /// Typical size of the abnormal return, a fraction; nil where the volatility is unknown.
    public let predictedMove: Double?
    /// The range that holds the abnormal return with 80 % probability.
    public let interval80: ReturnRange?
    /// Share of columns whose value lies outside what training saw, 0...1.
    public let unfamiliarShare: Double
}

/// How each column moves the predicted impact of one event (TreeSHAP), in impact points.
///
/// `bias` plus all of `byColumn` is the predicted impact before it is kept inside 0...100.
public struct ImpactContributions: Hashable, Sendable {
    /// Column names in order.
    public let columns: [String]
    /// What the trees say about an average event.
    public let bias: Double
    /// Points that each column adds.
    public let byColumn: [Double]

    /// The sum of bias and all columns.
    public var total: Double { byColumn.reduce(bias, +) }
}
