/// Student's t distribution with degrees of freedom above 0; others give NaN.
public enum StudentTDistribution {
    /// The probability of a value up to t.
    public static func cdf(_ t: Double, degreesOfFreedom: Double) -> Double {
        survival(-t, degreesOfFreedom: degreesOfFreedom)
    }

    /// The probability of a value above t, accurate in the upper tail.
    public static func survival(_ t: Double, degreesOfFreedom: Double) -> Double {
        guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
        if t.isInfinite { return t > 0 ? 0 : 1 }
        let square = t * t
        let total = degreesOfFreedom + square
        guard total.isFinite else { return t > 0 ? 0 : 1 }
        let tail =
            0.5
            * BetaDistribution.cdf(
                degreesOfFreedom / total,
                complement: square / total,
                a: degreesOfFreedom / 2,
                b: 0.5
            )
        return t >= 0 ? tail : 1 - tail
    }

    /// The t whose cdf is p; NaN for p outside 0...1.
    public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
        guard p >= 0, p <= 1, degreesOfFreedom > 0 else { return .nan }
        if p == 0.5 { return 0 }
        if p == 0 { return -.infinity }
        if p == 1 { return .infinity }
        if p > 0.5 { return -lowerQuantile(1 - p, degreesOfFreedom) }
        return lowerQuantile(p, degreesOfFreedom)
    }

    private static func lowerQuantile(_ p: Double, _ degrees: Double) -> Double {
        // t^2 / (f + t^2) has a beta distribution with shapes 1/2 and f/2; solve for whichever part is small.
        let large = BetaDistribution.solve(lower: 1 - 2 * p, upper: 2 * p, a: 0.5, b: degrees / 2)
        if large < 0.5 { return -(degrees * large / (1 - large)).squareRoot() }
        let small = BetaDistribution.solve(lower: 2 * p, upper: 1 - 2 * p, a: degrees / 2, b: 0.5)
        return -(degrees * (1 - small) / small).squareRoot()
    }
}
