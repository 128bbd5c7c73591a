import Foundation

/// Hall's cubic transformation, which takes the first-order effect of skewness out of a t statistic.
///
/// With γ the skewness of the mean: g(t) = t + γt²/3 + γ²t³/27 + γ/6, which rises in t. Source: Hall, "On the
/// Removal of Skewness by Transformation" (1992).
enum SkewnessTransform {
    /// g(t).
    static func apply(_ t: Double, _ skewness: Double) -> Double {
        t + skewness * t * t / 3 + skewness * skewness * t * t * t / 27 + skewness / 6
    }

    /// The t with g(t) = value.
    static func invert(_ value: Double, _ skewness: Double) -> Double {
        let shifted = skewness * (value - skewness / 6)
        guard abs(skewness) > 1e-12 else { return value }
        return shifted > -0.5
            ? 3 * expm1(log1p(shifted) / 3) / skewness : 3 * (cbrt(1 + shifted) - 1) / skewness
    }
}
