/// How often the predicted side was right, and how good the probabilities were.
///
/// Events inside the neutral band have no side and are not graded; a probability of exactly one half predicts none.
public struct DirectionReport: Sendable, Equatable {
    /// Share of sides that were right, 0...1.
    public let accuracy: Figure
    /// Mean of the share right among events that went up and among those that went down.
    public let balancedAccuracy: Figure
    /// Mean squared error of the probability of up.
    public let brier: Figure
    /// Mean negative logarithm of the probability of what happened.
    public let logScore: Figure
    /// Probability that an event that went up had the higher probability of up.
    public let areaUnderCurve: Figure
    /// Share right among events whose score was moved by at least the threshold.
    public let highConfidenceAccuracy: Figure
    /// Share right by the probability of the predicted side.
    public let bands: [ConfidenceBand]
}

/// Events whose predicted side had about the same probability.
public struct ConfidenceBand: Sendable, Equatable {
    /// Lower edge of the probability, included.
    public let lower: Double
    /// Upper edge, excluded; the last band holds 1 too.
    public let upper: Double
    /// Mean probability of the predicted side; nil without events.
    public let meanConfidence: Double?
    /// Share of sides that were right.
    public let accuracy: Figure

    /// Edges of the bands.
    public static let edges = [0.5, 0.55, 0.6, 0.7, 0.8, 1.0]

    /// The band's name: `50-55` to `80+`.
    public var name: String { Self.name(lower: lower, upper: upper) }

    static func name(lower: Double, upper: Double) -> String {
        let low = Int((lower * 100).rounded())
        return upper >= 1 ? "\(low)+" : "\(low)-\(Int((upper * 100).rounded()))"
    }

    /// Whether a confidence falls into the band.
    static func holds(_ confidence: Double, lower: Double, upper: Double) -> Bool {
        confidence >= lower && (confidence < upper || upper >= 1)
    }
}
