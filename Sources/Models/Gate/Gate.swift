import Statistics

/// Decides over all slots of a run at once which heads may be used and which models may become champions.
enum Gate {
    /// Decisions in the order of the evidence.
    ///
    /// Holm's correction runs over all slots that the data hold, for each head on its own. A slot that a run leaves out
    /// counts as one that would not have passed, so training fewer slots does not lower the bar.
    ///
    /// - Parameters:
    ///   - slots: the evidence on both heads of each slot.
    ///   - policy: the levels of the gate.
    ///   - comparisons: number of slots that the data hold; fewer than were tested counts as those.
    /// - Returns: one decision a slot.
    /// - Throws: `StatisticsError` where a p-value is no probability.
    static func decide(
        _ slots: [(magnitude: HeadEvidence, direction: HeadEvidence)],
        policy: GatePolicy,
        comparisons: Int = 0
    ) throws(StatisticsError) -> [GateDecision] {
        let magnitude = try decide(slots.map(\.magnitude), policy: policy, comparisons: comparisons)
        let direction = try decide(slots.map(\.direction), policy: policy, comparisons: comparisons)
        return zip(magnitude, direction).map(decide)
    }

    // MARK: - Heads

    private static func decide(
        _ heads: [HeadEvidence],
        policy: GatePolicy,
        comparisons: Int
    ) throws(StatisticsError) -> [HeadDecision] {
        let baseline = try holm(heads.map(\.baselineP), comparisons: comparisons)
        let combined = try holm(heads.map(\.combinedP), comparisons: comparisons)
        return heads.indices.map { index in
            decide(heads[index], baselineP: baseline[index], combinedP: combined[index], policy: policy)
        }
    }

    private static func decide(
        _ evidence: HeadEvidence,
        baselineP: Double?,
        combinedP: Double?,
        policy: GatePolicy
    ) -> HeadDecision {
        var refusals = evidence.refusals
        let test = evidence.againstBaseline.map { $0.adjusted(to: baselineP ?? 1) }
        let median = evidence.againstItemGroupMedian.map { $0.adjusted(to: baselineP ?? 1) }
        let settled = refusals.contains { $0.code == .insufficientData || $0.code == .constantModel }
        if !settled, let refusal = skillRefusal(evidence, test, median, policy) { refusals.append(refusal) }
        var beats: Bool?
        if evidence.championHasHead {
            beats = refusals.isEmpty && (combinedP ?? 1) < policy.level
            if let worse = evidence.worseThanChampionP, worse < policy.level {
                refusals.append(
                    Refusal(
                        .worseThanChampion,
                        "the present champion's \(evidence.head.rawValue) head is better"
                    )
                )
            }
        }
        return HeadDecision(
            head: evidence.head,
            passed: refusals.isEmpty,
            refusals: refusals,
            againstBaseline: test,
            againstChampion: evidence.againstChampion.map { $0.adjusted(to: combinedP ?? 1) },
            againstItemGroupMedian: median,
            beatsChampion: beats
        )
    }

    /// Why a head has no proven skill: against the rules' answer, and for the magnitude head against the median of the
    /// item group too, since a rule score at the wrong level is beaten by any constant.
    private static func skillRefusal(
        _ evidence: HeadEvidence,
        _ test: SkillTest?,
        _ median: SkillTest?,
        _ policy: GatePolicy
    ) -> Refusal? {
        let head = evidence.head
        guard head == .magnitude else { return skillRefusal(test, head, baseline: "base rate", policy) }
        let first = skillRefusal(test, head, baseline: "base score", policy)
        guard first == nil || first?.code == .notSignificant else { return first }
        let second = skillRefusal(median, head, baseline: "median of its item group", policy)
        return second ?? first
    }

    private static func skillRefusal(
        _ test: SkillTest?,
        _ head: Head,
        baseline: String,
        _ policy: GatePolicy
    ) -> Refusal? {
        guard let test else {
            return Refusal(.constantModel, "the \(head.rawValue) head never differs from the \(baseline)")
        }
        let skill = ReasonNumber.text(test.meanSkill)
        guard test.meanSkill > 0 else {
            return Refusal(
                .noSkill,
                "the \(head.rawValue) head is no better than the \(baseline) (\(skill) on \(test.n) events); "
                    + "a skill of \(ReasonNumber.text(test.minimumDetectable)) would have shown"
            )
        }
        guard test.adjustedP >= policy.level else { return nil }
        let more = test.eventsNeeded.map { max($0 - test.n, 1) }
        return Refusal(
            .notSignificant,
            "the \(head.rawValue) head is better than the \(baseline) by \(skill), which is not beyond chance "
                + "(adjusted p \(ReasonNumber.probability(test.adjustedP)), \(test.n) events"
                + (more.map { "; \(Self.needed($0)))" } ?? ")")
        )
    }

    /// How many more events a gain of this size asks for; beyond a hundred thousand the number itself means nothing.
    private static func needed(_ events: Int) -> String {
        events > 100_000 ? "more than 100,000 more needed" : "about \(events) more needed"
    }

    /// Holm's adjusted p-values of those that are there.
    private static func holm(_ values: [Double?], comparisons: Int) throws(StatisticsError) -> [Double?] {
        let tested = values.compactMap { $0 }
        let untested = [Double](repeating: 1, count: max(comparisons - tested.count, 0))
        let adjusted = try MultipleTesting.holm(tested + untested)
        var next = adjusted.makeIterator()
        return values.map { $0 == nil ? nil : next.next() }
    }

    // MARK: - Models

    /// Each reason once, in the order of their first mention.
    private static func unique(_ refusals: [Refusal]) -> [Refusal] {
        var seen = Set<Refusal>()
        return refusals.filter { seen.insert($0).inserted }
    }

    /// A model may become champion when a head passed that also beats the champion's, and no head in use gets lost.
    private static func decide(_ magnitude: HeadDecision, _ direction: HeadDecision) -> GateDecision {
        let heads = [magnitude, direction]
        let improves = heads.contains { $0.passed && $0.beatsChampion ?? true }
        let lost = heads.filter { !$0.passed && $0.beatsChampion != nil }
        var refusals: [Refusal] = []
        if !improves {
            if heads.contains(where: \.passed) {
                refusals.append(
                    Refusal(
                        .notBetterThanChampion,
                        "no head is better than the present champion's beyond chance"
                    )
                )
            }
            refusals += heads.filter { !$0.passed }.flatMap(\.refusals)
        } else {
            refusals = lost.map { head in
                Refusal(
                    head.refusals.first?.code ?? .notBetterThanChampion,
                    "the champion's \(head.head.rawValue) head would be lost: \(head.reason)"
                )
            }
        }
        refusals = unique(refusals)
        let passed = refusals.isEmpty
        let reason =
            passed
            ? heads.filter(\.passed).map { "\($0.head.rawValue): \($0.reason)" }.joined(separator: "; ")
            : refusals.map(\.text).joined(separator: "; ")
        return GateDecision(
            passed: passed,
            reason: reason,
            refusals: refusals,
            magnitude: magnitude,
            direction: direction
        )
    }
}
