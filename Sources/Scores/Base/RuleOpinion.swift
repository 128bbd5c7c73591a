/// Which way the rules expect the price to move.
public enum RuleDirection: String, CaseIterable, Sendable {
    /// More likely up.
    case positive
    /// More likely down.
    case negative
    /// No move is expected; never graded as down.
    case neutral
    /// The rules cannot say; never graded as down.
    case uncertain
}

/// A direction from rules, the probability that the rules give to it, and why.
public struct RuleOpinion: Equatable, Sendable {
    /// The direction.
    public let direction: RuleDirection
    /// The stated probability that the abnormal return has the direction's sign.
    ///
    /// 0.5...1 for positive and negative, exactly 0.5 for neutral and uncertain. It is a statement of the rules
    /// and not calibrated.
    public let confidence: Probability
    /// Why, one sentence.
    public let why: String

    init(_ rule: DirectionRule, why: String) {
        direction = rule.direction
        confidence = rule.confidence
        self.why = why
    }
}
