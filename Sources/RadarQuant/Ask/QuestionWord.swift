/// One word of a question.
struct QuestionWord: Hashable {
    /// As it was typed, without punctuation around it.
    let raw: String
    /// In small letters.
    let lower: String
    /// In small letters without the ending of a plural or a possessive, to be compared.
    let stem: String

    init(_ raw: String) {
        self.raw = raw
        lower = raw.lowercased()
        stem = Self.stem(lower)
    }

    /// The words of a text.
    static func all(in text: String) -> [QuestionWord] {
        let plain = text.map { $0 == "\u{2019}" ? "'" : $0 }
        return plain.split { !isPart($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
            .map(QuestionWord.init)
    }

    /// The words of a phrase as they are compared.
    static func stems(_ phrase: some StringProtocol) -> [String] {
        phrase.lowercased().split(separator: " ").map { stem(String($0)) }
    }

    private static func stem(_ word: String) -> String {
        let word = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
        guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
            !word.hasSuffix("is")
        else { return word }
        return word.hasSuffix("ies") && word.count > 4 ? word.dropLast(3) + "y" : String(word.dropLast())
    }

    private static let joints = Set(".-/:&$_'+")

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || joints.contains(character)
    }

    private static func trimmed(_ word: String) -> String {
        var word = word[...]
        while let last = word.last, joints.contains(last) { word.removeLast() }
        while let first = word.first, joints.contains(first), first != "$" { word.removeFirst() }
        return word == "$" ? "" : String(word)
    }
}

extension [QuestionWord] {
    /// Whether one of the words, in small letters, is among these.
    func contains(anyOf words: Set<String>) -> Bool {
        contains { words.contains($0.lower) || words.contains($0.stem) }
    }

    /// Where a phrase begins; nil where it does not occur.
    func position(of phrase: some StringProtocol) -> Int? {
        let wanted = QuestionWord.stems(phrase)
        guard !wanted.isEmpty, count >= wanted.count else { return nil }
        return (0...(count - wanted.count)).first { start in
            wanted.indices.allSatisfy { self[start + $0].stem == wanted[$0] }
        }
    }

    /// Whether one of these phrases occurs.
    func contains(anyPhrase phrases: [String]) -> Bool {
        phrases.contains { position(of: $0) != nil }
    }
}
