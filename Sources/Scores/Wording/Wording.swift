public import Market

/// Every fixed text that a person reads about a score, in one place.
///
/// Scores are impact estimates of an experimental prototype. Numbers in texts come from data, never from here.
public enum Wording {
    // MARK: Scores

    /// Label of the score from rules alone.
    public static let baseScoreLabel = "Base score (deterministic rules)"
    /// Label of the score after the model's adjustment.
    public static let adjustedScoreLabel = "AI-adjusted score (Market Echo)"

    /// The sentence that says why a score equals its base score.
    public static func notApplied(_ reason: NotAppliedReason) -> String {
        "AI model not applied (\(cause(reason)))"
    }

    private static func cause(_ reason: NotAppliedReason) -> String {
        switch reason {
        case .noModel: "no model"
        case .insufficientData: "insufficient data"
        case .gateNotPassed: "quality gate not passed"
        case .lowConfidence: "low confidence"
        case .outOfDistribution: "event unlike the training data"
        case .degraded: "recent accuracy too low"
        }
    }

    /// The badge of a horizon, for example `5-Day`.
    public static func badge(_ horizon: Horizon) -> String { horizon.badge }

    // MARK: Models

    /// The line that names the family a model was trained on; `none` where only rules were used.
    public static func modelFamily(_ scope: ModelScope?) -> String {
        switch scope {
        case .family(let family)?: "Model family: \(name(of: family))"
        case .global?: "Model family: all families"
        case nil: "Model family: none"
        }
    }

    /// The line that names a model's version; `none` where only rules were used.
    public static func modelVersion(_ version: String?) -> String {
        "Model version: \(version ?? "none")"
    }

    // MARK: Sections and notices

    /// Title of the monitoring section.
    public static let monitoringTitle = "ML Monitoring"
    /// Mark of a section that is not meant for the public.
    public static let internalDiagnostic = "Internal diagnostic"
    /// What the scores are.
    public static let prototypeNotice = "Scores are impact estimates of an experimental prototype."
    /// What the metrics are.
    public static let metricsNotice = "Metrics are research tools, not guarantees."
    /// What nothing here is.
    public static let adviceNotice = "This is not investment advice."
    /// All three notices: part of every page and every API response.
    public static let disclaimer = "\(prototypeNotice) \(metricsNotice) \(adviceNotice)"
}
