/// Targets and weights of a logistic fit.
struct LogisticSample {
    let targets: [Double]
    let weights: [Double]
    /// The weighted mean of the targets.
    let baseRate: Double

    /// Nil unless both outcomes occurred with a weight above zero.
    init?(outcomes: [Bool], weights: [Double]?, smoothsTargets: Bool) throws(StatisticsError) {
        if let weights {
            try Check.sameLength(weights.count, "weights", outcomes.count, "outcomes")
            try Check.weights(weights, "weights")
        }
        let weights = weights ?? [Double](repeating: 1, count: outcomes.count)
        var positive = 0.0
        var negative = 0.0
        for (weight, outcome) in zip(weights, outcomes) {
            if outcome { positive += weight } else { negative += weight }
        }
        guard positive > 0, negative > 0 else { return nil }
        let high = smoothsTargets ? (positive + 1) / (positive + 2) : 1
        let low = smoothsTargets ? 1 / (negative + 2) : 0
        self.weights = weights
        targets = outcomes.map { $0 ? high : low }
        baseRate = (positive * high + negative * low) / (positive + negative)
    }
}

/// A constant column and columns brought to mean 0 and spread 1, for the sake of Newton's method.
struct StandardColumns {
    let columns: [[Double]]
    private let centres: [Double]
    private let spreads: [Double]

    /// Nil when a column is constant over the rows with weight.
    init?(_ raw: [[Double]], _ weights: [Double]) {
        let total = weights.reduce(0, +)
        var columns = [[Double](repeating: 1, count: weights.count)]
        var centres: [Double] = []
        var spreads: [Double] = []
        for column in raw {
            let centre = zip(column, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
            let square =
                zip(column, weights).reduce(0) { $0 + $1.1 * ($1.0 - centre) * ($1.0 - centre) } / total
            let spread = square.squareRoot()
            guard spread > 1e-12 * abs(centre), spread > 0, spread.isFinite else { return nil }
            columns.append(column.map { ($0 - centre) / spread })
            centres.append(centre)
            spreads.append(spread)
        }
        self.columns = columns
        self.centres = centres
        self.spreads = spreads
    }

    /// Intercept and slopes on the scale of the raw columns.
    func original(_ coefficients: [Double]) -> (intercept: Double, slopes: [Double]) {
        var intercept = coefficients[0]
        var slopes: [Double] = []
        for (index, coefficient) in coefficients.dropFirst().enumerated() {
            slopes.append(coefficient / spreads[index])
            intercept -= coefficient / spreads[index] * centres[index]
        }
        return (intercept, slopes)
    }
}
