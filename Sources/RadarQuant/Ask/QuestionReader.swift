import Market

/// Reads a question: looks symbols and event keys up, recognises kinds, horizons and periods, and decides
/// what is wanted.
struct QuestionReader {
    let source: RadarQuantSource

    func read(_ question: Question) async throws -> QuestionReading {
        let words = QuestionWord.all(in: question.text)
        guard !words.isEmpty else { return QuestionReading(intent: .empty, filter: EventFilter()) }
        if TradingQuestion.matches(words) { return QuestionReading(intent: .trading, filter: EventFilter()) }
        guard IntentRules.isReadable(words) else {
            return QuestionReading(intent: .language, filter: EventFilter())
        }
        if let intent = try await eventIntent(question) {
            return QuestionReading(intent: intent, filter: EventFilter())
        }
        let symbols = try await SymbolReader(source: source).symbols(in: words)
        let kind = KindVocabulary.kind(in: words)
        let period = PeriodReader.period(in: words)
        var intent = IntentRules.intent(words, ticker: symbols.known, kind: kind)
        if symbols.known == nil, let unknown = symbols.unknown, IntentRules.needsCompany(intent) {
            intent = .unknownCompany(unknown)
        }
        return QuestionReading(
            intent: intent,
            filter: EventFilter(
                ticker: symbols.known,
                kind: kind ?? .all,
                since: period.since,
                until: period.until
            ),
            horizon: HorizonReader.horizon(in: words),
            limit: LimitReader.limit(in: words)
        )
    }

    // MARK: Event keys

    private static let lookups = 12

    private func eventIntent(_ question: Question) async throws -> Intent? {
        let candidates = question.text.split(separator: " ").map(Self.key)
            .filter { key in key.count >= 3 && key.contains { $0.isNumber || $0 == ":" } }
        for candidate in candidates.prefix(Self.lookups) where try await source.isEventID(candidate) {
            return .explain(eventID: candidate)
        }
        return candidates.first(where: Self.looksLikeKey).map(Intent.unknownEvent)
    }

    /// A word without the punctuation that may surround a key.
    private static func key(_ word: Substring) -> String {
        var word = word
        let around = Set("?.,!;:()[]\"'<>")
        while let last = word.last, around.contains(last) { word.removeLast() }
        while let first = word.first, around.contains(first) { word.removeFirst() }
        return String(word)
    }

    /// An accession number, or `source:natural-key` with a digit.
    private static func looksLikeKey(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isAccession =
            parts.map(\.count) == [10, 2, 6]
            && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
        if isAccession { return true }
        let sections = text.split(separator: ":", omittingEmptySubsequences: false)
        return sections.count >= 2 && text.count >= 8 && sections.allSatisfy { !$0.isEmpty }
            && sections[0].contains(where: \.isLetter)
    }
}
