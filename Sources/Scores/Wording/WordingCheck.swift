/// Finds words that must not stand in anything a user reads.
///
/// A word is a run of letters and digits, so `buyback`, `household` and `threshold` are words of their own and
/// pass, while a hyphen or underscore ends a word: `buy-and-hold` does not pass. Forbidden are the trading words
/// with the inflections in which they give advice. Of the verb "to hold" only the bare form is an advice;
/// `held-out`, `holds` and `holding` are ordinary technical English and pass.
public enum WordingCheck {
    /// A forbidden word and where it stands.
    public struct Violation: Equatable, Sendable, CustomStringConvertible {
        /// The word as written.
        public let word: String
        /// The line, counted from 1.
        public let line: Int

        /// The word and its line.
        public var description: String { "line \(line): \"\(word)\"" }
    }

    /// The forbidden words in lower case.
    public static let forbiddenWords: Set<String> = [
        "buy", "buys", "buying", "buyer", "buyers", "bought",
        "sell", "sells", "selling", "seller", "sellers", "sold",
        "hold",
        "signal", "signals", "signaling", "signalling", "signaled", "signalled",
        "profit", "profits", "profited", "profiting", "profitable", "profitably", "profitability",
    ]

    /// An HTML comment that exempts its line: for lines of documents that define this rule itself.
    public static let exemptionMarker = "<!-- wording: names the forbidden words -->"

    /// Codes that may stand in a text although a forbidden word is part of them: names of the taxonomy.
    public static let allowedCodes: Set<String> = ["fda_clinical_hold"]

    /// All forbidden words of a text in order; letters are compared without regard to case.
    public static func violations(in text: String) -> [Violation] {
        var found: [Violation] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.contains(exemptionMarker) {
            for code in line.split(whereSeparator: { !isCodeCharacter($0) })
            where !allowedCodes.contains(code.lowercased()) {
                for word in code.split(separator: "_") where forbiddenWords.contains(word.lowercased()) {
                    found.append(Violation(word: String(word), line: index + 1))
                }
            }
        }
        return found
    }

    private static func isCodeCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
