import Events
import Market
import Outcomes
import Testing

@testable import Features

@Suite
struct PastOutcomesTests {
    /// Events a and b of ticker AAA and c of BBB report results; d of BBB does not.
    private func history() throws -> EventHistory {
        EventHistory([
            try Make.event("a", "2019-07-01 08:00", items: ["2.02"]),
            try Make.event("b", "2019-07-02 08:00", items: ["2.02"]),
            try Make.event("c", "2019-07-01 08:00", ticker: "BBB", items: ["2.02"]),
            try Make.event("d", "2019-07-01 08:00", ticker: "BBB", items: ["8.01"]),
        ])
    }

    private func record(
        _ eventID: String,
        closes session: Int,
        impact: Double?,
        direction: Int,
        abnormal: Double = 0.03,
        volatility: Double = 0.01,
        in history: EventHistory
    ) throws -> OutcomeRecord {
        let position = try #require(history.position(of: eventID))
        let input = history.events[position]
        let outcome = Outcome(
            eventID: eventID,
            ticker: input.event.ticker,
            type: input.event.type,
            horizon: .oneDay,
            benchmark: "SPY",
            baseSession: input.sessions.baseSession,
            outcomeSession: session,
            stockReturn: 0,
            benchmarkReturn: 0,
            abnormalReturn: abnormal,
            direction: direction,
            realizedImpact: impact,
            priceVintage: 0
        )
        return OutcomeRecord(outcome, event: position, history: history, volatility: volatility)
    }

    private func past(_ session: Int, of ticker: String = "AAA") throws -> PastOutcomes {
        let history = try history()
        let records = [
            try record("b", closes: 12, impact: 60, direction: -1, abnormal: -0.02, in: history),
            try record("a", closes: 10, impact: 80, direction: 1, in: history),
            try record("c", closes: 11, impact: 40, direction: 0, volatility: .nan, in: history),
            try record("d", closes: 10, impact: 10, direction: 1, in: history),
        ]
        return OutcomeHistory(records, history: history).past(
            group: .results,
            ticker: history.timelinePosition(of: try Make.event("x", "2019-07-01", ticker: ticker).event),
            before: AsOf(session: Int32(session), seconds: .max)
        )
    }

    private func near(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 1e-6 }

    @Test
    func meansByHand() throws {
        let past = try past(11)
        // All: (80 + 40 + 10) / 3. Group: (120 + 20 x 43.333333) / 22. AAA: (80 + 20 x 43.333333) / 21.
        #expect(near(past.impact.group, 44.848485))
        #expect(near(past.impact.ticker, 45.079365))
        // AAA's results: (80 + 20 x 44.848485) / 21.
        #expect(near(past.impact.tickerGroup, 46.522367))
        // Directions: all 2 of 2, the neutral one left out; so every level is 1.
        #expect(near(past.positiveShare.tickerGroup, 1))
        // Moves: 3 % over 1 % for a and d; c has no volatility.
        #expect(near(past.move.group, 3))
        #expect([past.groupCount, past.tickerCount, past.tickerGroupCount] == [2, 1, 1])
    }

    @Test
    func eachSessionSeesWhatHadClosed() throws {
        #expect(try past(9).impact.group.isNaN)
        #expect(try past(9).groupCount == 0)
        #expect(try past(10).groupCount == 1)
        #expect(try past(11).tickerCount == 1)
        #expect(try past(12).tickerCount == 2)
        // Up 2 of 3; group 1 of 2: (1 + 20 x 0.666667) / 22; AAA in the group: (1 + 20 x 0.651515) / 22.
        #expect(near(try past(12).positiveShare.tickerGroup, 0.637741))
        // Moves 3, 2, 3: mean 2.666667; group (5 + 20 x 2.666667) / 22 = 2.651515.
        #expect(near(try past(12).move.group, 2.651515))
    }

    @Test
    func outcomeOfTheBaseSessionNeedsAnEarlierEvent() throws {
        // Only its day is known of event a, so it counts as known in the evening, after its one-session
        // outcome.
        let history = EventHistory([try Make.event("a", "2019-07-01")])
        let evening = try Make.newYork("2019-07-01 23:59").secondsSinceEpoch + 59
        let session = Int32(history.events[0].sessions.reactionSession)
        let records = [
            try record("a", closes: Int(session), impact: 80, direction: 1, in: history)
        ]
        let outcomes = OutcomeHistory(records, history: history)
        func count(_ session: Int32, _ seconds: Int64) -> Int {
            let asOf = AsOf(session: session, seconds: seconds)
            return outcomes.past(group: history.groups[0], ticker: 0, before: asOf).tickerCount
        }
        #expect(count(session, evening) == 0)
        #expect(count(session, evening + 1) == 1)
        #expect(count(session + 1, 0) == 1)
        #expect(count(session - 1, evening + 1) == 0)
    }

    @Test
    func unknownTickerGetsTheLevelAbove() throws {
        let past = try past(11, of: "ZZZ")
        #expect(near(past.impact.tickerGroup, past.impact.group))
        #expect(near(past.impact.ticker, 43.333333))
        #expect(past.tickerCount == 0)
    }

    @Test
    func moveOfAnOutcomeWithAnotherBaseIsUnknown() throws {
        let history = try history()
        var outcome = Outcome(
            eventID: "a",
            ticker: "AAA",
            type: .sec8K,
            horizon: .twentyDay,
            benchmark: "SPY",
            baseSession: history.events[0].sessions.baseSession,
            outcomeSession: 9000,
            stockReturn: 0,
            benchmarkReturn: 0,
            abnormalReturn: -0.1,
            direction: -1,
            realizedImpact: nil,
            priceVintage: 0
        )
        let same = OutcomeRecord(outcome, event: 0, history: history, volatility: 0.02)
        #expect(near(same.move, 1.118034))  // 0.1 / (0.02 sqrt 20)
        outcome.baseSession += 1
        #expect(OutcomeRecord(outcome, event: 0, history: history, volatility: 0.02).move.isNaN)
    }
}
