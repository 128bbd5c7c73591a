/// What a figure's numbers mean; percent and fraction are never the same unit.
public enum FigureUnit: String, CaseIterable, Sendable {
    /// A share, 0...1.
    case fraction
    /// Points of the impact scale, 0...100.
    case impactPoints = "impact_points"
    /// Percentage points of a price move: 1.0 is one percent of the price.
    case percentagePoints = "percentage_points"
    /// Mean squared error of a probability, 0...1, lower is better.
    case brier
    /// Mean negative logarithm of a probability, lower is better.
    case nats
    /// A rank correlation, -1...1.
    case correlation
}
