import Events

/// A validated rules file: what every event type, item and circumstance adds to a base score, and why.
///
/// Parsing is strict: an unknown key, a missing event type, a value of another type or out of range refuses the
/// whole file with all problems named.
public struct ScoringRules: Equatable, Sendable {
    /// The declared version and a hash of the text.
    public let version: RulesVersion

    let eventTypes: [EventType: EventTypeRule]
    let items: [FilingItem: ItemRule]
    let sectors: [SectorRule]
    let sizes: [SizeClass: MultiplierRule]
    let context: ContextRules
    let facts: FactRules
}

/// A direction that a rule states, with the probability of that side.
struct DirectionRule: Equatable, Sendable {
    let direction: RuleDirection
    let confidence: Probability
}

/// Base points of an event type.
struct EventTypeRule: Equatable, Sendable {
    let points: Double
    let direction: DirectionRule
    let why: String
}

/// What an 8-K item adds to the points of `sec_8k`.
struct ItemRule: Equatable, Sendable {
    /// Points where the item is the filing's leading one.
    let points: Double
    /// Points where another item leads.
    let alsoPoints: Double
    /// True for exhibits: leads only where the filing has no other item.
    let onlyAlone: Bool
    let direction: DirectionRule?
    let why: String
}

/// A multiplier for event types in a sector.
struct SectorRule: Equatable, Sendable {
    let id: String
    let sectors: [Sector]
    let eventTypes: Set<EventType>
    let multiplier: Double
    let why: String
}

/// A multiplier.
struct MultiplierRule: Equatable, Sendable {
    let multiplier: Double
    let why: String
}

/// Points.
struct PointsRule: Equatable, Sendable {
    let points: Double
    let why: String
}

/// Points of circumstances.
struct ContextRules: Equatable, Sendable {
    /// Event types that are earnings themselves.
    let earningsTypes: Set<EventType>
    /// 8-K items that are earnings themselves.
    let earningsItems: Set<FilingItem>
    /// For other events after earnings.
    let earningsWithinFiveDays: PointsRule
    /// For earnings after earnings.
    let earningsAgainWithinFiveDays: PointsRule
    /// For other events before earnings.
    let earningsDueWithinFiveDays: PointsRule
    let duplicate: PointsRule
    let volatility: [VolatilityRegime: PointsRule]
    let session: [SessionOfDay: PointsRule]
}

/// Directions that follow from an event's facts.
struct FactRules: Equatable, Sendable {
    /// Surprises of at most this size, in percent of the estimate, are in line.
    let surpriseBandPercent: Double
    let surpriseAbove: SurpriseRule
    let surpriseBelow: SurpriseRule
    /// Tried in order; the first whose words occur in the decision counts.
    let decisions: [DecisionRule]
}

/// The probability that the abnormal return has the sign of the surprise.
struct SurpriseRule: Equatable, Sendable {
    let confidence: Probability
    let why: String
}

/// A direction that follows from words of a regulator's decision.
struct DecisionRule: Equatable, Sendable {
    /// Lower-case phrases.
    let words: [String]
    let direction: DirectionRule
    let why: String
}
