import Statistics

/// The split-conformal factor of the 80 % range: how many typical moves wide it is on each side of zero.
///
/// Scores are `|abnormal return| / typical move` of events predicted out of sample earlier; the factor is their
/// conformal quantile (Vovk, Gammerman and Shafer 2005, chapter 4; Lei et al. 2018).
public struct ConformalFactor: Codable, Hashable, Sendable {
    /// Half width of the range in typical moves.
    public let factor: Double
    /// Number of scores that it rests on.
    public let count: Int
    /// The share of events that the range is meant to hold.
    public let coverage: Double

    /// The coverage that every range of this engine aims at.
    public static let targetCoverage = 0.8

    /// The range of an abnormal return around zero with a typical move, as fractions.
    public func range(typicalMove: Double) -> ReturnRange {
        ReturnRange(lower: -factor * typicalMove, upper: factor * typicalMove)
    }

    /// The factor of past scores; nil where they are too few for the coverage.
    static func fit(_ scores: [Double]) throws(StatisticsError) -> ConformalFactor? {
        guard let factor = try SplitConformal.quantile(scores, alpha: 1 - targetCoverage) else { return nil }
        return ConformalFactor(factor: factor, count: scores.count, coverage: targetCoverage)
    }
}
