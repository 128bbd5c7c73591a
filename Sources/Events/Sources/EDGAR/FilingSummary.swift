import Foundation

/// Takes the first paragraph of news out of an 8-K.
public enum FilingSummary {
    /// The longest summary in characters.
    public static let longest = 400

    /// The first meaningful paragraph behind the first item heading; empty where there is none.
    ///
    /// - Parameter text: lines of text as `DocumentText.plain(_:)` gives them.
    /// - Returns: at most 400 characters, cut behind a sentence where one ends in time, else behind a word.
    public static func summary(ofText text: String) -> String {
        let lines = text.split(separator: "\n").map { String($0) }
        guard let heading = lines.firstIndex(where: isHeading) else { return "" }
        for line in lines[(heading + 1)...] {
            if isSignature(line) { break }
            if isHeading(line) || !isParagraph(line) { continue }
            return shortened(line)
        }
        return ""
    }

    /// The summary of a full submission or of an 8-K document alone.
    public static func summary(ofSubmission bytes: [UInt8]) -> String {
        summary(ofText: DocumentText.plain(mainDocument(of: bytes)))
    }

    /// The first document's text of a full submission; all bytes where there are no document marks.
    static func mainDocument(of bytes: [UInt8]) -> [UInt8] {
        let view = MarkupBytes(bytes)
        guard let start = view.find("<TEXT>", from: 0) else { return bytes }
        let from = start + 6
        let end = view.find("</TEXT>", from: from) ?? bytes.count
        return Array(bytes[from..<end])
    }

    private static func isHeading(_ line: String) -> Bool {
        let lower = line.prefix(40).lowercased()
        guard lower.hasPrefix("item") else { return false }
        let rest = lower.dropFirst(4).drop { " .:".contains($0) }
        let number = rest.prefix { $0.isNumber || $0 == "." }
        let trimmed = number.hasSuffix(".") ? number.dropLast() : number
        return FilingItem(number: trimmed) != nil
    }

    private static func isSignature(_ line: String) -> Bool {
        line.count < 20 && line.uppercased().hasPrefix("SIGNATURE")
    }

    /// Prose: long enough, ends like a sentence, and no heading in capitals.
    private static func isParagraph(_ line: String) -> Bool {
        guard line.count >= 60, !titles.contains(where: line.lowercased().hasPrefix) else { return false }
        let letters = line.filter(\.isLetter)
        return letters.count > line.count / 2 && letters.filter(\.isUppercase).count < letters.count / 2
    }

    /// Beginnings of the items' official headings, which some documents set on a line of their own.
    private static let titles = FilingItem.allCases.map { $0.officialTitle.prefix(24).lowercased() }
        .filter { $0.count == 24 }

    /// Words whose full stop ends no sentence.
    private static let abbreviations: Set<String> = [
        "Inc", "Corp", "Co", "Ltd", "No", "Mr", "Ms", "Mrs", "Dr", "Messrs", "U.S", "N.A", "L.P", "St", "Jr",
        "Sr",
    ]

    private static func shortened(_ line: String) -> String {
        guard line.count > longest else { return line }
        let head = line.prefix(longest)
        var rest = head
        while let end = rest.range(of: ". ", options: .backwards) {
            guard head.distance(from: head.startIndex, to: end.lowerBound) >= 100 else { break }
            let word = head[..<end.lowerBound].split(separator: " ").last ?? ""
            if !abbreviations.contains(String(word)), word.count > 1 {
                return String(head[...end.lowerBound])
            }
            rest = head[..<end.lowerBound]
        }
        let cut = line.prefix(longest - 1)
        let word = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<word] + "…"
    }
}
