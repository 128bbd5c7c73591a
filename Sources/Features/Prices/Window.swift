/// The rules that all windows of prices share.
enum Window {
    /// The elements of a window of `length` that ends with `last`, cut off at the first element.
    static func range(endingWith last: Int, length: Int, from first: Int = 0) -> Range<Int> {
        max(last - length + 1, first)..<last + 1
    }

    /// How many of a window's elements must be present: three quarters, rounded up.
    static func minimum(of length: Int) -> Int { (3 * length + 3) / 4 }

    /// A quotient; NaN where the divisor is not above zero.
    static func ratio(_ dividend: Double, _ divisor: Double) -> Double {
        divisor > 0 ? dividend / divisor : .nan
    }
}

/// Means and standard deviations of any window of a sequence in which NaN means missing.
struct RollingMoments: Sendable {
    private var sums: PrefixSums
    private var squares: PrefixSums
    private var counts: PrefixCounts

    init(_ values: [Double]) {
        sums = PrefixSums(capacity: values.count)
        squares = PrefixSums(capacity: values.count)
        counts = PrefixCounts(capacity: values.count)
        for value in values {
            let present = !value.isNaN
            sums.append(present ? value : 0)
            squares.append(present ? value * value : 0)
            counts.append(present)
        }
    }

    /// The mean over a window; NaN where too few elements are present.
    func mean(over range: Range<Int>, length: Int) -> Double {
        let count = counts.count(in: range)
        guard count >= Window.minimum(of: length) else { return .nan }
        return sums.sum(over: range) / Double(count)
    }

    /// The standard deviation (n - 1) over a window; NaN where too few elements are present.
    func deviation(over range: Range<Int>, length: Int) -> Double {
        let count = counts.count(in: range)
        guard count >= Window.minimum(of: length), count > 1 else { return .nan }
        let sum = sums.sum(over: range)
        let squareSum = squares.sum(over: range)
        let spread = squareSum - sum * sum / Double(count)
        return Spread.withoutRounding(spread, of: squareSum).squareRoot() / Double(count - 1).squareRoot()
    }
}

/// Sums of squares that came out of a subtraction.
enum Spread {
    /// The spread, or 0 where it is no more than the rounding errors of the sum of squares that it was taken
    /// from.
    static func withoutRounding(_ spread: Double, of squareSum: Double) -> Double {
        spread > squareSum * 1e-13 ? spread : 0
    }
}
