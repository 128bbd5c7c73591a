import Foundation

/// The beta distribution with shapes a and b above 0; other shapes give NaN.
public enum BetaDistribution {
    /// The probability of a value up to x: the regularised incomplete beta function.
    public static func cdf(_ x: Double, a: Double, b: Double) -> Double {
        cdf(x, complement: 1 - x, a: a, b: b)
    }

    /// The probability of a value above x, accurate in the upper tail.
    public static func survival(_ x: Double, a: Double, b: Double) -> Double {
        cdf(1 - x, complement: x, a: b, b: a)
    }

    /// The x whose cdf is p; NaN for p outside 0...1.
    public static func quantile(_ p: Double, a: Double, b: Double) -> Double {
        guard p >= 0, p <= 1, a > 0, b > 0 else { return .nan }
        return solve(lower: p, upper: 1 - p, a: a, b: b)
    }

    /// The x with these probabilities below and above it, of which the smaller is the accurate one.
    ///
    /// Newton steps inside a shrinking bracket, so that it always ends.
    static func solve(lower: Double, upper: Double, a: Double, b: Double) -> Double {
        if lower <= 0 { return 0 }
        if upper <= 0 { return 1 }
        var low = 0.0
        var high = 1.0
        var x = a / (a + b)
        for _ in 0..<400 {
            let error = lower <= upper ? cdf(x, a: a, b: b) - lower : upper - survival(x, a: a, b: b)
            if error == 0 { return x }
            if error < 0 { low = x } else { high = x }
            // d cdf / dx = x^(a-1) (1-x)^(b-1) / B(a, b)
            let slope = a * b / (a + b) * SaddlePoint.binomialTerm(a, a + b, p: x, q: 1 - x) / (x * (1 - x))
            var next = x - error / slope
            if !(next > low && next < high) {
                next = low == 0 && high < 0.5 ? high / 16 : 0.5 * (low + high)
            }
            if abs(next - x) <= 0.5 * next.ulp { return next }
            x = next
        }
        return x
    }

    /// The incomplete beta function for x with 1 - x given exactly.
    static func cdf(_ x: Double, complement: Double, a: Double, b: Double) -> Double {
        guard a > 0, b > 0, !x.isNaN, a.isFinite, b.isFinite else { return .nan }
        if x <= 0 { return 0 }
        if complement <= 0 { return 1 }
        let front = a * b / (a + b) * SaddlePoint.binomialTerm(a, a + b, p: x, q: complement)
        if x > (a + 1) / (a + b + 2) {
            return 1 - front * fraction(complement, a: b, b: a) / b
        }
        return front * fraction(x, a: a, b: b) / a
    }

    /// The continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22).
    private static func fraction(_ x: Double, a: Double, b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var result = d
        @discardableResult
        func multiply(_ coefficient: Double) -> Double {
            d = 1 + coefficient * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = 1 + coefficient / c
            if abs(c) < tiny { c = tiny }
            result *= d * c
            return d * c
        }
        for step in 1...100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            multiply(even)
            if abs(multiply(odd) - 1) <= Double.ulpOfOne { break }
        }
        return result
    }
}
