/// Finds the company that a question names by its symbol.
struct SymbolReader {
    /// What was found.
    struct Symbols {
        /// The first symbol of which events are stored.
        var known: String?
        /// The first word that looks like a symbol and is not stored.
        var unknown: String?
    }

    let source: RadarQuantSource

    private static let lookups = 12

    /// Words in capitals come first; a word in small letters counts only where it is no word of English.
    ///
    /// A question all in capitals says nothing about which words are symbols, so it is read as if in small
    /// letters.
    func symbols(in words: [QuestionWord]) async throws -> Symbols {
        let letters = words.flatMap(\.raw).filter(\.isLetter)
        let isShouted = words.count > 2 && !letters.contains(where: \.isLowercase)
        var found = Symbols()
        let marked = words.filter { $0.raw.hasPrefix("$") }.map { String($0.raw.dropFirst()) }
        let capitals = isShouted ? [] : words.map(\.raw).map(Self.withoutPossessive).filter(Self.isSymbol)
        for symbol in (marked + capitals).prefix(Self.lookups) {
            let isMarked = marked.contains(symbol)
            guard isMarked || !CommonWords.acronyms.contains(symbol) else { continue }
            if try await source.isTicker(symbol.uppercased()) {
                found.known = symbol.uppercased()
                return found
            }
            if found.unknown == nil, symbol.count > 1 || isMarked { found.unknown = symbol.uppercased() }
        }
        let small = words.filter { word in
            (isShouted || word.raw.contains(where: \.isLowercase)) && (2...6).contains(word.lower.count)
        }.map { Self.withoutPossessive($0.lower) }
        for word in small.filter({ !CommonWords.english.contains($0) && $0.first?.isLetter ?? false })
            .prefix(Self.lookups)
        where try await source.isTicker(word.uppercased()) {
            found.known = word.uppercased()
            return found
        }
        return found
    }

    private static func withoutPossessive(_ word: String) -> String {
        word.hasSuffix("'s") || word.hasSuffix("'S") ? String(word.dropLast(2)) : word
    }

    /// Capitals, with a point or hyphen between them where a class of shares is named.
    private static func isSymbol(_ word: String) -> Bool {
        guard (1...7).contains(word.count), word.first?.isLetter ?? false, word != "I", word != "A" else {
            return false
        }
        return word.utf8.allSatisfy { (65...90).contains($0) || $0 == 46 || $0 == 45 }
    }
}
