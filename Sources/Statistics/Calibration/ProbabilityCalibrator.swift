/// The map from a model's raw probability to the calibrated one, fitted on out-of-fold predictions.
///
/// It never falls: a larger raw probability never gives a smaller calibrated one, so ranks survive.
public enum ProbabilityCalibrator: Sendable, Equatable {
    /// Probabilities stay as they are.
    case identity
    /// Isotonic regression of outcomes on probabilities.
    case isotonic(IsotonicRegression)
    /// Platt's logistic curve on the log-odds of the probability.
    case platt(PlattScaling)
    /// Beta calibration.
    case beta(BetaCalibration)

    /// What is fitted below the number of rows that isotonic regression needs.
    public enum Fallback: String, Sendable, Codable, CaseIterable {
        /// Platt's curve.
        case platt
        /// Beta calibration.
        case beta
    }

    /// The calibrated probability; NaN for NaN.
    public func callAsFunction(_ probability: Double) -> Double {
        switch self {
        case .identity: probability
        case .isotonic(let regression): regression(probability)
        case .platt(let scaling): probability.isNaN ? .nan : scaling(LogOdds.of(probability))
        case .beta(let map): probability.isNaN ? .nan : map(probability)
        }
    }

    /// The name of the method: `identity`, `isotonic`, `platt` or `beta`.
    public var name: String {
        switch self {
        case .identity: "identity"
        case .isotonic: "isotonic"
        case .platt: "platt"
        case .beta: "beta"
        }
    }
}
