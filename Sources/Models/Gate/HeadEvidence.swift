/// Everything known about one head before slots are compared with each other.
struct HeadEvidence: Sendable {
    let head: Head
    /// Reasons that no further test can remove.
    var refusals: [Refusal]
    var againstBaseline: SkillTest?
    var againstChampion: SkillTest?
    /// Probability that the champion is not better; small means that the challenger is worse.
    var worseThanChampionP: Double?
    var againstItemGroupMedian: SkillTest?
    /// Whether the champion has this head in use.
    let championHasHead: Bool
    /// Out-of-sample events with a label for this head.
    let n: Int

    /// The p-value that enters Holm's correction; nil where the head was not tested.
    ///
    /// A magnitude head must beat the base score and the median of the event's item group (intersection-union).
    var baselineP: Double? {
        guard let againstBaseline else { return nil }
        guard head == .magnitude else { return againstBaseline.pValue }
        return max(againstBaseline.pValue, againstItemGroupMedian?.pValue ?? 1)
    }

    /// The p-value of being better than baseline and champion both (intersection-union).
    var combinedP: Double? {
        guard let baselineP else { return nil }
        return championHasHead ? max(baselineP, againstChampion?.pValue ?? 1) : baselineP
    }
}
