import Scores

extension Sequence<Sentence> {
    /// The sentences as one with separators, the last of them before the last part: `a, b and c`.
    func joined(_ separator: String = ", ", last: String = " and ") -> Sentence {
        let parts = Array(self)
        var runs: [Run] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { runs.append(.text(index == parts.count - 1 ? last : separator)) }
            runs += part.runs
        }
        return Sentence(runs)
    }
}

/// Stored text that may stand in an answer.
enum Quote {
    /// The text without the full stop at its end; nil where it has a word that no answer may have, or nothing
    /// at all.
    static func safe(_ text: String?) -> String? {
        guard var text = text?[...] else { return nil }
        while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
        return text.isEmpty || !isClean(text) ? nil : String(text)
    }

    /// The text as it is; nil as for `safe`.
    static func whole(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty || !isClean($0[...]) ? nil : $0 }
    }

    private static func isClean(_ text: Substring) -> Bool {
        WordingCheck.violations(in: String(text)).isEmpty
    }
}
