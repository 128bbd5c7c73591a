/// A text as a list of folded words, in which phrases can be looked for.
///
/// Folding: small letters; letters and digits make words, everything else separates them; apostrophes vanish. The end of a
/// sentence is kept as a word of its own, `.`, so that no pattern reaches across it; abbreviations such as `Inc.` end none.
struct PhraseText: Sendable, Equatable {
    /// The words, with `.` between sentences.
    private(set) var words: [String]

    /// Folds a text.
    init(_ text: String) {
        words = []
        var word = ""
        var wasEnd = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "\u{2019}": continue
            case "A"..."Z", "a"..."z", "0"..."9":
                wasEnd = false
                word.unicodeScalars.append(
                    scalar.value < 91 && scalar.value > 64 ? UnicodeScalar(UInt8(scalar.value + 32)) : scalar
                )
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
                // A full stop ends a sentence only before a space: 2.5 and U.S. go on.
                if scalar == ";" || scalar == "!" || scalar == "?" {
                    endSentence(isListItem: true)
                    wasEnd = false
                } else if scalar.properties.isWhitespace {
                    if wasEnd { endSentence(isListItem: false) }
                    wasEnd = false
                } else if scalar == "." {
                    wasEnd = true
                }
            }
        }
        if !word.isEmpty { words.append(word) }
    }

    private mutating func endSentence(isListItem: Bool) {
        guard let last = words.last, last != "." else { return }
        if !isListItem, last.utf8.count == 1 || Self.abbreviations.contains(last) { return }
        words.append(".")
    }

    /// The text without each occurrence of a phrase, which is replaced by the end of a sentence.
    func removing(_ phrase: [String]) -> PhraseText {
        guard let first = phrase.first, words.contains(first) else { return self }
        var result = self
        result.words = []
        var at = 0
        while at < words.count {
            if words[at] == first, words.count - at >= phrase.count,
                words[at..<at + phrase.count].elementsEqual(phrase)
            {
                result.words.append(".")
                at += phrase.count
            } else {
                result.words.append(words[at])
                at += 1
            }
        }
        return result
    }

    private static let abbreviations: Set<String> = [
        "inc", "corp", "co", "ltd", "llc", "plc", "no", "mr", "ms", "mrs", "dr", "jr", "sr", "st", "approx",
    ]
}
