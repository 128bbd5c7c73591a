/// The non-decreasing step-and-ramp function closest to data in weighted least squares.
///
/// Fitted by pooling adjacent violators (Ayer et al., 1955). Between the blocks it interpolates linearly,
/// outside the data it is constant, as scikit-learn's `IsotonicRegression(out_of_bounds="clip")`.
public struct IsotonicRegression: Sendable, Equatable {
    /// Abscissae of the knots, ascending.
    public let x: [Double]
    /// Values at the knots, ascending.
    public let y: [Double]

    /// Creates a function from its knots.
    ///
    /// Throws unless there are as many abscissae as values, at least one, both finite and ascending.
    public init(x: [Double], y: [Double]) throws(StatisticsError) {
        try Check.sameLength(x.count, "x", y.count, "y")
        guard !x.isEmpty else { throw .tooFew(argument: "x", count: 0, needed: 1) }
        try Check.finite(x, "x")
        try Check.finite(y, "y")
        for index in x.indices.dropFirst() {
            guard x[index] >= x[index - 1] else {
                throw .outOfRange(
                    argument: "x[\(index)]",
                    value: x[index],
                    accepted: "\(x[index - 1]) or more"
                )
            }
            guard y[index] >= y[index - 1] else {
                throw .outOfRange(
                    argument: "y[\(index)]",
                    value: y[index],
                    accepted: "\(y[index - 1]) or more"
                )
            }
        }
        self.init(ascendingX: x, ascendingY: y)
    }

    init(ascendingX x: [Double], ascendingY y: [Double]) {
        self.x = x
        self.y = y
    }

    /// Fits values y at places x; nil when no row has a weight above zero.
    ///
    /// Rows with the same x are pooled first. Throws for lengths that differ, values that are not finite and
    /// negative weights.
    public static func fit(
        x: [Double],
        y: [Double],
        weights: [Double]? = nil
    ) throws(StatisticsError) -> IsotonicRegression? {
        try Check.finite(y, "y")
        let blocks = try PooledBlock.pool(x: x, y: y, weights: weights)
        guard !blocks.isEmpty else { return nil }
        var knotX: [Double] = []
        var knotY: [Double] = []
        for block in blocks {
            knotX.append(block.lowX)
            knotY.append(block.value)
            guard block.highX > block.lowX else { continue }
            knotX.append(block.highX)
            knotY.append(block.value)
        }
        return IsotonicRegression(ascendingX: knotX, ascendingY: knotY)
    }

    /// The value at a place; NaN at NaN.
    public func callAsFunction(_ place: Double) -> Double {
        guard !place.isNaN else { return .nan }
        var low = 0
        var high = x.count
        while low < high {
            let middle = (low + high) / 2
            if x[middle] < place { low = middle + 1 } else { high = middle }
        }
        if low == x.count { return y[x.count - 1] }
        if low == 0 || x[low] == place { return y[low] }
        let share = (place - x[low - 1]) / (x[low] - x[low - 1])
        return y[low - 1] + share * (y[low] - y[low - 1])
    }
}

extension IsotonicRegression: Codable {
    private enum CodingKeys: String, CodingKey {
        case x
        case y
    }

    /// Reads the knots, refusing what no fit could have made.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            x: container.decode([Double].self, forKey: .x),
            y: container.decode([Double].self, forKey: .y)
        )
    }
}
