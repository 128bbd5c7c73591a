/// Why a score equals its base score.
///
/// The raw value is the reason's name in the API and in the database.
public enum NotAppliedReason: String, CaseIterable, Codable, Sendable {
    /// No model exists for the event's family and horizon, nor a global one.
    case noModel = "no_model"
    /// Too few labelled events or companies to train or to trust a model.
    case insufficientData = "insufficient_data"
    /// The model was not better than its baselines out of sample.
    case gateNotPassed = "gate_not_passed"
    /// The model is too unsure about this event.
    case lowConfidence = "low_confidence"
    /// The event is unlike those that the model learnt from.
    case outOfDistribution = "out_of_distribution"
    /// Live monitoring found that the model has become worse.
    case degraded

    /// The fixed sentence for people.
    public var text: String { Wording.notApplied(self) }
}
