import EngineTestSupport
import Events
import Market
import Outcomes
import Pipeline
import Storage
import Testing

/// The options that choose events and horizons.
@Suite
struct LabelFilterTests {
    private static let since = PreparedWorld.small.day(ofSession: 250)
    private static let until = PreparedWorld.small.day(ofSession: 320)

    /// A choice, with what it lets through.
    struct Choice: Sendable, CustomTestStringConvertible {
        let name: String
        let options: LabelOptions
        let includes: @Sendable (MarketEvent, Horizon) -> Bool
        var testDescription: String { name }
    }

    static let choices: [Choice] = [
        Choice(name: "since", options: LabelOptions(since: since)) { event, _ in event.occurredOn >= since },
        Choice(name: "until", options: LabelOptions(until: until)) { event, _ in event.occurredOn <= until },
        Choice(name: "since and until", options: LabelOptions(since: since, until: until)) { event, _ in
            event.occurredOn >= since && event.occurredOn <= until
        },
        Choice(name: "families", options: LabelOptions(families: [.earnings, .fda])) { event, _ in
            event.family == .earnings || event.family == .fda
        },
        Choice(name: "horizons", options: LabelOptions(horizons: [.oneDay, .twentyDay])) { $1 != .fiveDay },
        Choice(
            name: "all of them",
            options: LabelOptions(since: since, until: until, families: [.sec8K], horizons: [.fiveDay])
        ) { event, horizon in
            event.occurredOn >= since && event.occurredOn <= until && event.family == .sec8K
                && horizon == .fiveDay
        },
        Choice(name: "a family without events", options: LabelOptions(families: [.mna])) { _, _ in false },
    ]

    @Test(arguments: choices)
    func `only what was asked for is tried, and it gets the labels of a full run`(_ choice: Choice) throws {
        let full = try PreparedWorld()
        try full.label()
        let prepared = try PreparedWorld()
        let report = try prepared.label(choice.options)
        let events = Dictionary(uniqueKeysWithValues: prepared.world.events.map { ($0.eventID, $0) })
        func wanted<Value>(_ rows: [OutcomeKey: Value]) throws -> [OutcomeKey: Value] {
            try rows.filter { choice.includes(try #require(events[$0.key.eventID]), $0.key.horizon) }
        }
        #expect(try prepared.outcomes().mapValues(\.outcome) == wanted(full.outcomes()).mapValues(\.outcome))
        #expect(try prepared.skips() == wanted(full.skips()))
        #expect(try prepared.count("label_checkpoints") == 0)
        #expect(report.isNothingToDo == (choice.name == "a family without events"))
        // The rest follows later, and the end is that of one run.
        try prepared.label()
        #expect(try prepared.labels() == full.labels())
    }

    @Test(arguments: [1, 7, 60])
    func `runs with a limit take the oldest events first and reach the complete state`(limit: Int) throws {
        let full = try PreparedWorld()
        try full.label()
        let prepared = try PreparedWorld()
        let order = prepared.world.events.map(\.eventID)
        var runs = 0
        var seen = 0
        while try !prepared.label(LabelOptions(limit: limit)).isNothingToDo {
            runs += 1
            seen += limit
            let touched = try Set(prepared.outcomes().keys.map(\.eventID))
                .union(prepared.skips().keys.map(\.eventID))
            #expect(touched == Set(order.prefix(seen)))
            if limit == 1, runs == 20 { break }
            try #require(runs <= order.count)
        }
        guard limit > 1 else { return }
        #expect(runs == (order.count + limit - 1) / limit)
        let dumps = try (prepared.labels(), full.labels())
        for table in ["event_outcomes", "outcome_skips", "event_outcome_revisions"] {
            #expect(dumps.0[table] == dumps.1[table])
        }
        // A full run then only notes that everything is complete.
        #expect(try prepared.label().isNothingToDo)
        #expect(try prepared.labels() == full.labels())
    }

    @Test
    func `events that never get a label do not hold up those behind them`() throws {
        let prepared = try PreparedWorld()
        let world = prepared.world
        // The oldest events of all belong to symbols without prices.
        let orphans = (0..<30).map { number in
            MarketEvent(
                eventID: "orphan-\(number)",
                ticker: "NOPRICE",
                type: .pressRelease,
                occurredOn: world.day(ofSession: 151),
                knownAt: world.evening(ofSession: 100),
                timePrecision: .exact,
                timeSource: .file,
                title: "t",
                source: "test"
            )
        }
        try prepared.importEvents(orphans)
        for _ in 0..<5 { try prepared.label(LabelOptions(limit: 10)) }
        #expect(try prepared.count("event_outcomes") > 0)
    }
}
