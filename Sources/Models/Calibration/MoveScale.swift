import Statistics

/// Turns an impact into the size of a move in units of the stock's own volatility.
///
/// An impact of `p` says that the move is larger than `p` percent of the stock's own moves. Were those normal with
/// standard deviation `volatility * sqrt(h)`, the move would be `z(p)` of them, `z(p) = quantile((1 + p/100) / 2)`.
/// Impacts are clipped to 20...95 first: below, `z` runs to zero and a score divided by it explodes; above, a median
/// that extreme is not believed. Real moves are not normal; the conformal factor corrects what that costs.
public enum MoveScale {
    /// Impacts below count as this one.
    public static let lowestImpact = 20.0
    /// Impacts above count as this one.
    public static let highestImpact = 95.0

    /// The typical size of the abnormal return, a fraction; nil where the volatility is unknown or zero.
    public static func typicalMove(impact: Double, volatility: Double, sessions: Int) -> Double? {
        guard volatility > 0, volatility.isFinite, impact.isFinite else { return nil }
        let clipped = min(max(impact, lowestImpact), highestImpact)
        let deviations = NormalDistribution.quantile((1 + clipped / 100) / 2)
        return volatility * Double(sessions).squareRoot() * deviations
    }
}
