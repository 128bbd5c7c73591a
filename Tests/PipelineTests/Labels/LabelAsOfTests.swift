import EngineTestSupport
import Events
import Market
import Outcomes
import Pipeline
import Statistics
import Storage
import Testing

/// Time: what has not closed is not known, and looking back takes nothing away.
@Suite
struct LabelAsOfTests {
    private static func asOf(_ session: Int) -> LabelOptions {
        LabelOptions(asOf: PreparedWorld.small.day(ofSession: session))
    }

    @Test
    func `an attempt is pending until one session more than its horizon has closed`() throws {
        let prepared = try PreparedWorld()
        let world = prepared.world
        let last = 300
        try prepared.label(Self.asOf(last))
        let (outcomes, skips) = (try prepared.outcomes(), try prepared.skips())
        for event in world.events {
            let reaction = try #require(world.reactionSessions[event.eventID]) - world.design.firstSession
            for horizon in Horizon.allCases {
                let key = OutcomeKey(eventID: event.eventID, horizon: horizon)
                let isDue = last >= reaction - 1 + horizon.sessions + 1
                #expect((skips[key] == .pending) == !isDue)
                if !isDue { #expect(outcomes[key] == nil) }
            }
        }
        #expect(try prepared.label(Self.asOf(last)).isNothingToDo)
    }

    @Test
    func `labels follow as sessions close, and the pending entries go`() throws {
        let prepared = try PreparedWorld()
        try prepared.label(Self.asOf(300))
        let early = try prepared.outcomes()
        let later = try prepared.label()
        #expect(later.cells.values.reduce(0) { $0 + $1.revised } == 0)
        let direct = try PreparedWorld()
        try direct.label()
        #expect(try prepared.labels() == direct.labels())
        for (key, row) in early { #expect(try prepared.outcomes()[key] == row) }
    }

    @Test(arguments: [false, true])
    func `an earlier as-of day withdraws nothing`(labelAll: Bool) throws {
        let prepared = try PreparedWorld()
        try prepared.label()
        let before = try prepared.outcomes()
        var options = Self.asOf(300)
        options.labelAll = labelAll
        #expect(try prepared.label(options).labelsWritten == 0)
        #expect(try prepared.outcomes() == before)
        #expect(try prepared.count("event_outcome_revisions") == 0)
        // And the present finds what it left.
        let direct = try PreparedWorld()
        try direct.label()
        try prepared.label(LabelOptions(labelAll: true))
        #expect(try prepared.labels() == direct.labels())
    }

    @Test
    func `a day that has not closed is refused as an as-of day`() throws {
        let prepared = try PreparedWorld()
        let tomorrow = prepared.world.day(ofSession: prepared.world.design.sessions)
        let error = #expect(throws: LabelError.self) {
            try prepared.label(LabelOptions(asOf: tomorrow))
        }
        let latest = prepared.world.day(ofSession: prepared.world.design.sessions - 1)
        #expect(error == .asOfInFuture(asOf: tomorrow.iso8601, latest: latest.iso8601))
    }

    @Test
    func `before the close of a session its labels are not made`() throws {
        let prepared = try PreparedWorld()
        let world = prepared.world
        let close = ExchangeCalendar.xnys.closesAt(session: world.design.firstSession + 300)
        #expect(try prepared.label(at: close.advanced(bySeconds: -1)).asOf == world.day(ofSession: 299))
        let atClose = try prepared.label(at: close)
        #expect(atClose.asOf == world.day(ofSession: 300))
        let direct = try PreparedWorld()
        try direct.label(Self.asOf(300))
        #expect(try prepared.labels() == direct.labels())
    }

    /// Whatever runs came before, in whatever steps of time, filters and limits: the end is that of one run.
    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func `any sequence of partial runs ends in the state of one run`(seed: UInt64) throws {
        var random = RandomStream(seed: seed, stream: 77)
        let prepared = try PreparedWorld()
        let sessions = prepared.world.design.sessions
        for _ in 0..<12 {
            var options = Self.asOf(140 + random.bounded(sessions - 140))
            if random.bernoulli(0.3) { options.limit = 1 + random.bounded(60) }
            if random.bernoulli(0.3) { options.horizons = [Horizon.allCases[random.bounded(3)]] }
            if random.bernoulli(0.2) { options.families = [.earnings] }
            if random.bernoulli(0.2) {
                options.since = prepared.world.day(ofSession: random.bounded(sessions))
            }
            if random.bernoulli(0.2) { options.labelAll = true }
            options.dryRun = random.bernoulli(0.1)
            try prepared.label(options)
        }
        try prepared.label()
        let direct = try PreparedWorld()
        try direct.label()
        #expect(try prepared.labels() == direct.labels())
    }
}
