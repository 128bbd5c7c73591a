/// How close predicted impact came to what the price then did.
public struct ImpactReport: Sendable, Equatable {
    /// Mean absolute error of predicted impact, impact points.
    public let errorPoints: Figure
    /// Mean absolute error of the typical move against the size of the abnormal return, percentage points of the price.
    public let errorPercentagePoints: Figure
    /// Mean absolute error of the score after the guardrail, impact points.
    public let adjustedScoreErrorPoints: Figure
    /// Mean of predicted minus realized impact, impact points.
    public let biasPoints: Figure
    /// Rank correlation (Spearman) of predicted and realized impact.
    public let rankCorrelation: Figure
    /// Events by predicted impact.
    public let buckets: [ImpactBucket]
}

/// Events with about the same predicted impact.
public struct ImpactBucket: Sendable, Equatable {
    /// Lower edge in points, included.
    public let lower: Double
    /// Upper edge in points, excluded; the last bucket holds 100 too.
    public let upper: Double
    /// Mean predicted impact, points.
    public let predictedImpact: Figure
    /// Mean realized impact, points.
    public let realizedImpact: Figure
    /// Mean size of the abnormal return, percentage points of the price.
    public let absoluteMove: Figure

    /// Edges of the buckets.
    public static let edges = [0.0, 40, 50, 60, 70, 80, 100]

    /// The bucket's name: `0-40` to `80-100`.
    public var name: String { "\(Int(lower))-\(Int(upper))" }

    /// Events in the bucket.
    public var n: Int { predictedImpact.n }

    static func holds(_ impact: Double, lower: Double, upper: Double) -> Bool {
        impact >= lower && (impact < upper || upper >= 100)
    }
}
