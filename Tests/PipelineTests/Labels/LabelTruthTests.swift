import EngineTestSupport
import Events
import Market
import Outcomes
import Pipeline
import Storage
import Testing

/// Labels against what the synthetic world was made from.
@Suite
struct LabelTruthTests {
    @Test
    func `every label counts sessions from the reaction that was planted`() throws {
        let prepared = try PreparedWorld()
        try prepared.label()
        let outcomes = try prepared.outcomes()
        #expect(outcomes.count > 400)
        for (key, row) in outcomes {
            let reaction = try #require(prepared.world.reactionSessions[key.eventID])
            #expect(row.outcome.baseSession == reaction - 1)
            #expect(row.outcome.outcomeSession == reaction - 1 + key.horizon.sessions)
        }
    }

    @Test
    func `every return is that of the adjusted closes, in excess of the benchmark's`() throws {
        let prepared = try PreparedWorld()
        try prepared.label()
        let world = prepared.world
        func closes(_ ticker: String) -> [Double] { (world.bars[ticker] ?? []).map(\.adjustedClose) }
        let benchmark = closes(world.benchmark)
        for row in try prepared.outcomes().values {
            let stock = closes(row.outcome.ticker)
            let base = row.outcome.baseSession - world.design.firstSession
            let end = row.outcome.outcomeSession - world.design.firstSession
            let own = stock[end] / stock[base] - 1
            let market = benchmark[end] / benchmark[base] - 1
            #expect(abs(row.outcome.stockReturn - own) < 1e-12)
            #expect(abs(row.outcome.benchmarkReturn - market) < 1e-12)
            #expect(abs(row.outcome.abnormalReturn - (own - market)) < 1e-12)
        }
    }

    @Test
    func `the planted effect is in the labels of the reaction`() throws {
        let prepared = try PreparedWorld()
        try prepared.label()
        let outcomes = try prepared.outcomes()
        var agreeing = 0
        var large = 0
        for (eventID, effect) in prepared.world.effects where abs(effect) > 0.04 {
            guard let row = outcomes[OutcomeKey(eventID: eventID, horizon: .oneDay)] else { continue }
            large += 1
            if (row.outcome.abnormalReturn > 0) == (effect > 0) { agreeing += 1 }
        }
        #expect(large >= 10)
        #expect(Double(agreeing) >= 0.9 * Double(large))
    }

    @Test
    func `every attempt ends as a label or as a skip with its reason`() throws {
        let prepared = try PreparedWorld()
        let report = try prepared.label()
        let world = prepared.world
        let (outcomes, skips) = (try prepared.outcomes(), try prepared.skips())
        #expect(outcomes.count + skips.count == 3 * world.events.count)
        #expect(Set(outcomes.keys).isDisjoint(with: skips.keys))
        let unpriced = try #require(world.tickers.last)
        let tickers = Dictionary(uniqueKeysWithValues: world.events.map { ($0.eventID, $0.ticker) })
        for (key, reason) in skips where tickers[key.eventID] == unpriced && reason != .pending {
            #expect(reason == .noPrices)
        }
        #expect(Set(skips.values) == [.pending, .noPrices, .delistedBeforeOutcome])
        var counted: [SkipReason: Int] = [:]
        for cell in report.cells.values { counted.merge(cell.skipped, uniquingKeysWith: +) }
        #expect(counted == Dictionary(grouping: skips.values, by: { $0 }).mapValues(\.count))
    }
}
