/// The F distribution, for joint tests with few clusters.
public enum FDistribution {
    /// The probability of a value above x, for degrees of freedom above 0; NaN otherwise.
    public static func survival(_ x: Double, numerator: Double, denominator: Double) -> Double {
        guard numerator > 0, denominator > 0, !x.isNaN else { return .nan }
        if x <= 0 { return 1 }
        let scaled = numerator * x
        guard scaled.isFinite else { return 0 }
        let total = denominator + scaled
        return BetaDistribution.cdf(
            denominator / total,
            complement: scaled / total,
            a: denominator / 2,
            b: numerator / 2
        )
    }
}
