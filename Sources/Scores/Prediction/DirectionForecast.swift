/// Which way the price is expected to move, of model and rules alike.
public enum PredictedDirection: String, CaseIterable, Sendable {
    /// Abnormal return above zero.
    case up
    /// Abnormal return below zero.
    case down
    /// No move is expected; never graded as down.
    case neutral
    /// Neither side is more likely; never graded as down.
    case uncertain
}

/// Who states a direction.
public enum DirectionSource: String, CaseIterable, Sendable {
    /// The direction head of a model, calibrated out of fold.
    case model
    /// The rules, whose stated probability is not calibrated.
    case rules
}

/// A direction and, where a calibrated model states it, its probability.
///
/// It stands beside the score and never moves it.
public struct DirectionForecast: Equatable, Sendable {
    /// The stated direction.
    public let direction: PredictedDirection
    /// Calibrated probability that the abnormal return is above zero; nil where only rules speak.
    public let probabilityUp: Probability?
    /// Who states it.
    public let source: DirectionSource

    /// The forecast of a calibrated direction head: the likelier side, `uncertain` at exactly one half.
    public init(probabilityUp: Probability) {
        self.probabilityUp = probabilityUp
        source = .model
        direction =
            if probabilityUp > .half { .up } else if probabilityUp < .half { .down } else { .uncertain }
    }

    /// The direction of the rules, without a calibrated probability.
    public init(rules opinion: RuleOpinion) {
        self.init(rules: opinion.direction)
    }

    /// The direction of the rules, for example from a stored prediction.
    public init(rules direction: RuleDirection) {
        probabilityUp = nil
        source = .rules
        self.direction =
            switch direction {
            case .positive: .up
            case .negative: .down
            case .neutral: .neutral
            case .uncertain: .uncertain
            }
    }

    /// The calibrated probability of the stated direction, 0.5...1; nil where none is calibrated.
    ///
    /// A confidence is a probability and nothing else: of 100 forecasts with confidence 0.6 about 60 come true.
    public var confidence: Probability? {
        probabilityUp.map { $0 < .half ? $0.complement : $0 }
    }

    /// The band of the confidence.
    public var confidenceLevel: ConfidenceLevel { ConfidenceLevel(confidence) }
}

/// Bands of the calibrated probability of the stated direction.
public enum ConfidenceLevel: String, CaseIterable, Sendable {
    /// No calibrated probability exists.
    case notRated = "not_rated"
    /// Below 0.55: hardly better than a coin.
    case low
    /// From 0.55, below 0.65.
    case medium
    /// 0.65 or more.
    case high

    /// The band of a confidence.
    public init(_ confidence: Probability?) {
        self =
            switch confidence?.value {
            case nil: .notRated
            case .some(..<0.55): .low
            case .some(..<0.65): .medium
            default: .high
            }
    }
}
