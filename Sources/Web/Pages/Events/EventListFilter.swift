import Events
import Market
import Scores
import Storage

/// What the events page is asked to list.
struct EventListFilter: Sendable, Equatable {
    /// Events of one symbol, in capitals.
    var ticker: String?
    /// Events of one family.
    var family: EventFamily?
    /// Events of one type.
    var type: EventType?
    /// Known on this New York day or later.
    var since: TradingDay?
    /// Known on this New York day or earlier.
    var until: TradingDay?
    /// With a base score of at least this.
    var minScore: Double?
    /// With this direction at the shown horizon.
    var direction: PredictedDirection?
    /// With this text in title, symbol, company or key.
    var text: String?
    /// The order.
    var sort = EventQuery.Sort.newest
    /// The horizon whose score is shown.
    var horizon = HorizonScore.standard

    /// No filter.
    init() {}

    /// Reads the filter of a request; empty values are no filters, as a form sends them.
    init(_ query: QueryParameters) throws(Problem) {
        ticker = try query.text("ticker", longest: 20)?.uppercased()
        family = try query.code("family", as: EventFamily.self)
        type = try query.code("event_type", as: EventType.self)
        since = try query.day("since")
        until = try query.day("until")
        minScore = try query.number("min_score", in: 0...100)
        direction = try query.code("direction", as: PredictedDirection.self)
        text = try query.text("text", longest: EventQuery.longestText)
        sort = try query.code("sort", as: EventQuery.Sort.self) ?? .newest
        horizon = try query.horizon() ?? HorizonScore.standard
    }

    /// Names of the parameters, the cursor's among them.
    static let parameterNames = [
        "ticker", "family", "event_type", "since", "until", "min_score", "direction", "text", "sort",
        "horizon", "cursor",
    ]

    /// The filter as parameters of an address; what is standard is left out.
    var parameters: [(name: String, value: String?)] {
        [
            ("ticker", ticker), ("family", family?.rawValue), ("event_type", type?.rawValue),
            ("since", since?.iso8601), ("until", until?.iso8601), ("min_score", minScore.map(Self.plain)),
            ("direction", direction?.rawValue), ("text", text),
            ("sort", sort == .newest ? nil : sort.rawValue),
            ("horizon", horizon == HorizonScore.standard ? nil : horizon.code),
        ]
    }

    /// Address of the list's first page.
    var address: String { PageAddress.events(parameters) }

    /// Address of the page after a cursor.
    func address(after cursor: EventCursor) -> String {
        PageAddress.events(parameters + [("cursor", cursor.encoded)])
    }

    /// The query for the storage.
    ///
    /// - Throws: `EventQueryError` for a cursor of another order.
    func query(limit: Int, cursor: EventCursor?) throws(EventQueryError) -> EventQuery {
        try EventQuery(
            ticker: ticker,
            families: family.map { [$0] } ?? [],
            types: type.map { [$0] } ?? [],
            since: since.map { NewYork.instant(day: $0, secondOfDay: 0) },
            until: until.map { NewYork.instant(day: $0.advanced(byDays: 1), secondOfDay: 0) },
            minScore: minScore,
            direction: direction.map { .predicted($0, horizon) },
            text: text,
            sort: sort,
            limit: limit,
            cursor: cursor,
            isCounted: true
        )
    }

    // MARK: What is filtered

    /// One active filter.
    struct Chip: Sendable, Equatable {
        /// The filter in words, for example `Ticker AAPL`.
        let text: String
        /// The list without it.
        let address: String
    }

    /// The active filters, order and horizon not among them.
    var chips: [Chip] {
        var chips: [Chip] = []
        func add(_ text: String?, _ clear: (inout EventListFilter) -> Void) {
            guard let text else { return }
            var without = self
            clear(&without)
            chips.append(Chip(text: text, address: without.address))
        }
        add(ticker.map { "Ticker \($0)" }) { $0.ticker = nil }
        add(family.map { "Family: \(Wording.name(of: $0))" }) { $0.family = nil }
        add(type.map { "Type: \(Wording.name(of: $0))" }) { $0.type = nil }
        add(since.map { "Since \($0.iso8601)" }) { $0.since = nil }
        add(until.map { "Until \($0.iso8601)" }) { $0.until = nil }
        add(minScore.map { "Base score \(Self.plain($0)) or more" }) { $0.minScore = nil }
        add(direction.map { "\(horizon.badge) direction \(DirectionText.word($0))" }) { $0.direction = nil }
        add(text.map { "Text \u{201C}\($0)\u{201D}" }) { $0.text = nil }
        return chips
    }

    /// A score as people type it: `70`, `72.5`.
    static func plain(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
