/// Decides what a question wants from its words alone.
enum IntentRules {
    /// The first rule that fits, the more special ones first.
    static func intent(_ words: [QuestionWord], hasTicker: Bool, hasKind: Bool) -> Intent {
        let isAboutUs = hasTicker || hasKind || words.contains(anyOf: ownWords)
        if ForecastQuestion.matches(words), !words.contains(anyOf: ["model", "score", "impact"]) {
            return hasTicker || words.contains(anyOf: ["stock", "share", "market", "price"])
                ? .forecast : .outside
        }
        if words.contains(anyPhrase: notApplied) { return .notApplied }
        if words.contains(anyPhrase: ["high confidence", "high-confidence", "most confident"]) {
            return .highConfidence
        }
        if words.contains(where: { $0.lower.contains("calibrat") }) { return .calibration }
        if isAccuracy(words) { return .accuracy }
        if words.contains(anyOf: ["error", "mae", "inaccurate"])
            || words.contains(anyPhrase: ["far off", "how close"])
        {
            return .error
        }
        if isDefinition(words), !words.contains(anyPhrase: limits), let concept = Concept.named(in: words) {
            if concept != .method || isShort(words) { return .concept(concept) }
        }
        if words.contains(anyPhrase: limits) { return .limits }
        if isCount(words, hasTicker: hasTicker, hasKind: hasKind) { return .counts }
        if isModel(words) { return .modelStatus }
        if isAboutUs, words.contains(anyOf: superlatives), words.contains(anyOf: moves),
            !words.contains(anyOf: ["latest", "newest", "recent"])
        {
            return .biggestMoves
        }
        if hasTicker || hasKind, words.contains(anyOf: reactions) { return .history }
        if isAboutUs, words.contains(anyOf: recency) || words.contains(anyPhrase: ["what happened"]) {
            return .latest
        }
        if words.contains(anyPhrase: helps) || isGreeting(words) { return .help }
        return fallback(words, hasTicker: hasTicker, hasKind: hasKind)
    }

    /// Nothing said what is wanted: a company alone means its events, a kind alone its history, a word of ours its meaning.
    private static func fallback(_ words: [QuestionWord], hasTicker: Bool, hasKind: Bool) -> Intent {
        if hasTicker { return hasKind ? .history : .latest }
        if hasKind { return words.count <= shortQuestion ? .history : .outside }
        if let concept = Concept.named(in: words), words.count <= shortQuestion { return .concept(concept) }
        return .outside
    }

    /// Whether a company that is not stored makes the question unanswerable.
    static func needsCompany(_ intent: Intent) -> Bool {
        switch intent {
        case .latest, .history, .counts, .biggestMoves, .outside, .forecast: true
        default: false
        }
    }

    /// Whether most letters are Latin; the rules know English words only.
    static func isReadable(_ words: [QuestionWord]) -> Bool {
        let letters = words.flatMap(\.raw).filter(\.isLetter)
        let plain = letters.count { $0.isASCII }
        return letters.isEmpty || 5 * plain >= 4 * letters.count
    }

    // MARK: Rules

    private static let shortQuestion = 5

    private static func isShort(_ words: [QuestionWord]) -> Bool { words.count <= 8 }

    private static func isAccuracy(_ words: [QuestionWord]) -> Bool {
        if words.contains(anyOf: ["accuracy", "accurate", "accurately", "accuracy"]) { return true }
        if words.contains(anyPhrase: ["hit rate", "track record", "success rate"]) { return true }
        let often = words.contains(anyPhrase: ["how often", "how good", "how well"])
        return often
            && words.contains(anyOf: [
                "right", "correct", "wrong", "model", "prediction", "predict", "score", "direction", "it",
            ])
    }

    private static func isDefinition(_ words: [QuestionWord]) -> Bool {
        words.contains(anyPhrase: [
            "what is", "what are", "what's", "whats", "what does", "what do", "define", "definition",
            "meaning",
            "mean", "explain", "how is", "how are", "how do", "how does", "tell me about", "describe",
            "why is there",
        ])
    }

    private static func isCount(_ words: [QuestionWord], hasTicker: Bool, hasKind: Bool) -> Bool {
        guard
            words.contains(anyPhrase: ["how many", "number of", "count of", "how much data", "sample size"])
        else { return false }
        return hasTicker || hasKind
            || words.contains(anyOf: [
                "event", "label", "labelled", "labeled", "outcome", "company", "ticker", "filing",
                "prediction",
                "data", "sample",
            ])
    }

    private static func isModel(_ words: [QuestionWord]) -> Bool {
        if words.contains(anyOf: ["champion", "registry"]) { return true }
        guard words.contains(anyOf: ["model", "certificate"]) else { return false }
        return words.contains(anyOf: [
            "status", "version", "live", "trained", "training", "train", "use", "used", "passed", "pass",
            "gate",
            "health", "current", "active", "ready", "which", "list", "certificate", "valid", "old",
            "standing",
            "promoted", "what", "show", "when",
        ])
    }

    private static func isGreeting(_ words: [QuestionWord]) -> Bool {
        words.count <= 3 && words.contains(anyOf: ["hello", "hi", "hey", "help", "start"])
    }

    // MARK: Words

    private static let notApplied = [
        "not applied", "isn't applied", "wasn't applied", "not adjusted", "no adjustment", "without model",
        "why no model", "no ai score", "not apply", "rules only", "same as the base",
    ]
    private static let limits = [
        "limit", "limitation", "weakness", "caveat", "disclaimer", "reliable", "trust", "rely", "risk",
        "advice",
        "guarantee", "shortcoming", "survivorship", "what can't", "cannot do", "go wrong", "how sure",
    ]
    private static let helps = [
        "what can i ask", "what can you", "help", "what do you know", "how do i ask", "example question",
        "what questions",
    ]
    private static let ownWords: Set<String> = [
        "event", "filing", "reaction", "outcome", "label", "prediction", "score", "impact", "abnormal",
    ]
    private static let superlatives: Set<String> = [
        "biggest", "largest", "greatest", "strongest", "top", "worst", "best", "most", "highest", "sharpest",
    ]
    private static let moves: Set<String> = [
        "move", "moved", "reaction", "reacted", "impact", "drop", "gain", "rise", "fall", "fell", "rose",
        "event",
        "outcome", "jump", "swing", "loss", "return",
    ]
    private static let reactions: Set<String> = [
        "react", "reacted", "reaction", "respond", "responded", "response", "history", "historical",
        "historically", "usually", "typical", "typically", "average", "past", "move", "moved", "behave",
        "behaved",
        "earlier", "previous", "normally", "effect", "after", "impact",
    ]
    private static let recency: Set<String> = [
        "latest", "recent", "recently", "last", "newest", "new", "today", "news", "list", "show", "event",
        "filing", "week", "happened", "happening", "announced", "filed",
    ]
}
