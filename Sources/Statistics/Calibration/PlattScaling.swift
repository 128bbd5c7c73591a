/// A logistic curve from a score to a probability: 1 / (1 + exp(-(intercept + slope score))).
///
/// Source: Platt, "Probabilistic Outputs for Support Vector Machines" (1999); targets are smoothed as there,
/// so that separated classes give a finite curve.
public struct PlattScaling: Sendable, Equatable, Codable {
    /// Rise in log-odds for each unit of the score.
    public let slope: Double
    /// Log-odds at a score of 0.
    public let intercept: Double

    /// Creates a curve from its parameters.
    public init(slope: Double, intercept: Double) {
        self.slope = slope
        self.intercept = intercept
    }

    /// Fits the curve by maximum likelihood; nil unless both outcomes occurred and the scores vary.
    ///
    /// With smoothing, the targets are (P + 1)/(P + 2) and 1/(N + 2) for P true and N false outcomes (sums of
    /// weights where given). Without, nil as well when the scores separate the outcomes. Throws for lengths
    /// that differ, scores that are not finite and negative weights.
    public static func fit(
        scores: [Double],
        outcomes: [Bool],
        weights: [Double]? = nil,
        smoothsTargets: Bool = true
    ) throws(StatisticsError) -> PlattScaling? {
        try Check.sameLength(scores.count, "scores", outcomes.count, "outcomes")
        try Check.finite(scores, "scores")
        let sample = try LogisticSample(outcomes: outcomes, weights: weights, smoothsTargets: smoothsTargets)
        guard let sample, let columns = StandardColumns([scores], sample.weights),
            let fit = LogisticFit(columns: columns.columns, targets: sample.targets, weights: sample.weights)
        else { return nil }
        let (intercept, slopes) = columns.original(fit.coefficients)
        return PlattScaling(slope: slopes[0], intercept: intercept)
    }

    /// The probability at a score.
    public func callAsFunction(_ score: Double) -> Double {
        LogOdds.probability(intercept + slope * score)
    }
}
