import Scores

extension Rephrasing {
    /// Judges a model's text.
    ///
    /// - Parameters:
    ///   - text: what the model wrote.
    ///   - answer: what it was asked to rephrase.
    /// - Returns: the text without spaces around it, or every reason against it.
    public static func check(_ text: String, against answer: RadarQuantAnswer) -> Verdict {
        let limit = characterLimit(for: answer)
        // Bytes first: a text of any size must not be searched.
        guard text.utf8.count <= 4 * limit, text.count <= limit else {
            return .refused([.tooLong(characters: text.count, limit: limit)])
        }
        let trimmed = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
            .joined(separator: "\n")
        guard trimmed.count >= minimumCharacters else {
            return .refused([.tooShort(characters: trimmed.count, minimum: minimumCharacters)])
        }
        let source = [answer.sentencesText, answer.paragraphs.compactMap(\.heading).joined(separator: "\n")]
            .joined(separator: "\n")
        let faults =
            WordingCheck.violations(in: trimmed).map { Fault.forbiddenWord($0.word) }
            + markup(in: trimmed) + advice(in: trimmed, source: source) + numbers(in: trimmed, source: source)
            + words(in: trimmed, source: source) + ratios(in: trimmed, source: source)
            + addresses(in: trimmed, source: source)
        var seen: Set<Fault> = []
        let distinct = faults.filter { seen.insert($0).inserted }
        return distinct.isEmpty ? .accepted(trimmed) : .refused(distinct)
    }

    // MARK: Numbers

    private static func numbers(in text: String, source: String) -> [Fault] {
        let known = Set(NumberScanner.tokens(in: source).flatMap { [$0.key, $0.rangeKey ?? $0.key] })
        return NumberScanner.tokens(in: text).filter { !known.contains($0.rangeKey ?? $0.key) }
            .map { .unknownNumber($0.raw) }
    }

    /// A number word passes where the answer has the word itself or the plain count in digits.
    private static func words(in text: String, source: String) -> [Fault] {
        let known = Set(NumberWords.all(in: source))
        let counts = Set(NumberScanner.tokens(in: source).map(\.key))
        return NumberWords.all(in: text)
            .filter { word in
                !known.contains(word) && !(NumberWords.counts[word].map(counts.contains) ?? false)
            }
            .map { .numberInWords($0) }
    }

    /// "7 of 10", "seven out of ten", "one in three": a share although both numbers may be in the answer.
    private static func ratios(in text: String, source: String) -> [Fault] {
        let known = Set(ratioPhrases(in: source))
        return ratioPhrases(in: text).filter { !known.contains($0) }.map { .ratio($0) }
    }

    private static func ratioPhrases(in text: String) -> [String] {
        let chunks = NumberScanner.chunks(in: text.lowercased())
        func isCount(_ chunk: String) -> Bool {
            NumberWords.counts[chunk] != nil
                || (!chunk.isEmpty && chunk.count <= 3 && chunk.utf8.allSatisfy { (48...57).contains($0) })
        }
        var phrases: [String] = []
        for (index, chunk) in chunks.enumerated() where isCount(chunk) {
            let rest = Array(chunks[(index + 1)...].prefix(3))
            if rest.count >= 2, ["in", "of"].contains(rest[0]), isCount(rest[1]) {
                phrases.append("\(chunk) \(rest[0]) \(rest[1])")
            } else if rest.count == 3, rest[0] == "out", rest[1] == "of" {
                phrases.append("\(chunk) out of \(rest[2])")
            }
        }
        return phrases
    }

    // MARK: Words

    private static let adviceWords: Set<String> = [
        "recommend", "recommends", "recommended", "recommendation", "should", "ought", "undervalued",
        "overvalued",
        "bullish", "bearish", "guaranteed", "guarantee", "certainly", "surely", "invest", "trade",
    ]

    private static func advice(in text: String, source: String) -> [Fault] {
        let known = Set(plainWords(source))
        return plainWords(text).filter { adviceWords.contains($0) && !known.contains($0) }.map { .advice($0) }
    }

    private static func plainWords(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    // MARK: Markup and addresses

    private static func markup(in text: String) -> [Fault] {
        var faults: [Fault] = []
        for scalar in text.unicodeScalars where scalar != "\n" {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                faults.append(.markup("U+\(String(scalar.value, radix: 16, uppercase: true))"))
            default: break
            }
        }
        for mark in ["<", ">", "](", "**", "```", "&#", "&lt;", "&amp;"] where text.contains(mark) {
            faults.append(.markup(mark))
        }
        return faults
    }

    private static func addresses(in text: String, source: String) -> [Fault] {
        let known = Set(NumberScanner.chunks(in: source).map { $0.lowercased() })
        return NumberScanner.chunks(in: text).map { $0.lowercased() }.compactMap { chunk in
            guard !known.contains(chunk) else { return nil }
            if chunk.contains("://") || chunk.hasPrefix("www.") || chunk.contains("@") || isDomain(chunk) {
                return .address(chunk)
            }
            return isKey(chunk) ? .unknownKey(chunk) : nil
        }
    }

    /// `example.com`, with or without a path; `e.g` and a missing space after a full stop of short words are
    /// none.
    private static func isDomain(_ chunk: String) -> Bool {
        let host = chunk.split(separator: "/").first ?? ""
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2, last.allSatisfy(\.isLetter) else {
            return false
        }
        return labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        }
    }

    /// `source:natural-key`.
    private static func isKey(_ chunk: String) -> Bool {
        let parts = chunk.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count >= 2 && parts.allSatisfy { !$0.isEmpty }
            && parts.contains { $0.contains(where: \.isLetter) }
    }
}
