import Scores

/// Recognises questions that ask for advice on trading, whose words our own texts never have.
enum TradingQuestion {
    /// Whether the words ask what to do with a security.
    static func matches(_ words: [QuestionWord]) -> Bool {
        forbidden(words) || words.contains(anyPhrase: phrases) || should(words) || trade(words) || pick(words)
            || short(words) || long(words)
    }

    /// A trading word, unless it stands in the name of an event (the FDA's suspension of a trial, a
    /// repurchase).
    private static func forbidden(_ words: [QuestionWord]) -> Bool {
        for (index, word) in words.enumerated() {
            let parts = word.lower.split { !$0.isLetter }.map(String.init)
            guard parts.contains(where: WordingCheck.forbiddenWords.contains) else { continue }
            if WordingCheck.allowedCodes.contains(word.lower.replacing("-", with: "_")) { continue }
            let before = index > 0 ? words[index - 1].lower : ""
            let after = index + 1 < words.count ? words[index + 1].lower : ""
            if ["up", "true", "water"].contains(after), before != "i" { continue }
            if before == "clinical" || after == "back" || after == "backs" || after == "off" { continue }
            if parts.count == 2, ["back", "backs", "off", "offs"].contains(parts[1]) { continue }
            return true
        }
        return false
    }

    private static let phrases = [
        "get in", "get out", "getting in", "go long", "going long", "go short", "going short",
        "long or short",
        "invest", "investing", "investor should", "worth investing", "good investment", "safe investment",
        "investment idea",
        "portfolio", "my account", "my money", "my savings", "make money", "making money", "get rich",
        "put money",
        "price target", "target price", "stop loss", "stop-loss", "entry point", "exit point",
        "take a position", "position size", "my position", "long position", "short position",
        "open a position",
        "option strategy", "options strategy", "call option", "put option", "options trade", "straddle",
        "strangle",
        "leverage", "margin account", "good time to", "right time to", "load up", "double down",
        "the dip", "stock pick", "stock tip", "hot tip", "recommend", "recommendation", "undervalued",
        "overvalued",
        "bullish", "bearish", "hedge", "my share", "my stock", "allocate", "day trading", "swing trade",
        "worth owning", "to own", "retirement", "to exit", "should exit", "safe bet", "bet on",
        "smart choice",
        "lose money", "losing money", "now the time", "winning trade", "long term", "puts on", "calls on",
        "calls or puts", "puts or calls", "should own", "to the moon", "dump",
    ]

    /// "Should I" with anything but a word of reading and understanding behind it.
    private static func should(_ words: [QuestionWord]) -> Bool {
        let persons: Set<String> = ["i", "we", "one", "people", "anyone", "someone", "investors"]
        for (index, word) in words.enumerated() where word.lower == "should" || word.lower == "shall" {
            guard index + 2 < words.count, persons.contains(words[index + 1].lower) else { continue }
            if !understanding.contains(words[index + 2].lower) { return true }
        }
        return false
    }

    private static let understanding: Set<String> = [
        "trust", "believe", "read", "know", "ask", "interpret", "understand", "look", "start", "rely", "take",
        "care", "worry", "check", "see", "call",
    ]

    private static func trade(_ words: [QuestionWord]) -> Bool {
        let harmless: Set<String> = [
            "day", "session", "volume", "hour", "calendar", "secret", "symbol", "week", "halt", "suspension",
        ]
        let plain: Set<String> = ["trade", "trades", "trading", "trader", "traders", "traded"]
        return words.indices.contains { index in
            guard plain.contains(words[index].lower) else { return false }
            return !(index + 1 < words.count && harmless.contains(words[index + 1].stem))
        }
    }

    private static func pick(_ words: [QuestionWord]) -> Bool {
        let asks =
            words.contains(anyPhrase: [
                "which stock", "what stock", "which share", "which company", "best stock", "top stock",
                "good stock",
            ])
        let wishes: Set<String> = [
            "best", "good", "pick", "own", "now", "today", "tomorrow", "next", "winner", "get", "choose",
        ]
        let past: Set<String> = ["reacted", "moved", "fell", "rose", "reaction", "event", "label", "stored"]
        return asks && words.contains(anyOf: wishes) && !words.contains(anyOf: past)
    }

    /// "Long" or "calls" beside a symbol in capitals, and nothing that makes them ordinary words.
    private static func long(_ words: [QuestionWord]) -> Bool {
        guard words.count <= 3, !words.contains(anyOf: ["earning", "how"]) else { return false }
        return words.contains { ["long", "calls", "puts"].contains($0.lower) }
            && words.contains { word in
                word.raw.count > 1 && word.raw == word.raw.uppercased()
                    && word.raw.contains(where: \.isLetter)
            }
    }

    private static func short(_ words: [QuestionWord]) -> Bool {
        if words.contains(anyOf: ["shorting"]) { return true }
        guard let index = words.firstIndex(where: { $0.lower == "short" }), index + 1 < words.count,
            index == 0 || words[index - 1].lower != "in"
        else { return false }
        let next = words[index + 1].raw
        return next.count > 1 && next == next.uppercased()
            || ["it", "this", "the"].contains(words[index + 1].lower)
    }
}
