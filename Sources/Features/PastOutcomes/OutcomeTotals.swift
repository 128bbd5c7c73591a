/// Sums of past outcomes up to some outcome session.
struct OutcomeTotals: Sendable {
    /// Outcomes.
    var count = 0
    /// Outcomes with a realized impact.
    var impactCount = 0.0
    /// Sum of their realized impacts.
    var impactSum = 0.0
    /// Outcomes with a direction.
    var directedCount = 0.0
    /// Outcomes with direction +1.
    var positiveCount = 0.0
    /// Outcomes whose move can be measured in units of the stock's volatility.
    var moveCount = 0.0
    /// Sum of these moves.
    var moveSum = 0.0

    static let none = OutcomeTotals()
}

extension OutcomeTotals {
    /// The totals with one more outcome.
    func adding(_ outcome: OutcomeRecord) -> OutcomeTotals {
        var sum = self
        sum.count += 1
        if !outcome.impact.isNaN {
            sum.impactCount += 1
            sum.impactSum += outcome.impact
        }
        if outcome.direction != 0 {
            sum.directedCount += 1
            sum.positiveCount += outcome.direction > 0 ? 1 : 0
        }
        if !outcome.move.isNaN {
            sum.moveCount += 1
            sum.moveSum += outcome.move
        }
        return sum
    }
}
