/// How wide a text is about, in a sans-serif font, and what of it fits.
///
/// The server has no font; the widths are those of classes of letters in wide sans-serif fonts.
enum TextFit {
    /// Size of all text in pictures.
    static let size = 13.0

    /// Bold letters are so much wider.
    private static let boldness = 1.11

    static func width(_ text: String, isBold: Bool = false) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size * (isBold ? boldness : 1)
    }

    /// The text, or its beginning with `…` where it is wider than the place.
    static func truncated(_ text: String, to width: Double, isBold: Bool = false) -> String {
        guard Self.width(text, isBold: isBold) > width else { return text }
        var kept = ""
        var used = Self.width("…", isBold: isBold)
        for character in text {
            used += Self.width(String(character), isBold: isBold)
            if used > width { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines that are no wider than the place; at most `limit`, the last one truncated.
    static func wrapped(_ text: String, to width: Double, limit: Int, isBold: Bool = false) -> [String] {
        var lines: [String] = []
        var line = ""
        var words = text.split(separator: " ").map(String.init)[...]
        while let word = words.first {
            let candidate = line.isEmpty ? word : "\(line) \(word)"
            if line.isEmpty || Self.width(candidate, isBold: isBold) <= width {
                line = candidate
                words.removeFirst()
            } else if lines.count + 1 < limit {
                lines.append(line)
                line = ""
            } else {
                line += " " + words.joined(separator: " ")
                words = []
            }
        }
        return (line.isEmpty ? lines : lines + [line]).map { truncated($0, to: width, isBold: isBold) }
    }

    private static func share(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "t", "f", "r", "I", ".", ",", "'", ":", ";", "|", "!", "(", ")", "[", "]", " ",
            "/",
            "\u{A0}":
            0.37
        case "m", "w", "M", "W", "%", "@", "…", "—": 0.94
        case "A"..."Z", "&", "+", "−", "=", "<", ">", "–": 0.72
        case "\u{1100}"..."\u{FFFF}" where scalar > "\u{2E80}": 1.05
        case "\u{10000}"...: 1.3
        default: 0.62
        }
    }
}
