import Foundation

/// Logistic regression with a handful of columns by Newton's method with step halving.
struct LogisticFit {
    /// One coefficient a column.
    private(set) var coefficients: [Double]
    /// The inverse of the information matrix, row-major.
    private(set) var covariance: [Double]

    /// Fits targets in 0...1; nil when the maximum does not exist (classes that a column separates, columns
    /// that depend on each other) or is not reached.
    ///
    /// - Parameters:
    ///   - columns: Columns of equal length, the constant one included.
    ///   - targets: One target a row.
    ///   - weights: One weight a row.
    init?(columns: [[Double]], targets: [Double], weights: [Double]) {
        let width = columns.count
        var beta = [Double](repeating: 0, count: width)
        var loss = Self.loss(columns, targets, weights, beta)
        for _ in 0..<100 {
            let (gradient, information) = Self.derivatives(columns, targets, weights, beta)
            guard let inverse = SmallMatrix.inverse(information, width) else { return nil }
            let step = SmallMatrix.multiply(inverse, gradient)
            var scale = 1.0
            var next = beta
            var nextLoss = loss
            repeat {
                for index in 0..<width { next[index] = beta[index] + scale * step[index] }
                nextLoss = Self.loss(columns, targets, weights, next)
                scale /= 2
            } while !(nextLoss <= loss + 1e-12 * abs(loss)) && scale > 1e-10
            beta = next
            loss = nextLoss
            let settled = (0..<width).allSatisfy { abs(step[$0]) <= 1e-11 * (1 + abs(beta[$0])) }
            guard settled else { continue }
            coefficients = beta
            covariance = inverse
            return
        }
        return nil
    }

    private static func loss(
        _ columns: [[Double]],
        _ targets: [Double],
        _ weights: [Double],
        _ beta: [Double]
    ) -> Double {
        var total = 0.0
        for row in targets.indices {
            let eta = predictor(columns, row, beta)
            // log(1 + e^eta) - target eta without overflow.
            total += weights[row] * (max(eta, 0) + log1p(exp(-abs(eta))) - targets[row] * eta)
        }
        return total
    }

    private static func derivatives(
        _ columns: [[Double]],
        _ targets: [Double],
        _ weights: [Double],
        _ beta: [Double]
    ) -> (gradient: [Double], information: [Double]) {
        let width = columns.count
        var gradient = [Double](repeating: 0, count: width)
        var information = [Double](repeating: 0, count: width * width)
        for row in targets.indices {
            let p = LogOdds.probability(predictor(columns, row, beta))
            let slope = weights[row] * (targets[row] - p)
            let curvature = weights[row] * p * (1 - p)
            for first in 0..<width {
                gradient[first] += slope * columns[first][row]
                for second in 0...first {
                    information[first * width + second] +=
                        curvature * columns[first][row] * columns[second][row]
                }
            }
        }
        for first in 0..<width {
            for second in 0..<first {
                information[second * width + first] = information[first * width + second]
            }
        }
        return (gradient, information)
    }

    private static func predictor(_ columns: [[Double]], _ row: Int, _ beta: [Double]) -> Double {
        var eta = 0.0
        for index in beta.indices { eta += beta[index] * columns[index][row] }
        return eta
    }
}
