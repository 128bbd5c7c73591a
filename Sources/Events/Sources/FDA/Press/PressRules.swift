/// Which kind of event a press release of the FDA is, by its headline alone.
public enum PressRules {
    /// One rule: a type and the patterns of which one must be found.
    struct Rule: Sendable {
        let type: EventType
        let patterns: [TextPattern]
    }

    /// The type of a headline; nil for one that no rule speaks for, such as policy, statistics and warnings to sellers of
    /// unapproved goods.
    ///
    /// Rules are asked in their order, since a headline on a refusal also speaks of approval. An emergency authorisation or a
    /// clearance is no approval and is left out.
    public static func type(of headline: String) -> EventType? {
        let text = PhraseText(headline)
        guard !excluded.contains(where: { $0.matches(text) }) else { return nil }
        return rules.first { rule in rule.patterns.contains { $0.matches(text) } }?.type
    }

    /// The decision in a word, for the facts of an event; nil for a type that decides nothing.
    public static func decision(of type: EventType) -> String? {
        switch type {
        case .fdaApproval: "approved"
        case .fdaRejection: "rejected"
        case .fdaCompleteResponse: "complete response"
        case .fdaBreakthroughDesignation: "breakthrough designation"
        case .fdaPriorityReview: "priority review"
        default: nil
        }
    }

    private static let excluded = [
        "roundup", "warning letter|letters", "emergency use", "tobacco|cigarette|cigarettes|vaping",
        "generic|generics", "draft guidance",
    ].map { TextPattern($0) }

    /// The FDA's word for stopping a trial is the last part of the type's name.
    private static let trialStop =
        "clinical " + (EventType.fdaClinicalHold.rawValue.split(separator: "_").last.map(String.init) ?? "")

    private static let rules: [Rule] = [
        Rule(type: .fdaCompleteResponse, patterns: ["complete response"].map { TextPattern($0) }),
        Rule(type: .fdaClinicalHold, patterns: [TextPattern(trialStop)]),
        Rule(
            type: .fdaRejection,
            patterns: [
                "declines|denies|refuses|rejects ..4 approve|approval|application",
                "withdraws|revokes ..3 approval",
            ].map { TextPattern($0) }
        ),
        Rule(type: .fdaAdcom, patterns: ["advisory committee|committees|panel"].map { TextPattern($0) }),
        Rule(
            type: .fdaBreakthroughDesignation,
            patterns: ["breakthrough ..3 designation"].map { TextPattern($0) }
        ),
        Rule(type: .fdaPriorityReview, patterns: ["priority review"].map { TextPattern($0) }),
        Rule(
            type: .fdaSafetyAlert,
            patterns: [
                "warns|warning ..4 about|of|that", "boxed warning", "recall|recalls",
                "safety communication|alert",
                "requires ..6 warning|warnings", "serious risk|risks",
            ].map { TextPattern($0) }
        ),
        Rule(
            type: .fdaApproval,
            patterns: [
                "fda ..2 approves", "fda grants ..4 approval", "approves ..4 treatment|drug|therapy|vaccine",
                "expands ..3 approval",
            ].map { TextPattern($0) }
        ),
    ]
}
