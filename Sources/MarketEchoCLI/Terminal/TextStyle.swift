/// Whether texts may be bold or dim, and which characters may be drawn.
struct TextStyle: Sendable, Equatable {
    /// Whether escape sequences are written.
    var hasEmphasis: Bool
    /// Whether characters outside ASCII are written.
    var isUnicode: Bool

    /// No escape sequences, all characters.
    static let plain = TextStyle(hasEmphasis: false, isUnicode: true)

    /// The style for an output: emphasis only on a terminal and without `NO_COLOR` (no-color.org), ASCII where
    /// the locale names another character set than UTF-8.
    init(isTerminal: Bool, environment: [String: String]) {
        let isColourless = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        hasEmphasis = isTerminal && !isColourless
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        let name = locale?.lowercased() ?? "utf-8"
        isUnicode = name.contains("utf-8") || name.contains("utf8")
    }

    init(hasEmphasis: Bool, isUnicode: Bool) {
        self.hasEmphasis = hasEmphasis
        self.isUnicode = isUnicode
    }

    /// Bold text.
    func bold(_ text: String) -> String { hasEmphasis ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// Dim text.
    func dim(_ text: String) -> String { hasEmphasis ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// The text with the drawing characters of the program replaced where they cannot be shown.
    func drawable(_ text: String) -> String {
        guard !isUnicode, !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
        var result = ""
        for character in text { result += Self.replacements[character] ?? String(character) }
        return result
    }

    private static let replacements: [Character: String] = [
        "─": "-", "━": "#", "–": "-", "…": "...", "·": "-", "×": "x", "√": "sqrt",
    ]
}
