public import Market

/// Where a model stands in its slot.
public enum ModelStatus: String, CaseIterable, Codable, Sendable {
    /// Trained and evaluated, not in use.
    case staging
    /// In use; exactly one model of a slot is.
    case champion
    /// Out of use.
    case archived
}

/// One step in a model's life, with its reason.
public struct StatusChange: Hashable, Sendable {
    /// The status that the model took.
    public let status: ModelStatus
    /// Why, in words for people.
    public let reason: String
    /// When.
    public let at: UTCInstant

    /// Creates a step.
    public init(status: ModelStatus, reason: String, at: UTCInstant) {
        self.status = status
        self.reason = reason
        self.at = at
    }
}
