public import Scores

/// A base score with its terms and the direction that the rules state.
public struct BaseFacts: Sendable, Equatable {
    /// The score of the rules.
    public var score: ImpactScore
    /// The terms that add up to it.
    public var breakdown: [ScoreFactor]
    /// What was not known and therefore added nothing.
    public var notes: [String]
    /// Which way the rules expect the price to move.
    public var direction: RuleDirection
    /// Why, one sentence; nil where it is not stored.
    public var directionWhy: String?

    /// Creates facts, for example from stored ones.
    public init(
        score: ImpactScore,
        breakdown: [ScoreFactor],
        notes: [String],
        direction: RuleDirection,
        directionWhy: String? = nil
    ) {
        self.score = score
        self.breakdown = breakdown
        self.notes = notes
        self.direction = direction
        self.directionWhy = directionWhy
    }

    /// The facts of a computed base score.
    public init(_ base: BaseScore) {
        self.init(
            score: base.score,
            breakdown: base.breakdown,
            notes: base.notes,
            direction: base.opinion.direction,
            directionWhy: base.opinion.why
        )
    }
}
