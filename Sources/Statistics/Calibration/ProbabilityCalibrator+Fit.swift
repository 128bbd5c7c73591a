extension ProbabilityCalibrator {
    /// Fits the method that the number of rows allows: isotonic from `isotonicFrom` rows, else the fallback.
    ///
    /// With one outcome class, or no rows, nothing can be learnt and the result is the identity. Where
    /// probabilities do not vary, or rank the outcomes the wrong way round, the logistic methods give the
    /// base rate for every input. Isotonic values are kept within 1/(n + 2) and 1 - 1/(n + 2), since a block
    /// of equal outcomes is no certainty. Throws for lengths that differ, values outside 0...1, negative
    /// weights and an `isotonicFrom` below 1.
    public static func fit(
        _ probabilities: [Double],
        outcomes: [Bool],
        weights: [Double]? = nil,
        isotonicFrom: Int = 1_000,
        fallback: Fallback = .platt
    ) throws(StatisticsError) -> ProbabilityCalibrator {
        try ProbabilityScore.check(probabilities, outcomes)
        try Check.atLeast(1, isotonicFrom, "isotonicFrom")
        let sample = try LogisticSample(outcomes: outcomes, weights: weights, smoothsTargets: true)
        guard let sample else { return .identity }
        if probabilities.count >= isotonicFrom {
            return try isotonic(probabilities, outcomes, weights)
        }
        if fallback == .beta,
            let map = try BetaCalibration.fit(probabilities, outcomes: outcomes, weights: weights)
        {
            return .beta(map)
        }
        let curve = try PlattScaling.fit(
            scores: probabilities.map { LogOdds.of($0) },
            outcomes: outcomes,
            weights: weights
        )
        if let curve, curve.slope >= 0 { return .platt(curve) }
        return .platt(PlattScaling(slope: 0, intercept: LogOdds.of(sample.baseRate)))
    }

    private static func isotonic(
        _ probabilities: [Double],
        _ outcomes: [Bool],
        _ weights: [Double]?
    ) throws(StatisticsError) -> ProbabilityCalibrator {
        let fitted = try IsotonicRegression.fit(
            x: probabilities,
            y: outcomes.map { $0 ? 1 : 0 },
            weights: weights
        )
        guard let fitted else { return .identity }
        let margin = 1 / Double(probabilities.count + 2)
        let kept = fitted.y.map { min(max($0, margin), 1 - margin) }
        return .isotonic(IsotonicRegression(ascendingX: fitted.x, ascendingY: kept))
    }
}
