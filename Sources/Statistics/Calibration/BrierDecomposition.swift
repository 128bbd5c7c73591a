/// The Brier score split into miscalibration - discrimination + uncertainty, without a choice of bins.
///
/// Forecasts are recalibrated by isotonic regression; miscalibration is what that gains, discrimination what
/// remains better than always forecasting the base rate. Source: Dimitriadis, Gneiting and Jordan, "Stable
/// Reliability Diagrams for Probabilistic Classifiers" (2021), the CORP approach.
public struct BrierDecomposition: Sendable, Equatable, Codable {
    /// A stretch of forecasts that share one recalibrated value: a piece of the reliability curve.
    public struct Segment: Sendable, Equatable, Codable {
        /// Smallest forecast of the stretch.
        public let predictedLower: Double
        /// Largest forecast of the stretch.
        public let predictedUpper: Double
        /// Share of true outcomes in the stretch.
        public let recalibrated: Double
        /// Number of forecasts.
        public let n: Int

        /// Creates a segment from its parts.
        public init(predictedLower: Double, predictedUpper: Double, recalibrated: Double, n: Int) {
            self.predictedLower = predictedLower
            self.predictedUpper = predictedUpper
            self.recalibrated = recalibrated
            self.n = n
        }
    }

    /// The Brier score of the forecasts.
    public let brier: Double
    /// What recalibration would gain, 0 or more.
    public let miscalibration: Double
    /// How much better the recalibrated forecasts are than the base rate, 0 or more.
    public let discrimination: Double
    /// The Brier score of always forecasting the base rate.
    public let uncertainty: Double
    /// The reliability curve, in ascending order.
    public let curve: [Segment]

    /// Decomposes the score; nil without rows.
    ///
    /// Throws for lengths that differ and values outside 0...1.
    public static func corp(
        _ probabilities: [Double],
        outcomes: [Bool]
    ) throws(StatisticsError) -> BrierDecomposition? {
        guard let brier = try ProbabilityScore.brier(probabilities, outcomes: outcomes) else { return nil }
        let blocks = try PooledBlock.pool(
            x: probabilities,
            y: outcomes.map { $0 ? 1 : 0 },
            weights: nil
        )
        let n = Double(probabilities.count)
        let base = blocks.reduce(0) { $0 + $1.sum } / n
        // Within a block the score of the share s is n s (1 - s).
        let recalibrated = blocks.reduce(0) { $0 + $1.weight * $1.value * (1 - $1.value) } / n
        let uncertainty = base * (1 - base)
        return BrierDecomposition(
            brier: brier,
            miscalibration: max(0, brier - recalibrated),
            discrimination: max(0, uncertainty - recalibrated),
            uncertainty: uncertainty,
            curve: blocks.map {
                Segment(
                    predictedLower: $0.lowX,
                    predictedUpper: $0.highX,
                    recalibrated: $0.value,
                    n: $0.rows
                )
            }
        )
    }
}
