public import JSONText

/// A score from rules alone, with the sum that it is.
public struct BaseScore: Equatable, Sendable {
    /// The score, 0...100.
    public let score: ImpactScore
    /// The factors in the order in which they were applied; their points add up to the score.
    public let breakdown: [ScoreFactor]
    /// What was not known and therefore added nothing, one sentence each.
    public let notes: [String]
    /// Which way the rules expect the price to move.
    public let opinion: RuleOpinion
    /// The rules that made the score.
    public let rulesVersion: RulesVersion

    /// The points that one group of factors added; zero where none did.
    public func points(of group: FactorGroup) -> Double {
        breakdown.reduce(0) { $0 + ($1.group == group ? $1.points : 0) }
    }
}

/// One term of a base score.
public struct ScoreFactor: Equatable, Sendable, JSONWritable {
    /// Stable name, for example `item:2.02`.
    public let id: String
    /// What kind of term it is.
    public let group: FactorGroup
    /// Points that it adds; a multiplier stands here as the points that it added.
    public let points: Double
    /// Why, with the evidence, one or two sentences.
    public let why: String

    /// Creates a term, for example from a stored breakdown.
    public init(id: String, group: FactorGroup, points: Double, why: String) {
        self.id = id
        self.group = group
        self.points = points
        self.why = why
    }

    /// Writes the term as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("factor", id)
            json.member("group", group.rawValue)
            json.member("points", number: points, digits: ScoreDigits.points)
            json.member("why", why)
        }
    }
}

/// The kind of a term of a base score.
public enum FactorGroup: String, CaseIterable, Sendable {
    /// Points of the event type.
    case eventType = "event_type"
    /// Points of 8-K items.
    case items
    /// A sector multiplier.
    case sector
    /// A size multiplier.
    case size
    /// Points of circumstances.
    case context
    /// What keeps the sum inside 0...100.
    case clamp
}
