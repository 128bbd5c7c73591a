import EngineTestSupport
import Events
import Market
import Scores
import Storage
import Testing

/// Lists walk along an index and ask nothing once per event.
@Suite
struct EventPlanTests {
    struct Case: Sendable, CustomStringConvertible {
        let description: String
        /// What the plan of the keys must use.
        let index: String
        let query: @Sendable () throws -> EventQuery
    }

    static let cases = [
        Case(description: "all", index: "events_by_time") { try EventQuery() },
        Case(description: "page two", index: "events_by_time") {
            try EventQuery(cursor: EventCursor(knownAt: Stored.at(2), eventID: "x"))
        },
        Case(description: "days", index: "events_by_time") {
            try EventQuery(since: Stored.at(1), until: Stored.at(2))
        },
        Case(description: "ticker", index: "events_by_ticker") { try EventQuery(ticker: "AAA") },
        Case(description: "ticker and more", index: "events_by_ticker") {
            try EventQuery(ticker: "AAA", families: [.fda], types: [.sec8K], since: Stored.at(1), text: "x")
        },
        Case(description: "family", index: "events_by_family") { try EventQuery(families: [.fda]) },
        Case(description: "families", index: "events_by_time") {
            try EventQuery(families: [.fda, .earnings])
        },
        Case(description: "type", index: "events_by_type") { try EventQuery(types: [.sec8K]) },
        Case(description: "family and type", index: "events_by_type") {
            try EventQuery(families: [.sec8K], types: [.sec8K])
        },
        Case(description: "least score", index: "events_by_time") { try EventQuery(minScore: 80) },
        Case(description: "rules", index: "events_by_time") { try EventQuery(direction: .rules(.positive)) },
        Case(description: "side", index: "live_probabilities") {
            try EventQuery(direction: .predicted(.up, .oneDay))
        },
        Case(description: "labelled", index: "events_by_time") { try EventQuery(isLabelled: true) },
        Case(description: "text", index: "events_by_time") { try EventQuery(text: "x") },
        Case(description: "by score", index: "base_scores_by_score") { try EventQuery(sort: .score) },
        Case(description: "by score, page two", index: "base_scores_by_score") {
            try EventQuery(
                minScore: 10,
                sort: .score,
                cursor: EventCursor(score: 50, knownAt: Stored.at(2), eventID: "x")
            )
        },
        Case(description: "by score, ticker", index: "base_scores_by_score") {
            try EventQuery(ticker: "AAA", families: [.fda], types: [.sec8K], sort: .score)
        },
    ]

    @Test(arguments: cases)
    func `a list uses its index, reads no whole table and sorts no more than equal scores`(
        list: Case
    ) throws {
        let database = try TemporaryDatabase()
        let log = StatementLog()
        let store = try Store(path: database.path, trace: log.note)
        try store.write { _ = try EventStore($0).upsert([Stored.event("a")], now: Stored.at(20)) }
        try store.add([Stored.baseScore("a")])
        _ = log.take()
        let query = try list.query()
        _ = try store.read { try EventReader($0).page(query) }
        let statements = log.take()
        let keys = try #require(statements.first)
        for statement in statements {
            let plan = try store.read { connection in
                try connection.map("EXPLAIN QUERY PLAN " + statement) { $0.text(3) }
            }
            for step in plan where step.hasPrefix("SCAN") && !step.contains("json_each") {
                #expect(step.contains("INDEX"), "\(step) in \(statement)")
            }
            guard statement == keys else { continue }
            #expect(plan.contains { $0.contains(list.index) }, "\(plan)")
            let sorts = plan.filter { $0.contains("TEMP B-TREE") }
            #expect(sorts.allSatisfy { query.sort == .score && !$0.hasSuffix("FOR ORDER BY") }, "\(plan)")
        }
    }

    /// Queries of each reading in a database of so many events.
    private static func counts(events: Int) throws -> [String: Int] {
        let database = try TemporaryDatabase()
        let log = StatementLog()
        let store = try Store(path: database.path, trace: log.note)
        let all = (0..<events).map { Stored.event("e-\($0)", day: 1 + $0 % 9) }
        try store.write { _ = try EventStore($0).upsert(all, now: Stored.at(20)) }
        try store.add(all.map { Stored.baseScore($0.eventID) })
        try store.write { connection in
            _ = try PredictionStore(connection).append(all.map { Stored.prediction($0.eventID) })
        }
        let keys = all.map(\.eventID)
        let predictions = StoredPredictions(store: store, features: FeatureNames(version: "v", names: []))
        let readings: [(String, () throws -> Void)] = [
            (
                "list",
                {
                    _ = try store.read {
                        try EventReader($0).page(try EventQuery(limit: 200, isCounted: true))
                    }
                }
            ),
            ("rows", { _ = try store.read { try EventReader($0).rows(eventIDs: keys) } }),
            ("predictions", { _ = try predictions.predictions(eventIDs: keys) }),
            ("related", { _ = try store.read { try RelatedEventReader($0).events(relatedTo: all[0]) } }),
            ("labels", { _ = try store.read { try LabelReader($0).history(eventID: keys[0]) } }),
            ("kind", { _ = try store.read { try KindReader($0, calendar: .xnys).earlier(than: all[0]) } }),
            ("company", { _ = try store.read { try CompanyReader($0).overview(ticker: "AAA") } }),
            ("quality", { _ = try store.read { try DataQualityReader($0).quality() } }),
            ("counts", { _ = try store.read { try LiveCountReader($0).counts() } }),
            ("stats", { _ = try store.read { try ScoreStatsReader($0).stats() } }),
        ]
        _ = log.take()
        var counts: [String: Int] = [:]
        for (name, read) in readings {
            try read()
            counts[name] = log.take().count
        }
        return counts
    }

    @Test
    func `a hundred times the events make no more queries`() throws {
        let few = try Self.counts(events: 2)
        let many = try Self.counts(events: 200)
        #expect(few == many)
        #expect(few.values.allSatisfy { (1...9).contains($0) }, "\(few)")
    }
}
