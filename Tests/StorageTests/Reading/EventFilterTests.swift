import EngineTestSupport
import Events
import Market
import Models
import Outcomes
import Scores
import Storage
import Testing

@Suite
struct EventFilterTests {
    /// Five events: a 100 % title, an underscore, a backslash, a quote, and one with all fields.
    private static func filled() throws -> Store {
        var events = [
            Stored.event("one", ticker: "AAA", type: .sec8K, day: 1),
            Stored.event("two_x", ticker: "BBB", type: .earningsRelease, day: 2),
            Stored.event("twoyx", ticker: "BBB", type: .earningsCall, day: 3),
            Stored.event("o'hara", ticker: "CCC", type: .fdaApproval, day: 4),
            Stored.event("back\\slash", ticker: "AAA", type: .sec10K, day: 5),
        ]
        events[0].title = "Up 100% today"
        events[1].title = "Up 1000 today"
        events[3].companyName = "Mueller & Söhne; DROP TABLE events"
        let store = try TemporaryDatabase().store(with: events)
        try store.add([
            Stored.baseScore("one", 80, direction: .positive), Stored.baseScore("two_x", 60),
            Stored.baseScore("twoyx", 40, direction: .negative),
            Stored.baseScore("o'hara", 100, direction: .neutral),
            Stored.baseScore("back\\slash", 0, direction: .positive),
        ])
        try store.addModels()
        let model = Stored.models[0]
        try store.append(
            Stored.prediction("one"),
            Stored.prediction("two_x", directionModelID: model, probabilityUp: 0.6),
            Stored.prediction("twoyx", directionModelID: model, probabilityUp: 0.5),
            Stored.prediction("o'hara"),
            Stored.prediction("back\\slash", directionModelID: model, probabilityUp: 0.4),
            // An older prediction of another side, and one at another horizon, count for nothing.
            Stored.prediction("one", .oneDay, directionModelID: model, probabilityUp: 0.1)
        )
        try store.append(Stored.prediction("twoyx", directionModelID: model, hash: "h2", probabilityUp: 0.2))
        try store.write { connection in
            try OutcomeStore(connection, calendar: .xnys).write(
                [Stored.outcome("one"), Stored.outcome("two_x", .oneDay, ticker: "BBB")],
                now: Stored.at(20)
            )
        }
        return store
    }

    struct Case: Sendable, CustomStringConvertible {
        let description: String
        let expected: [String]
        let query: @Sendable () throws -> EventQuery

        init(_ name: String, _ expected: [String], _ query: @escaping @Sendable () throws -> EventQuery) {
            description = name
            self.expected = expected
            self.query = query
        }
    }

    static let cases = [
        Case("nothing", ["back\\slash", "o'hara", "twoyx", "two_x", "one"]) { try EventQuery() },
        Case("ticker", ["back\\slash", "one"]) { try EventQuery(ticker: "AAA") },
        Case("ticker in small letters", []) { try EventQuery(ticker: "aaa") },
        Case("hostile ticker", []) { try EventQuery(ticker: "AAA' OR '1'='1") },
        Case("one family", ["twoyx", "two_x"]) { try EventQuery(families: [.earnings]) },
        Case("two families", ["o'hara", "one"]) { try EventQuery(families: [.fda, .sec8K]) },
        Case("one type", ["two_x"]) { try EventQuery(types: [.earningsRelease]) },
        Case("two types", ["back\\slash", "two_x"]) { try EventQuery(types: [.earningsRelease, .sec10K]) },
        Case("family and foreign type", []) { try EventQuery(families: [.fda], types: [.sec8K]) },
        Case("since, its instant included", ["back\\slash", "o'hara"]) {
            try EventQuery(since: Stored.at(4))
        },
        Case("until, its instant left out", ["two_x", "one"]) { try EventQuery(until: Stored.at(3)) },
        Case("from the end to the start", []) { try EventQuery(since: Stored.at(4), until: Stored.at(2)) },
        Case("least score, itself included", ["o'hara", "one"]) { try EventQuery(minScore: 80) },
        Case("least score 0", ["back\\slash", "o'hara", "twoyx", "two_x", "one"]) {
            try EventQuery(minScore: 0)
        },
        Case("by score", ["o'hara", "one", "two_x"]) { try EventQuery(minScore: 41, sort: .score) },
        Case("rules positive", ["back\\slash", "one"]) { try EventQuery(direction: .rules(.positive)) },
        Case("predicted up: model or rules", ["two_x", "one"]) {
            try EventQuery(direction: .predicted(.up, .fiveDay))
        },
        Case("predicted down: the newest counts", ["back\\slash", "twoyx"]) {
            try EventQuery(direction: .predicted(.down, .fiveDay))
        },
        Case("predicted down at another horizon", ["one"]) {
            try EventQuery(direction: .predicted(.down, .oneDay))
        },
        Case("predicted neutral", ["o'hara"]) { try EventQuery(direction: .predicted(.neutral, .fiveDay)) },
        Case("predicted uncertain", []) { try EventQuery(direction: .predicted(.uncertain, .fiveDay)) },
        Case("labelled at any horizon", ["two_x", "one"]) { try EventQuery(isLabelled: true) },
        Case("not labelled", ["back\\slash", "o'hara", "twoyx"]) { try EventQuery(isLabelled: false) },
        Case("text in a title", ["two_x", "one"]) { try EventQuery(text: "TODAY") },
        Case("percent is a percent", ["one"]) { try EventQuery(text: "100%") },
        Case("underscore is an underscore", ["two_x"]) { try EventQuery(text: "two_") },
        Case("backslash is a backslash", ["back\\slash"]) { try EventQuery(text: "\\") },
        Case("quote is a quote", ["o'hara"]) { try EventQuery(text: "o'h") },
        Case("statement in a text", []) { try EventQuery(text: "'; DROP TABLE events; --") },
        Case("company name", ["o'hara"]) { try EventQuery(text: "söhne; drop table") },
        Case("ticker as text", ["twoyx", "two_x"]) { try EventQuery(text: "bbb") },
        Case("all together", ["one"]) {
            try EventQuery(
                ticker: "AAA",
                families: [.sec8K, .sec10K],
                types: [.sec8K, .sec10K],
                since: Stored.at(1),
                until: Stored.at(9),
                minScore: 10,
                direction: .rules(.positive),
                isLabelled: true,
                text: "a",
                sort: .score,
                cursor: EventCursor(score: 100, knownAt: Stored.at(30), eventID: "z")
            )
        },
    ]

    @Test(arguments: cases)
    func `a filter gives its events, and their number`(filter: Case) throws {
        let store = try Self.filled()
        var query = try filter.query()
        query.isCounted = true
        let page = try store.read { try EventReader($0).page(query) }
        #expect(page.rows.map(\.event.eventID) == filter.expected)
        #expect(page.total == filter.expected.count)
        #expect(try store.read { try EventStore($0).count() } == 5)
    }

    @Test
    func `a row has the event, what the rules say, its current predictions and its labels`() throws {
        let store = try Self.filled()
        let row = try #require(try store.read { try EventReader($0).row(eventID: "two_x") })
        let event = try store.read { try EventStore($0).event("two_x") }
        #expect(row.event == event)
        #expect(row.base == BaseSummary(score: 60, direction: .uncertain, confidence: 0.5))
        #expect(row.predictions.map(\.horizon) == [.fiveDay])
        let prediction = try #require(row.prediction(.fiveDay))
        #expect(prediction.reason == .noModel && !prediction.isApplied && prediction.probabilityUp == 0.6)
        #expect(
            prediction.model
                == ModelReference(id: Stored.models[0], family: "earnings", version: "1.0.0")
        )
        #expect(row.label(.oneDay)?.abnormalReturn == Stored.outcome("two_x", .oneDay).abnormalReturn)
        #expect(row.label(.oneDay)?.realizedImpact == 71.5 && row.labels.count == 1)
        #expect(try store.read { try EventReader($0).row(eventID: "nobody") } == nil)
    }

    @Test
    func `horizons stand in order, and rows in the order asked for`() throws {
        let store = try Self.filled()
        let rows = try store.read {
            try EventReader($0).rows(eventIDs: ["one", "nobody", "back\\slash", "o'hara"])
        }
        #expect(rows.map(\.event.eventID) == ["one", "back\\slash", "o'hara"])
        #expect(rows[0].predictions.map(\.horizon) == [.oneDay, .fiveDay])
    }
}
