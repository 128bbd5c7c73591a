/// A kind of news found in a filing: a tag on it, never a second event.
public struct FilingTag: Sendable, Hashable {
    /// What was found.
    public var type: EventType
    /// How sure the rule is.
    public var confidence: Confidence
    /// Name of the rule, and the items or the pattern that it found.
    public var reason: String

    /// How sure a rule is.
    public enum Confidence: String, CaseIterable, Sendable {
        /// The item itself says it.
        case certain
        /// Words that hardly mean anything else.
        case strong
        /// Words that mostly mean it.
        case likely
    }

    /// Creates a tag.
    public init(type: EventType, confidence: Confidence, reason: String) {
        self.type = type
        self.confidence = confidence
        self.reason = reason
    }
}
