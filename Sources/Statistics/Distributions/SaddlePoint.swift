import Foundation

/// Pieces of binomial, beta and gamma densities that keep full relative accuracy for large arguments.
///
/// Source: Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
enum SaddlePoint {
    static let logTwoPi = 1.837_877_066_409_345_6

    /// The error of Stirling's formula: log(x!) - log(sqrt(2 pi x) (x/e)^x), for x above 0.
    static func stirlingError(_ x: Double) -> Double {
        // Small arguments climb by the recurrence of the factorial to where the series is exact.
        var x = x
        var climbed = 0.0
        while x <= 15 {
            climbed += (x + 0.5) * log1p(1 / x) - 1
            x += 1
        }
        let square = x * x
        let inner = 1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360_360 / square) / square) / square
        return climbed + (1.0 / 12 - (1.0 / 360 - inner / square) / square) / x
    }

    /// The deviance x log(x / mean) + mean - x without cancellation when x is near its mean.
    static func deviance(_ x: Double, mean: Double) -> Double {
        guard abs(x - mean) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
        let ratio = (x - mean) / (x + mean)
        var sum = (x - mean) * ratio
        var term = 2 * x * ratio
        let square = ratio * ratio
        var index = 1.0
        while index < 1000 {
            term *= square
            let next = sum + term / (2 * index + 1)
            if next == sum { break }
            sum = next
            index += 1
        }
        return sum
    }

    /// The binomial term n! / (x! (n-x)!) p^x q^(n-x) for real 0 <= x <= n, with q = 1 - p given exactly.
    static func binomialTerm(_ x: Double, _ n: Double, p: Double, q: Double) -> Double {
        if p == 0 { return x == 0 ? 1 : 0 }
        if q == 0 { return x == n ? 1 : 0 }
        if x == 0 { return n == 0 ? 1 : exp(p < 0.1 ? n * log1p(-p) : n * log(q)) }
        if x == n { return exp(q < 0.1 ? n * log1p(-q) : n * log(p)) }
        let exponent =
            stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, mean: n * p)
            - deviance(n - x, mean: n * q)
        let spread = logTwoPi + log(x) + log1p(-x / n)
        return exp(exponent - 0.5 * spread)
    }

    /// The Poisson term mean^x exp(-mean) / x! for real x above 0.
    static func poissonTerm(_ x: Double, mean: Double) -> Double {
        exp(-stirlingError(x) - deviance(x, mean: mean)) / (2 * Double.pi * x).squareRoot()
    }
}
