/// The chi-square distribution with degrees of freedom above 0; others give NaN.
public enum ChiSquareDistribution {
    /// The probability of a value up to x.
    public static func cdf(_ x: Double, degreesOfFreedom: Double) -> Double {
        gamma(x / 2, shape: degreesOfFreedom / 2).lower
    }

    /// The probability of a value above x, accurate in the upper tail.
    public static func survival(_ x: Double, degreesOfFreedom: Double) -> Double {
        gamma(x / 2, shape: degreesOfFreedom / 2).upper
    }

    /// Both regularised incomplete gamma functions: a series below shape + 1, a continued fraction above
    /// (DLMF 8.7.1 and 8.9.2).
    private static func gamma(_ x: Double, shape: Double) -> (lower: Double, upper: Double) {
        guard shape > 0, shape.isFinite, !x.isNaN else { return (.nan, .nan) }
        if x <= 0 { return (0, 1) }
        if x.isInfinite { return (1, 0) }
        let front = SaddlePoint.poissonTerm(shape, mean: x)
        if x < shape + 1 {
            var term = 1.0
            var sum = 1.0
            var index = shape
            while term > sum * Double.ulpOfOne {
                index += 1
                term *= x / index
                sum += term
            }
            return (front * sum, 1 - front * sum)
        }
        let tiny = 1e-300
        var b = x + 1 - shape
        var c = 1 / tiny
        var d = 1 / b
        var result = d
        for step in 1...100_000 {
            let m = Double(step)
            let coefficient = -m * (m - shape)
            b += 2
            d = coefficient * d + b
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = b + coefficient / c
            if abs(c) < tiny { c = tiny }
            result *= d * c
            if abs(d * c - 1) <= Double.ulpOfOne { break }
        }
        let upper = front * shape * result
        return (1 - upper, upper)
    }
}
