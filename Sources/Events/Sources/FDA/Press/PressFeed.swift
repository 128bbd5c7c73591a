import Market

/// The FDA's feed of press releases (RSS 2.0).
public struct PressFeed: Sendable, Equatable {
    /// The notices of the feed, in its order.
    public var notices: [PressNotice] = []
    /// Items that could not be read.
    public var problems: [RowProblem] = []

    /// Parses a feed.
    ///
    /// - Parameter bytes: the XML document; only `item` with `title`, `link`, `guid`, `description` and `pubDate` is read.
    /// - Throws: `EventFileError` for a document that is no RSS feed.
    public init(_ bytes: [UInt8]) throws(EventFileError) {
        try TextFile.checkIsText(bytes[...])
        var scanner = FeedScanner(bytes)
        var path: [String] = []
        var fields: [String: String] = [:]
        var isFeed = false
        while let token = try scanner.next() {
            switch token {
            case .start(let name):
                if path.isEmpty { isFeed = name == "rss" }
                guard isFeed else {
                    throw .otherFormat(expected: "an RSS feed", found: TextFile.describe(bytes))
                }
                path.append(name)
                if name == "item" { fields = ["line": "\(scanner.line)"] }
            case .end(let name):
                guard path.popLast() == name else {
                    throw .malformed(format: "RSS", reason: "</\(name)> ends what was not begun")
                }
                if name == "item" { take(fields) }
            case .text(let text):
                if let name = path.last, path.dropLast().last == "item" { fields[name, default: ""] += text }
            }
        }
        guard isFeed, path.isEmpty else { throw .malformed(format: "RSS", reason: "it ends too early") }
    }

    private mutating func take(_ fields: [String: String]) {
        let line = fields["line"].flatMap { Int($0) } ?? 0
        let title = Self.plain(fields["title"] ?? "")
        let url = Self.plain(fields["link"] ?? "")
        guard !title.isEmpty, url.hasPrefix("https://") || url.hasPrefix("http://") else {
            problems.append(
                RowProblem(line: line, column: "link", value: url, reason: "has no title or no address")
            )
            return
        }
        let date = Self.plain(fields["pubDate"] ?? "")
        guard let published = MailDate.instant(date) else {
            problems.append(
                RowProblem(
                    line: line,
                    column: "pubDate",
                    value: date,
                    reason: "is no time; 'Fri, 01 Mar 2024 16:05:00 EST' is accepted"
                )
            )
            return
        }
        let last = url.split(separator: "/").last.map(String.init) ?? ""
        let key = last.isEmpty ? Self.plain(fields["guid"] ?? url) : last
        notices.append(
            PressNotice(
                key: String(key.prefix(200)),
                title: title,
                summary: Self.plain(fields["description"] ?? ""),
                url: url,
                publishedAt: published
            )
        )
    }

    /// Text without markup, with single spaces.
    private static func plain(_ text: String) -> String {
        var result = ""
        var isInTag = false
        for character in text {
            if character == "<" { isInTag = true }
            if !isInTag { result.append(character) }
            if character == ">", isInTag {
                isInTag = false
                result.append(" ")
            }
        }
        return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
