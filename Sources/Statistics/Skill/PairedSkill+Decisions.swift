extension PairedSkill {
    /// The one-sided lower bound of the mean difference: above zero exactly when the p-value is below alpha.
    ///
    /// For one of several cells pass the level that Holm's procedure gives it. NaN for an alpha outside
    /// 0...1.
    public func lowerBound(alpha: Double = 0.05) -> Double {
        let t = -StudentTDistribution.quantile(alpha, degreesOfFreedom: degreesOfFreedom)
        return meanDifference - standardError * max(t, SkewnessTransform.invert(t, skewness))
    }

    /// The smallest true difference that events like these would reveal with the given power.
    ///
    /// It stands beside a claim of "not significant". NaN for an alpha or power outside 0...1.
    public func minimumDetectableDifference(alpha: Double = 0.05, power: Double = 0.8) -> Double {
        let t = -StudentTDistribution.quantile(alpha, degreesOfFreedom: degreesOfFreedom)
        return (max(t, SkewnessTransform.invert(t, skewness)) + NormalDistribution.quantile(power))
            * standardError
    }

    /// How many events in all would reveal the observed difference, were it true, with the given power.
    ///
    /// Taken from the error at the present number, which shrinks with its root; nil when the difference is
    /// not above zero, since no number of events would then do.
    public func eventsNeeded(alpha: Double = 0.05, power: Double = 0.8) -> Int? {
        let ratio = minimumDetectableDifference(alpha: alpha, power: power) / meanDifference
        guard meanDifference > 0, ratio.isFinite, ratio > 0 else { return nil }
        return Int(exactly: (Double(n) * ratio * ratio).rounded(.up))
    }
}
