import Foundation

/// Looks into a page's markup as a reader sees it.
enum PageText {
    /// The text without tags, spaces joined, references resolved.
    static func plain(_ markup: some StringProtocol) -> String {
        var text = ""
        var isTag = false
        for character in markup {
            switch character {
            case "<": isTag = true
            case ">" where isTag:
                isTag = false
                text += " "
            default: if !isTag { text.append(character) }
            }
        }
        for (reference, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] { text = text.replacing(reference, with: character) }
        return text.split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
    }

    /// The rows of the table whose caption begins so, cell by cell; headings of groups are rows of one cell.
    static func table(_ caption: String, in markup: String) -> [[String]] {
        let escaped = caption.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
        guard let start = markup.range(of: "<caption>\(escaped)"),
            let end = markup.range(of: "</table>", range: start.upperBound..<markup.endIndex)
        else { return [] }
        return markup[start.upperBound..<end.lowerBound].components(separatedBy: "<tr").dropFirst(2).map {
            row in
            row.replacing("<th", with: "<td").components(separatedBy: "<td").dropFirst().map { cell in
                trimmed(plain(cell.drop { $0 != ">" }.dropFirst()))
            }
        }
    }

    /// The part of a page between a heading's identity and the next one's.
    static func part(_ identity: String, in markup: String) -> String {
        guard let start = markup.range(of: "id=\"\(identity)\"") else { return "" }
        let rest = markup[start.upperBound...]
        let end = ["<h2", "<h3"].compactMap { rest.range(of: $0)?.lowerBound }.min() ?? rest.endIndex
        return String(rest[..<end])
    }

    private static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: CharacterSet(charactersIn: " \u{2007}\u{2008}"))
    }
}
