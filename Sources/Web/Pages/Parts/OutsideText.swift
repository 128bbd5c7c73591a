import Markup

/// Text from sources: escaped, cut where a list has no room, and isolated so that right-to-left letters and direction
/// marks in it leave the rest of the line alone.
extension HTMLWriter {
    /// The text within `bdi`.
    ///
    /// - Parameters:
    ///   - text: What a source wrote.
    ///   - longest: Characters to show; the rest is `…`.
    mutating func outsideText(_ text: String, longest: Int = .max) {
        element("bdi", text: OutsideText.shortened(text, longest: longest))
    }
}

/// Text from sources.
enum OutsideText {
    /// Characters of a title in a list.
    static let inList = 150
    /// Characters of a title in a table.
    static let inTable = 110

    /// The text, or its start with `…` where it is longer.
    static func shortened(_ text: String, longest: Int) -> String {
        guard longest < text.utf8.count, text.count > longest else { return text }
        let start = text.prefix(longest)
        let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return "\(words.count > longest / 2 ? words : start)…"
    }
}
