/// A number in a text, with everything that changes what it says.
struct NumberToken: Hashable {
    /// As it stands in the text.
    let raw: String
    /// The same for two tokens only where they say the same: sign, digits, percent or times.
    ///
    /// Anything that is not a plain number (`8-K`, a day, a key, `3x`) is its own key in small letters.
    let key: String
    /// The key where the number is the first of a range whose second is percent: `52 to 58 %`; nil elsewhere.
    var rangeKey: String?
}

/// Finds the numbers of a text.
///
/// A chunk is what stands between spaces, brackets, quotation marks or long dashes. A chunk of digits is a
/// number, commas between groups of three left out; a chunk that mixes digits with letters or other signs is
/// taken as it is, so that
/// nothing can hide in it.
enum NumberScanner {
    /// The numbers in order.
    static func tokens(in text: String) -> [NumberToken] {
        let chunks = chunks(in: text)
        var tokens: [NumberToken] = []
        for (index, chunk) in chunks.enumerated() where chunk.contains(where: isNumeric) {
            let before = index > 0 ? chunks[index - 1] : ""
            let after = index + 1 < chunks.count ? chunks[index + 1] : ""
            var found = numbers(in: chunk, before: before.lowercased(), after: after.lowercased())
            if found.count == 1, startsPercentRange(index, chunks) { found[0].rangeKey = found[0].key + "%" }
            tokens += found
        }
        return tokens
    }

    /// Whether a character is a digit or any other sign for a number, of whatever script.
    static func isNumeric(_ character: Character) -> Bool {
        character.isNumber || character.unicodeScalars.contains { $0.properties.numericType != nil }
    }

    // MARK: Chunks

    /// The chunks of a text without the punctuation around them.
    static func chunks(in text: String) -> [String] {
        text.map { $0 == "\u{2212}" ? "-" : $0 }.split(whereSeparator: isSeparator)
            .map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private static let separators = Set(
        "()[]{}\"'`;!?|\u{2018}\u{2019}\u{201C}\u{201D}\u{2013}\u{2014}\u{2012}"
    )

    private static func isSeparator(_ character: Character) -> Bool {
        character.isWhitespace || separators.contains(character)
    }

    private static func trimmed(_ chunk: String) -> String {
        var chunk = chunk[...]
        while let last = chunk.last, ".,:-/".contains(last), chunk.count > 1 { chunk.removeLast() }
        while let first = chunk.first, ".,:/".contains(first), chunk.count > 1,
            first != "." || !(chunk.dropFirst().first.map(isNumeric) ?? false)
        {
            chunk.removeFirst()
        }
        return String(chunk)
    }

    // MARK: Numbers

    private static func numbers(in chunk: String, before: String, after: String) -> [NumberToken] {
        if let number = PlainNumber(chunk) {
            return [number.token(before: before, after: after)]
        }
        if let range = range(chunk, before: before, after: after) { return range }
        return [NumberToken(raw: chunk, key: chunk.lowercased())]
    }

    /// `52-58` as two numbers that share what stands behind; a day is no range.
    private static func range(_ chunk: String, before: String, after: String) -> [NumberToken]? {
        let parts = chunk.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = PlainNumber(parts[0]), let second = PlainNumber(parts[1]),
            first.sign.isEmpty, second.sign.isEmpty
        else { return nil }
        let last = second.token(before: "", after: after)
        var start = first.token(before: before, after: "")
        if last.key.hasSuffix("%"), !start.key.hasSuffix("%") { start.rangeKey = start.key + "%" }
        return [start, last]
    }

    /// Whether a plain number is followed by `to`, `and`, `or` or only a dash, and then by a number with
    /// percent.
    private static func startsPercentRange(_ index: Int, _ chunks: [String]) -> Bool {
        guard PlainNumber(chunks[index]).map({ !$0.isPercent }) ?? false, index + 1 < chunks.count else {
            return false
        }
        let isJoined = ["to", "and", "or", "-"].contains(chunks[index + 1].lowercased())
        let next = index + (isJoined ? 2 : 1)
        guard next < chunks.count, let second = PlainNumber(chunks[next]) else { return false }
        let after = next + 1 < chunks.count ? chunks[next + 1].lowercased() : ""
        return second.token(before: "", after: after).key.hasSuffix("%")
    }
}

/// A chunk that is a number: sign, digits with or without groups, decimals, percent sign.
private struct PlainNumber {
    let raw: String
    let sign: String
    let digits: String
    let isPercent: Bool

    init?(_ chunk: some StringProtocol) {
        raw = String(chunk)
        var rest = raw[...]
        sign = rest.first == "-" || rest.first == "+" ? String(rest.removeFirst()) : ""
        isPercent = rest.last == "%"
        if isPercent { rest.removeLast() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Self.whole(parts[0]) else { return nil }
        guard parts.count == 2 else {
            digits = whole
            return
        }
        guard !parts[1].isEmpty, Self.isDigits(parts[1]) else { return nil }
        digits = "\(whole).\(parts[1])"
    }

    /// Digits of the whole part, commas left out; nil where a comma does not divide groups of three.
    private static func whole(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, isDigits(first), !first.isEmpty else { return nil }
        if groups.count > 1 {
            guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 && isDigits($0) }) else {
                return nil
            }
        }
        return groups.joined()
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// The number with the sign and unit that the neighbouring words give it.
    func token(before: String, after: String) -> NumberToken {
        var sign = sign
        if sign.isEmpty, before == "minus" || before == "negative" || before == "-" { sign = "-" }
        if sign.isEmpty, before == "plus" || before == "+" { sign = "+" }
        let unit: String =
            if isPercent || after.hasPrefix("%") || ["percent", "pct", "per"].contains(after) {
                "%"
            } else if ["times", "x", "\u{D7}", "fold", "-fold"].contains(after) {
                "\u{D7}"
            } else {
                ""
            }
        return NumberToken(raw: raw, key: sign + digits + unit)
    }
}
