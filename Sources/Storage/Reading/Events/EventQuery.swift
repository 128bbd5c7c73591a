public import Events
public import Market
public import Scores

/// Which events to list, in which order, how many, and from where on.
public struct EventQuery: Sendable, Equatable {
    /// The order of a list.
    public enum Sort: String, CaseIterable, Sendable {
        /// Newest first by the instant from which the market could know it, then by key.
        case newest
        /// Highest base score first, newest first within a score; events without a base score are left out.
        case score
    }

    /// A side that rules or models state.
    public enum Direction: Sendable, Equatable {
        /// What the rules expect.
        case rules(RuleDirection)
        /// What the current prediction of a horizon states: the model's side, else that of the rules.
        case predicted(PredictedDirection, Horizon)
    }

    /// Events of one symbol.
    public var ticker: String?
    /// Events of these families; empty for all.
    public var families: Set<EventFamily>
    /// Events of these types; empty for all.
    public var types: Set<EventType>
    /// Known at this instant or later.
    public var since: UTCInstant?
    /// Known before this instant.
    public var until: UTCInstant?
    /// With a base score of at least this, 0...100.
    public var minScore: Double?
    /// With this side.
    public var direction: Direction?
    /// With at least one label, or with none.
    public var isLabelled: Bool?
    /// With this text in title, symbol, company name or key; letters of ASCII match in either case.
    public var text: String?
    /// The order.
    public var sort: Sort
    /// Rows of a page, 1...200.
    public var limit: Int
    /// Where the page begins; nil for the first.
    public var cursor: EventCursor?
    /// Whether to count all events that match.
    public var isCounted: Bool

    /// Rows that a page may have.
    public static let limits = 1...200
    /// Characters that a searched text may have.
    public static let longestText = 200

    /// Creates a query; without arguments the newest fifty events.
    ///
    /// Space around `text` does not count, and a text of nothing else is no filter.
    ///
    /// - Throws: `EventQueryError` for a limit, score or text outside what is accepted, or a cursor of the other order.
    public init(
        ticker: String? = nil,
        families: Set<EventFamily> = [],
        types: Set<EventType> = [],
        since: UTCInstant? = nil,
        until: UTCInstant? = nil,
        minScore: Double? = nil,
        direction: Direction? = nil,
        isLabelled: Bool? = nil,
        text: String? = nil,
        sort: Sort = .newest,
        limit: Int = 50,
        cursor: EventCursor? = nil,
        isCounted: Bool = false
    ) throws(EventQueryError) {
        guard Self.limits.contains(limit) else { throw .limit(limit) }
        if let minScore, !(0...100).contains(minScore) { throw .score(minScore) }
        let text = text.map(Self.trimmed)
        if let text, text.count > Self.longestText { throw .text(characters: text.count) }
        if let cursor, cursor.sort != sort { throw .cursorOfOtherOrder(cursor.sort, asked: sort) }
        self.ticker = ticker
        self.families = families
        self.types = types
        self.since = since
        self.until = until
        self.minScore = minScore
        self.direction = direction
        self.isLabelled = isLabelled
        self.text = text == "" ? nil : text
        self.sort = sort
        self.limit = limit
        self.cursor = cursor
        self.isCounted = isCounted
    }

    private static func trimmed(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}

/// A query for events that cannot be answered.
public enum EventQueryError: Error, Equatable, CustomStringConvertible {
    /// Too few or too many rows.
    case limit(Int)
    /// A score outside the scale.
    case score(Double)
    /// A text that is too long to search for.
    case text(characters: Int)
    /// A cursor that was made for another order.
    case cursorOfOtherOrder(EventQuery.Sort, asked: EventQuery.Sort)
    /// A text that is no cursor.
    case damagedCursor(String)

    /// The error with what is accepted.
    public var description: String {
        switch self {
        case .limit(let limit):
            "limit is \(limit); accepted are \(EventQuery.limits.lowerBound) to \(EventQuery.limits.upperBound)"
        case .score(let score): "min_score is \(score); accepted are 0 to 100"
        case .text(let characters):
            "the text to search for has \(characters) characters; accepted are \(EventQuery.longestText)"
        case .cursorOfOtherOrder(let sort, let asked):
            "the cursor belongs to the order '\(sort.rawValue)', the list is ordered by '\(asked.rawValue)'; "
                + "accepted is the next_cursor of the page before, with the same order"
        case .damagedCursor(let text):
            "the cursor '\(text.prefix(80))' is damaged; accepted is the next_cursor of the page before, unchanged"
        }
    }
}
