/// Decides what a question wants from its words alone.
enum IntentRules {
    /// The first rule that fits, the more special ones first.
    ///
    /// - Parameters:
    ///   - words: the question.
    ///   - ticker: the stored company that it names.
    ///   - kind: the kind of events that it names.
    /// - Returns: what it wants.
    static func intent(_ words: [QuestionWord], ticker: String?, kind: EventKind?) -> Intent {
        let isSpecific = ticker != nil || kind != nil
        let isAboutUs = isSpecific || words.contains(anyOf: IntentWords.own)
        if isForecast(words, hasKind: kind != nil) {
            let isPrice = ticker != nil || words.contains(anyOf: ["stock", "share", "market", "price"])
            return isPrice ? .forecast : .outside
        }
        if let intent = figures(words) { return intent }
        if let intent = meaning(words, ticker: ticker, kind: kind) { return intent }
        if isLimits(words) { return .limits }
        if isCount(words, isSpecific: isSpecific) { return .counts }
        if isModel(words) { return .modelStatus }
        if isAboutUs, isBiggest(words) { return .biggestMoves }
        if isSpecific, words.contains(anyOf: IntentWords.reactions) { return .history }
        if isAboutUs, words.contains(anyOf: IntentWords.recency) { return .latest }
        if words.contains(anyPhrase: IntentWords.helps) || isGreeting(words) { return .help }
        return fallback(words, ticker: ticker, hasKind: kind != nil)
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

    /// Nothing said what is wanted: a kind means its history, a company its events, a word of ours its
    /// meaning; each only where the question speaks of little else.
    private static func fallback(_ words: [QuestionWord], ticker: String?, hasKind: Bool) -> Intent {
        if hasKind { return words.count <= shortQuestion ? .history : .outside }
        if let ticker {
            return NeutralWords.areAll(words, except: [ticker, "$\(ticker)"]) ? .latest : .outside
        }
        return Concept.named(in: words).map(Intent.concept) ?? .outside
    }

    private static let shortQuestion = 5
}

// MARK: - Rules

extension IntentRules {
    /// A past reaction is no forecast, nor is a question about the models.
    private static func isForecast(_ words: [QuestionWord], hasKind: Bool) -> Bool {
        if hasKind, words.contains(anyOf: ["react", "reacted", "reaction", "moved", "responded"]) {
            return false
        }
        return ForecastQuestion.matches(words)
            && !words.contains(anyOf: ["model", "score", "impact", "error"])
    }

    /// Questions for a figure of the monitoring report.
    private static func figures(_ words: [QuestionWord]) -> Intent? {
        if words.contains(anyPhrase: IntentWords.notApplied) { return .notApplied }
        if words.contains(anyPhrase: ["high confidence", "high-confidence", "confident"]) {
            return .highConfidence
        }
        if words.contains(where: { $0.lower.contains("calibrat") }) { return .calibration }
        if isAccuracy(words) { return .accuracy }
        if words.contains(anyOf: ["error", "mae", "inaccurate"])
            || words.contains(anyPhrase: ["far off", "how close"])
        {
            return .error
        }
        if words.contains(anyPhrase: IntentWords.badges), words.contains(anyOf: ["which", "list", "any"]) {
            return .modelStatus
        }
        return nil
    }

    private static func isAccuracy(_ words: [QuestionWord]) -> Bool {
        if words.contains(anyOf: ["accuracy", "accurate", "accurately"]) { return true }
        if words.contains(anyPhrase: IntentWords.accuracy) { return true }
        return words.contains(anyPhrase: ["how often", "how good", "how well"])
            && words.contains(anyOf: IntentWords.judged)
    }

    /// Questions for what a word means.
    private static func meaning(_ words: [QuestionWord], ticker: String?, kind: EventKind?) -> Intent? {
        guard ticker == nil, !isLimits(words), words.contains(anyPhrase: IntentWords.definitions) else {
            return nil
        }
        if let concept = Concept.named(in: words) { return .concept(concept) }
        guard let kind, words.count <= shortQuestion, !words.contains(anyOf: IntentWords.reactions),
            !words.contains(anyOf: ["latest", "newest", "recent", "last"])
        else { return nil }
        return .meaning(kind)
    }

    private static func isLimits(_ words: [QuestionWord]) -> Bool {
        if words.contains(anyPhrase: IntentWords.limits) { return true }
        return words.contains(anyPhrase: IntentWords.everydayLimits)
            && NeutralWords.areAll(words, except: IntentWords.everydayLimits + ["should", "investment"])
    }

    private static func isCount(_ words: [QuestionWord], isSpecific: Bool) -> Bool {
        if words.contains(anyPhrase: IntentWords.stock) { return true }
        return words.contains(anyPhrase: IntentWords.counting)
            && (isSpecific || words.contains(anyOf: IntentWords.counted))
    }

    private static func isModel(_ words: [QuestionWord]) -> Bool {
        if words.contains(anyOf: ["champion", "registry"]) { return true }
        return words.contains(anyOf: ["model", "certificate"]) && words.contains(anyOf: IntentWords.standing)
    }

    private static func isBiggest(_ words: [QuestionWord]) -> Bool {
        words.contains(anyOf: IntentWords.superlatives) && words.contains(anyOf: IntentWords.moves)
            && !words.contains(anyOf: ["latest", "newest", "recent"])
    }

    private static func isGreeting(_ words: [QuestionWord]) -> Bool {
        words.count <= 3 && words.contains(anyOf: ["hello", "hi", "hey", "help", "start"])
            || words.map(\.lower) == ["explain"]
    }
}
