import Events
import Market
import Scores
import Storage

/// `true` or `false` as a parameter has it.
enum Truth: String, CaseIterable {
    case yes = "true"
    case no = "false"
}

extension EventQuery {
    /// Names of the parameters of a list of events.
    static let parameterNames = [
        "ticker", "family", "event_type", "since", "until", "min_score", "direction", "labelled", "q", "sort",
        "limit", "cursor", "total",
    ]

    /// The horizon whose prediction the parameter `direction` is about.
    static let directionHorizon = Horizon.fiveDay

    /// A query from the parameters of a request; `since` and `until` are days in New York, both included.
    ///
    /// - Throws: `Problem` 400 that names the parameter, its value and what is accepted.
    init(_ parameters: QueryParameters) throws {
        let cursor = try parameters.text("cursor", longest: 4096)
        let side = try parameters.code("direction", as: PredictedDirection.self)
        do {
            try self.init(
                ticker: try parameters.text("ticker", longest: 20)?.uppercased(),
                families: Set(try parameters.codes("family", as: EventFamily.self)),
                types: Set(try parameters.codes("event_type", as: EventType.self)),
                since: try parameters.day("since").map { NewYork.instant(day: $0, secondOfDay: 0) },
                until: try parameters.day("until").flatMap(Self.end),
                minScore: try parameters.number("min_score", in: 0...100),
                direction: side.map { .predicted($0, Self.directionHorizon) },
                isLabelled: try parameters.code("labelled", as: Truth.self).map { $0 == .yes },
                text: try parameters.text("q", longest: Self.longestText),
                sort: try parameters.code("sort", as: Sort.self) ?? .newest,
                limit: try parameters.integer("limit", in: Self.limits) ?? 50,
                cursor: try cursor.map(EventCursor.init),
                isCounted: try parameters.code("total", as: Truth.self) == .yes
            )
        } catch let error as EventQueryError {
            switch error {
            case .damagedCursor, .cursorOfOtherOrder: throw Problem.cursor(cursor ?? "")
            case .limit, .score, .text: throw Problem.malformed("\(error)")
            }
        }
    }

    /// The first instant after a day in New York; nil where the years of four digits end.
    private static func end(of day: TradingDay) -> UTCInstant? {
        let next = day.advanced(byDays: 1)
        return next.civil.year > 9999 ? nil : NewYork.instant(day: next, secondOfDay: 0)
    }
}
