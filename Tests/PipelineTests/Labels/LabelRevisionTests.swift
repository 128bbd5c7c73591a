import EngineTestSupport
import Events
import Market
import Outcomes
import Pipeline
import Storage
import Testing

/// Prices, events and companies change; labels follow, and what was known before stays known.
@Suite
struct LabelRevisionTests {
    /// A symbol with prices from the first session to the last.
    private static let ticker = "CAB"

    private static func labelled() throws -> (PreparedWorld, bars: [Bar], later: UTCInstant) {
        let prepared = try PreparedWorld()
        try prepared.label()
        let bars = try #require(prepared.world.bars[ticker])
        return (prepared, bars, prepared.world.now.advanced(bySeconds: 3600))
    }

    /// The labels as they were known at an instant, rebuilt from the current rows and the revisions.
    private static func known(at instant: UTCInstant, _ store: Store) throws -> [String: Double] {
        let rows = try store.read { connection in
            try connection.map(
                """
                SELECT event_id, horizon, outcome_return FROM event_outcomes WHERE recorded_at <= $1
                UNION ALL SELECT event_id, horizon, outcome_return FROM event_outcome_revisions
                WHERE recorded_at <= $1 AND superseded_at > $1
                """,
                [.instant(instant)]
            ) { ("\($0.text(0)) \($0.text(1))", $0.double(2)) }
        }
        return try rows.reduce(into: [:]) { labels, row in
            try #require(labels[row.0] == nil, "two labels of \(row.0) at \(instant)")
            labels[row.0] = row.1
        }
    }

    @Test
    func `a revised close gives the new value and keeps the old one with its time`() throws {
        let (prepared, bars, later) = try Self.labelled()
        let before = try prepared.outcomes()
        let known = try Self.known(at: prepared.world.now, prepared.store)
        // The last label's outcome close, so that no other label of the symbol can have used it as its history.
        let row = try #require(
            before.values.filter { $0.outcome.ticker == Self.ticker }
                .max { $0.outcome.outcomeSession < $1.outcome.outcomeSession }
        )
        var changed = bars
        changed[row.outcome.outcomeSession - prepared.world.design.firstSession].adjustedClose *= 1.01
        try prepared.importPrices(changed, of: Self.ticker, at: later)
        let report = try prepared.label(at: later)
        let after = try prepared.outcomes()
        let revised = after.filter { before[$0.key] != $0.value }
        #expect(revised.keys.contains(row.key))
        #expect(report.labelsWritten == revised.count)
        #expect(report.cells.values.reduce(0) { $0 + $1.new } == 0)
        let value = try #require(after[row.key])
        #expect(abs(value.outcome.stockReturn - ((1 + row.outcome.stockReturn) * 1.01 - 1)) < 1e-9)
        #expect(value.recordedAt == later)
        #expect(value.outcome.priceVintage != row.outcome.priceVintage)
        #expect(try prepared.count("event_outcome_revisions") == revised.count)
        #expect(try Self.known(at: prepared.world.now, prepared.store) == known)
        #expect(try Self.known(at: later.advanced(bySeconds: -1), prepared.store) == known)
        #expect(
            try Self.known(at: later, prepared.store)["\(row.key.eventID) \(row.key.horizon.code)"]
                == value.outcome.abnormalReturn
        )
        #expect(try prepared.label(at: later).isNothingToDo)
    }

    @Test
    func `only labels that used a revised close are touched`() throws {
        let (prepared, bars, later) = try Self.labelled()
        let before = try prepared.outcomes()
        var changed = bars
        let session = 300
        changed[session].adjustedClose *= 1.02
        try prepared.importPrices(changed, of: Self.ticker, at: later)
        try prepared.label(at: later)
        let absolute = prepared.world.design.firstSession + session
        for (key, row) in try prepared.outcomes() {
            let isOther = row.outcome.ticker != Self.ticker
            if isOther || row.outcome.outcomeSession < absolute { #expect(row == before[key]) }
            if !isOther, row.outcome.baseSession == absolute || row.outcome.outcomeSession == absolute {
                #expect(row.outcome.stockReturn != before[key]?.outcome.stockReturn)
            }
        }
    }

    @Test
    func `a later dividend changes no return, and the closes that were used stay on record`() throws {
        let (prepared, bars, later) = try Self.labelled()
        let before = try prepared.outcomes()
        // The source has adjusted its whole history for a new dividend of 2 %.
        var changed = bars
        for index in changed.indices.dropLast(5) { changed[index].adjustedClose *= 0.98 }
        try prepared.importPrices(changed, of: Self.ticker, at: later)
        let report = try prepared.label(at: later)
        #expect(report.labelsWritten > 20)
        #expect(try prepared.count("event_outcome_revisions") == report.labelsWritten)
        let cut = prepared.world.design.firstSession + bars.count - 5
        for (key, row) in try prepared.outcomes() {
            let former = try #require(before[key])
            guard row.outcome.ticker == Self.ticker else {
                #expect(row == former)
                continue
            }
            guard row.outcome.outcomeSession < cut else { continue }
            #expect(abs(row.outcome.stockReturn - former.outcome.stockReturn) < 1e-9)
            #expect(row.outcome.direction == former.outcome.direction)
            #expect(row.outcome.priceVintage != former.outcome.priceVintage)
        }
        #expect(try prepared.label(at: later).isNothingToDo)
    }

    @Test
    func `a label is withdrawn when its price becomes suspect, and comes back when it is corrected`() throws {
        let (prepared, bars, later) = try Self.labelled()
        let before = try prepared.outcomes()
        let row = try #require(
            before.values.filter { $0.outcome.ticker == Self.ticker && $0.outcome.horizon == .fiveDay }.first
        )
        var wrong = bars
        let index = row.outcome.outcomeSession - prepared.world.design.firstSession
        // No neighbour proves what the close was, so it is not repaired.
        wrong[index].close = -1
        wrong[index].adjustedClose = -1
        let imported = try prepared.importPrices(wrong, of: Self.ticker, at: later)
        #expect(imported.findings.map(\.finding.reason) == [.nonPositivePrice])
        try prepared.label(at: later)
        #expect(try prepared.outcomes()[row.key] == nil)
        #expect(try prepared.skips()[row.key] == .suspectPrice)
        let name = "\(row.key.eventID) \(row.key.horizon.code)"
        #expect(try Self.known(at: later, prepared.store)[name] == nil)
        #expect(try Self.known(at: prepared.world.now, prepared.store)[name] == row.outcome.abnormalReturn)
        #expect(try prepared.label(at: later).isNothingToDo)

        let muchLater = later.advanced(bySeconds: 3600)
        try prepared.importPrices(bars, of: Self.ticker, at: muchLater)
        try prepared.label(at: muchLater)
        #expect(try prepared.outcomes().mapValues(\.outcome) == before.mapValues(\.outcome))
        #expect(try prepared.skips()[row.key] == nil)
        #expect(try Self.known(at: later, prepared.store)[name] == nil)
    }

    @Test
    func `a revised benchmark revises every label that used it`() throws {
        let (prepared, _, later) = try Self.labelled()
        let before = try prepared.outcomes()
        var benchmark = try #require(prepared.world.bars["SPY"])
        benchmark[300].adjustedClose *= 1.01
        try prepared.importPrices(benchmark, of: "SPY", at: later)
        try prepared.label(at: later)
        let absolute = prepared.world.design.firstSession + 300
        for (key, row) in try prepared.outcomes() {
            let uses = row.outcome.baseSession == absolute || row.outcome.outcomeSession == absolute
            let isNew = row.outcome.benchmarkReturn != before[key]?.outcome.benchmarkReturn
            #expect(uses == isNew)
        }
    }

    @Test
    func `a missing benchmark close gives no label, never the raw return`() throws {
        let prepared = try PreparedWorld()
        var benchmark = try #require(prepared.world.bars["SPY"])
        benchmark.removeSubrange(290..<310)
        let path = try prepared.database.write(PricesText.csv(benchmark), to: "new/SPY.csv")
        _ = try prepared.store.write { try $0.execute("DELETE FROM price_series WHERE ticker = 'SPY'") }
        _ = try PriceImportJob(prepared.context()).run(path: path)
        try prepared.label()
        let gap = (290..<310).map { $0 + prepared.world.design.firstSession }
        let outcomes = try prepared.outcomes()
        #expect(
            outcomes.values.allSatisfy {
                !gap.contains($0.outcome.baseSession) && !gap.contains($0.outcome.outcomeSession)
            }
        )
        let missing = try prepared.skips().filter { $0.value == .benchmarkMissing }
        #expect(missing.count > 10)
        for key in missing.keys {
            let reaction = try #require(prepared.world.reactionSessions[key.eventID])
            #expect(gap.contains(reaction - 1) || gap.contains(reaction - 1 + key.horizon.sessions))
        }
    }

    // MARK: Events

    @Test
    func `new events are labelled later, and nothing else is touched`() throws {
        let prepared = try PreparedWorld()
        let newest = prepared.world.events.filter { $0.ticker == Self.ticker }.suffix(4)
        try prepared.label()
        let complete = try prepared.labels()
        let other = try PreparedWorld()
        try other.store.write { connection in
            for event in newest {
                try connection.execute("DELETE FROM base_scores WHERE event_id = $1", [.text(event.eventID)])
                try connection.execute("DELETE FROM events WHERE event_id = $1", [.text(event.eventID)])
            }
        }
        try other.label()
        let before = try other.outcomes()
        try other.importEvents(Array(newest))
        let report = try other.label(at: other.world.now.advanced(bySeconds: 3600))
        #expect(report.tickers == 1)
        #expect(report.cells.values.reduce(0) { $0 + $1.revised } == 0)
        for (key, row) in before { #expect(try other.outcomes()[key] == row) }
        #expect(try other.labels() == complete)
    }

    @Test
    func `a corrected time of an event gives another label, and the old one is a revision`() throws {
        let (prepared, _, later) = try Self.labelled()
        var event = try #require(
            prepared.world.events.first { $0.ticker == Self.ticker && $0.items == ["8.01"] }
        )
        event.knownAt = event.knownAt.advanced(bySeconds: 7 * 86_400)
        event.occurredOn = event.occurredOn.advanced(byDays: 7)
        let before = try prepared.outcomes()
        try prepared.importEvents([event], at: later)
        try prepared.label(at: later)
        for horizon in Horizon.allCases {
            let key = OutcomeKey(eventID: event.eventID, horizon: horizon)
            let (old, new) = (try #require(before[key]), try #require(try prepared.outcomes()[key]))
            #expect(new.outcome.baseSession > old.outcome.baseSession)
        }
        #expect(try prepared.count("event_outcome_revisions") == 3)
    }

    @Test
    func `an event that turns out to be newer than its label loses it until the new one is due`() throws {
        let (prepared, _, later) = try Self.labelled()
        var event = try #require(
            prepared.world.events.first { $0.ticker == Self.ticker && $0.items == ["8.01"] }
        )
        event.knownAt = prepared.world.now
        event.occurredOn = NewYork.wallClock(of: event.knownAt).day
        try prepared.importEvents([event], at: later)
        try prepared.label(at: later)
        for horizon in Horizon.allCases {
            let key = OutcomeKey(eventID: event.eventID, horizon: horizon)
            #expect(try prepared.outcomes()[key] == nil)
            #expect(try prepared.skips()[key] == .pending)
        }
        #expect(try prepared.count("event_outcome_revisions") == 3)
    }

    @Test
    func `an event that moves to another symbol is labelled with that symbol's prices, there and back`()
        throws
    {
        let (prepared, _, later) = try Self.labelled()
        let before = try prepared.labels()
        let original = try #require(
            prepared.world.events.first { $0.ticker == Self.ticker && $0.items == ["8.01"] }
        )
        var moved = original
        moved.ticker = "CAC"
        try prepared.importEvents([moved], at: later)
        try prepared.label(at: later)
        let key = OutcomeKey(eventID: original.eventID, horizon: .fiveDay)
        let outcome = try #require(try prepared.outcomes()[key]).outcome
        let bars = try #require(prepared.world.bars["CAC"])
        let base = outcome.baseSession - prepared.world.design.firstSession
        #expect(outcome.ticker == "CAC")
        #expect(
            abs(outcome.stockReturn - (bars[base + 5].adjustedClose / bars[base].adjustedClose - 1)) < 1e-12
        )
        try prepared.importEvents([original], at: later.advanced(bySeconds: 60))
        try prepared.label(at: later.advanced(bySeconds: 60))
        var after = try prepared.labels()
        #expect(after["event_outcome_revisions"]?.count == 6)
        after["event_outcome_revisions"] = []
        #expect(after == before)
    }

    @Test
    func `a symbol that has lost its only event and gets it back is labelled again`() throws {
        let prepared = try PreparedWorld()
        let day = prepared.world.day(ofSession: 300)
        var event = MarketEvent(
            eventID: "lonely",
            ticker: "LONE",
            type: .pressRelease,
            occurredOn: day,
            knownAt: NewYork.instant(day: day, secondOfDay: 8 * 3600),
            timePrecision: .exact,
            timeSource: .file,
            title: "t",
            source: "test"
        )
        let bars = try #require(prepared.world.bars[Self.ticker])
        try prepared.importPrices(bars, of: "LONE")
        let key = OutcomeKey(eventID: "lonely", horizon: .oneDay)
        for (step, ticker) in ["LONE", "CAC", "LONE"].enumerated() {
            event.ticker = ticker
            try prepared.importEvents([event])
            try prepared.label(at: prepared.world.now.advanced(bySeconds: Int64(step)))
            #expect(try prepared.outcomes()[key]?.outcome.ticker == ticker)
        }
    }
}
