/// How a figure follows from column sums.
enum Formula: Sendable, Hashable {
    /// One sum over another.
    case ratio(Int, Int)
    /// The mean of two ratios: balanced accuracy.
    case meanOfRatios(Int, Int, Int, Int)
    /// The sum of two ratios less a constant: an area under the curve, linearised in its placement values.
    case placements(Int, Int, Int, Int, area: Double)
    /// Correlation of two standardised columns from count, sums, squares and product.
    case correlation(count: Int, x: Int, y: Int, xx: Int, yy: Int, xy: Int)

    /// The figure; nil where a denominator is zero.
    func callAsFunction(_ sum: (Int) -> Double) -> Double? {
        switch self {
        case .ratio(let above, let below):
            return Self.divide(sum(above), sum(below))
        case .meanOfRatios(let a, let b, let c, let d):
            guard let first = Self.divide(sum(a), sum(b)), let second = Self.divide(sum(c), sum(d)) else {
                return nil
            }
            return (first + second) / 2
        case .placements(let a, let b, let c, let d, let area):
            guard let first = Self.divide(sum(a), sum(b)), let second = Self.divide(sum(c), sum(d)) else {
                return nil
            }
            return min(max(first + second - area, 0), 1)
        case .correlation(let count, let x, let y, let xx, let yy, let xy):
            let n = sum(count)
            guard n > 1 else { return nil }
            let covariance = sum(xy) - sum(x) * sum(y) / n
            let spread = (sum(xx) - sum(x) * sum(x) / n) * (sum(yy) - sum(y) * sum(y) / n)
            guard spread > 1e-12 else { return nil }
            return min(max(covariance / spread.squareRoot(), -1), 1)
        }
    }

    private static func divide(_ above: Double, _ below: Double) -> Double? {
        below > 0 ? above / below : nil
    }
}
