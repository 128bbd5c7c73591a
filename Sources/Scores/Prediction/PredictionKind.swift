/// When a prediction was made, which decides what its accuracy proves.
public enum PredictionKind: String, CaseIterable, Codable, Sendable {
    /// By a model trained only on outcomes that were known before the event's block, in a replay of the past.
    case walkForward = "walk_forward"
    /// On the last part of the data, which no choice has seen, once per model version.
    case lockBox = "lock_box"
    /// Before the outcome existed.
    case live
}
