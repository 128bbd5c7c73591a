/// A pattern of words, written as text: `raise|raises|raised ..4 guidance|outlook`.
///
/// Words stand behind one another; `a|b` is either word; `resign*` is any word with that beginning; `..4` allows up to four
/// words between its neighbours, `..` up to eight. No gap reaches across the end of a sentence.
struct TextPattern: Sendable, Equatable {
    /// The pattern as written.
    let text: String
    private let parts: [Part]

    /// The longest gap of `..` without a number.
    static let usualGap = 8

    private enum Part: Sendable, Equatable {
        case word([Alternative])
        case gap(Int)
    }

    private struct Alternative: Sendable, Equatable {
        let word: String
        let isBeginning: Bool

        func matches(_ other: String) -> Bool { isBeginning ? other.hasPrefix(word) : other == word }
    }

    /// Reads a pattern.
    init(_ text: String) {
        self.text = text
        parts = text.split(separator: " ").map { token in
            if token.hasPrefix("..") { return .gap(Int(token.dropFirst(2)) ?? Self.usualGap) }
            return .word(
                token.split(separator: "|").map { word in
                    Alternative(
                        word: String(word.hasSuffix("*") ? word.dropLast() : word),
                        isBeginning: word.hasSuffix("*")
                    )
                }
            )
        }
    }

    /// Whether the pattern is found anywhere in a text.
    func matches(_ text: PhraseText) -> Bool {
        text.words.indices.contains { matches(text.words, at: $0, part: 0) }
    }

    private func matches(_ words: [String], at index: Int, part: Int) -> Bool {
        guard part < parts.count else { return true }
        switch parts[part] {
        case .word(let alternatives):
            guard index < words.count, alternatives.contains(where: { $0.matches(words[index]) }) else {
                return false
            }
            return matches(words, at: index + 1, part: part + 1)
        case .gap(let longest):
            for skipped in 0...longest {
                guard index + skipped < words.count else { return false }
                if matches(words, at: index + skipped, part: part + 1) { return true }
                if words[index + skipped] == "." { return false }
            }
            return false
        }
    }
}
