public import Market

/// One press release of the FDA as its feed states it.
public struct PressNotice: Sendable, Equatable {
    /// The key within the feed: the last part of the address, else the feed's own identifier.
    public var key: String
    /// The headline.
    public var title: String
    /// The feed's description without markup.
    public var summary: String
    /// The address.
    public var url: String
    /// When it was published.
    public var publishedAt: UTCInstant

    /// Creates a notice.
    public init(key: String, title: String, summary: String, url: String, publishedAt: UTCInstant) {
        self.key = key
        self.title = title
        self.summary = summary
        self.url = url
        self.publishedAt = publishedAt
    }

    /// The key of its event.
    public var eventID: String { "fda:press:\(key)" }

    /// The event of a company.
    public func event(_ type: EventType, ticker: String) -> MarketEvent {
        MarketEvent(
            eventID: eventID,
            ticker: ticker,
            type: type,
            occurredOn: NewYork.wallClock(of: publishedAt).day,
            knownAt: publishedAt,
            timePrecision: .exact,
            timeSource: .file,
            title: title,
            summary: summary,
            source: "fda-press",
            sourceURL: url,
            facts: EventFacts(decision: PressRules.decision(of: type))
        )
    }

    /// The names that the description gives for the company, the longest first: what follows `granted … to` or
    /// `approval … to` in a sentence, and `to` or `manufactured by`, up to each full stop or comma.
    ///
    /// They are candidates: only one that the sponsor table has whole becomes a symbol.
    public var companyNames: [String] {
        var names: Set<String> = []
        for opening in [" to ", " manufactured by ", " marketed by "] {
            var rest = summary[...]
            while let place = rest.firstRange(of: opening) {
                let before = summary[..<place.lowerBound].lowercased()
                rest = rest[place.upperBound...]
                guard opening != " to " || Self.grants.contains(where: before.contains),
                    rest.first?.isUppercase ?? false
                else { continue }
                names.formUnion(Self.beginnings(rest.prefix(100)))
            }
        }
        return names.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    private static let grants = ["granted", "approval of", "approved"]

    /// The text up to each of its full stops, commas and line ends, and as a whole where it is short.
    private static func beginnings(_ text: Substring) -> [String] {
        var result = text.indices.filter { ".,;\n(".contains(text[$0]) }.map { String(text[..<$0]) }
        if text.count < 100 { result.append(String(text)) }
        return result.filter { !$0.isEmpty }
    }
}
