import Events
import Market
import Outcomes
import Testing

@testable import Features

@Suite
struct EarlierEventsTests {
    private func earlier(_ input: EventInput, _ others: [EventInput]) -> EarlierEvents {
        EarlierEvents(
            of: input,
            in: EventHistory(others + [input]),
            clock: EventClock(of: input, calendar: Make.calendar),
            calendar: Make.calendar
        )
    }

    @Test
    func firstEventHasNothingBeforeIt() throws {
        let facts = earlier(
            try Make.event("a", "2019-07-02 08:00"),
            [try Make.event("z", "2019-07-02 08:01")]
        )
        #expect(facts.sessionsSinceLastEvent.isNaN)
        #expect(facts.sessionsSinceResults.isNaN)
        #expect(facts.eventsIn30Days == 0)
        #expect(facts.marketEventsThatDay == 0)
        #expect(!facts.resultsWithinFiveSessions)
        #expect(!facts.isDuplicate)
    }

    @Test
    func countsReachBackByClockTime() throws {
        let facts = earlier(
            try Make.event("now", "2019-07-02 08:00"),
            [
                try Make.event("a", "2019-06-28 17:00"),  // reaction Monday the 1st
                try Make.event("b", "2019-06-02 08:00"),  // 30 days to the second: inside
                try Make.event("c", "2019-06-02 07:59"),
                try Make.event("d", "2019-04-03 07:59"),  // one minute more than 90 days
                try Make.event("e", "2019-06-28 17:00", ticker: "BBB"),
                try Make.event("f", "2019-07-02 08:00"),  // the same instant is no past
            ]
        )
        #expect(facts.sessionsSinceLastEvent == 1)
        #expect(facts.eventsIn30Days == 2)
        #expect(facts.eventsIn90Days == 3)
    }

    @Test
    func formerCompanyOfTheSymbolIsAnother() throws {
        let now = try Make.event("now", "2019-07-02 08:00")
        var former = try Make.event("a", "2019-07-01 18:00", items: ["2.02"]).event
        former.tickerIsValid = false
        let facts = earlier(now, [EventInput(event: former, sessions: try Make.sessions(of: former))])
        #expect(facts.eventsIn30Days == 0)
        #expect(!facts.resultsWithinFiveSessions)
        #expect(facts.marketEventsSinceBase == 1)
    }

    @Test
    func marketCountsAreOfAllTickers() throws {
        let facts = earlier(
            try Make.event("now", "2019-07-02 08:00"),
            [
                try Make.event("a", "2019-07-01 15:59", ticker: "BBB"),
                try Make.event("b", "2019-07-01 16:00", ticker: "BBB"),
                try Make.event("c", "2019-07-01", ticker: "CCC"),  // known from 23:59:59
                try Make.event("d", "2019-07-02 00:00", ticker: "CCC"),
                try Make.event("e", "2019-07-02 07:59"),
                try Make.event("f", "2019-07-02", ticker: "CCC"),  // known only tonight
                try Make.event("g", "2019-07-02 08:00", ticker: "CCC"),
            ]
        )
        #expect(facts.marketEventsThatDay == 2)
        #expect(facts.marketEventsSinceBase == 4)
    }

    @Test
    func dayPrecisionKnowsTheDayBefore() throws {
        let facts = earlier(
            try Make.event("now", "2019-07-02"),
            [
                try Make.event("a", "2019-07-01"), try Make.event("b", "2019-07-02"),
                try Make.event("c", "2019-07-02 06:00"),
            ]
        )
        #expect(facts.eventsIn30Days == 1)
        #expect(facts.marketEventsThatDay.isNaN)
        #expect(facts.marketEventsSinceBase == 1)
        #expect(facts.sessionsSinceLastEvent == 1)
    }

    @Test(arguments: [
        ("2019-06-25 08:00", true), ("2019-06-24 16:00", true), ("2019-06-24 15:59", false),
        ("2019-07-02", false), ("2019-07-01", true), ("2019-07-03 08:00", false),
    ])
    func resultsWithinFiveSessions(time: String, expected: Bool) throws {
        let now = try Make.event("now", "2019-07-02 08:00")
        let forms = [
            try Make.event("r", time, items: ["2.02", "9.01"]), try Make.event("r", time, items: ["12"]),
            try Make.event("r", time, type: .earningsRelease),
        ]
        for results in forms { #expect(earlier(now, [results]).resultsWithinFiveSessions == expected) }
        let others = [try Make.event("r", time, items: ["9.01"]), try Make.event("r", time, type: .merger)]
        for other in others { #expect(!earlier(now, [other]).resultsWithinFiveSessions) }
    }

    @Test
    func linkedEventIsTheSameAnnouncement() throws {
        let release = try Make.event("r", "2019-07-02 07:00", type: .earningsRelease)
        let before = try Make.event("b", "2019-06-28 07:00")
        for filing in [
            try Make.event("now", "2019-07-02 07:05", items: ["2.02"], related: "r"),
            try Make.event("now", "2019-07-02 07:05", items: ["2.02"]),
        ] {
            let facts = earlier(filing, [release, before])
            let linked = filing.event.relatedEventID != nil
            #expect(facts.sessionsSinceLastEvent == (linked ? 2 : 0))
            #expect(facts.eventsIn30Days == (linked ? 1 : 2))
            #expect(facts.resultsWithinFiveSessions == !linked)
        }
    }

    @Test
    func linksWorkInBothDirectionsAndOnlyBackwards() throws {
        let filing = try Make.event("8k", "2019-07-02 07:05", items: ["2.02"])
        let naming = try Make.event("r", "2019-07-02 07:05", type: .earningsRelease, related: "8k")
        let late = try Make.event("r2", "2019-07-02 07:06", type: .earningsRelease, related: "8k")
        let undated = try Make.event("r3", "2019-07-02", type: .earningsRelease, related: "8k")
        let history = EventHistory([late, filing, naming, undated])
        #expect(history.linkedEvent(of: filing.event) == 2)
        #expect(EventHistory([late, filing, undated]).linkedEvent(of: filing.event) == nil)
        #expect(EventHistory([filing, naming]).linkedEvent(of: late.event) == 0)
    }

    @Test(arguments: [
        ("2019-07-02 07:00", ["9.01", "2.02"], true), ("2019-07-02 07:00", ["2.02"], false),
        ("2019-07-02 08:00", ["2.02", "9.01"], false), ("2019-07-01 23:59", ["2.02", "9.01"], false),
        ("2019-07-02", ["2.02", "9.01"], false),
    ])
    func duplicates(time: String, items: [String], expected: Bool) throws {
        let now = try Make.event("now", "2019-07-02 08:00", items: ["2.02", "9.01"])
        #expect(earlier(now, [try Make.event("a", time, items: items)]).isDuplicate == expected)
        let others = [
            try Make.event("a", time, ticker: "BBB", items: items), try Make.event("a", time, type: .sec10Q),
        ]
        for other in others { #expect(!earlier(now, [other]).isDuplicate) }
    }

    @Test
    func contextOfAnEvent() throws {
        let now = try Make.event("now", "2019-07-02 12:00", items: ["8.01"])
        let history = EventHistory([
            now, try Make.event("a", "2019-07-02 10:00", items: ["8.01"]),
            try Make.event("b", "2019-07-01 10:00", items: ["2.02"]),
        ])
        let flat = Make.series("SPY", first: 7000, [Double](repeating: 100, count: 1000))
        let builder = EventContextBuilder(calendar: Make.calendar, benchmark: flat)
        let context = builder.contexts(of: history)[0]
        #expect(
            context
                == EventContext(
                    phase: .regular,
                    resultsWithinFiveSessions: true,
                    isDuplicate: true,
                    marketVolatilityQuantile: 0.5
                )
        )
        #expect(context.marketRegime == .normal)
        let short = Make.series("SPY", first: 7400, [Double](repeating: 100, count: 200))
        let unknown = EventContextBuilder(calendar: Make.calendar, benchmark: short)
        #expect(unknown.context(of: now, in: history).marketRegime == nil)
    }
}
