import Events
import Market
import Testing

@testable import Features

@Suite
struct SurpriseTests {
    private func release(
        _ id: String,
        _ day: String,
        estimate: Double?,
        actual: Double?,
        percent: Double? = nil
    ) throws -> EventInput {
        try Make.event(
            id,
            "\(day) 07:00",
            type: .earningsRelease,
            facts: EventFacts(epsEstimate: estimate, epsActual: actual, surprisePercent: percent)
        )
    }

    @Test
    func figuresOfOneAnnouncement() {
        let both = SurpriseFigures(EventFacts(epsEstimate: -0.5, epsActual: -0.4))
        #expect(abs(both.percent - 20) < 1e-9)  // 100 x 0.1 / |-0.5|
        #expect(abs(both.difference - 0.1) < 1e-12)
        #expect(both.sign == 1)
        #expect(abs(both.signedLogarithm - 3.044_522_438) < 1e-9)  // ln 21
        let miss = SurpriseFigures(EventFacts(epsEstimate: 1, epsActual: 0.9, surprisePercent: -9.5))
        #expect(miss.percent == -9.5)
        #expect(miss.sign == -1)
        #expect(abs(miss.signedLogarithm + 2.351_375_257) < 1e-9)  // -ln 10.5
        let nothingExpected = SurpriseFigures(EventFacts(epsEstimate: 0, epsActual: 0.1))
        #expect(nothingExpected.percent.isNaN)
        #expect(nothingExpected.sign == 1)
        #expect(SurpriseFigures(EventFacts(surprisePercent: 0)).sign == 0)
        #expect(SurpriseFigures.missing.sign == nil)
        #expect(SurpriseFigures(EventFacts(epsActual: 1)).sign == nil)
    }

    @Test
    func standardisedByThePastOnly() throws {
        let past = [
            try release("a", "2018-01-10", estimate: 1, actual: 1.1),
            try release("b", "2018-04-10", estimate: 1, actual: 0.95),
            try release("c", "2018-07-10", estimate: 1, actual: 1.2),
            try release("d", "2018-10-10", estimate: 1, actual: 1.15),
        ]
        let now = try release("e", "2019-01-10", estimate: 1, actual: 1.3)
        let later = try release("f", "2019-04-10", estimate: 1, actual: 9)
        let facts = SurpriseFacets(of: now, in: EventHistory([now, later] + past))
        // Differences 0.1, -0.05, 0.2, 0.15: mean 0.1, squares 0.035 over 3.
        #expect(abs(facts.pastDeviation - 0.108_012_345) < 1e-9)
        #expect(facts.pastCount == 4)
        #expect(facts.streak == 2)
        let third = SurpriseFacets(of: past[2], in: EventHistory(past + [now]))
        #expect(third.streak == -1)
        #expect(third.pastDeviation.isNaN)
        #expect(SurpriseFacets(of: past[0], in: EventHistory(past)).streak.isNaN)
    }

    @Test
    func deviationForgetsWhatIsOld() throws {
        let old = try release("old", "2010-01-10", estimate: 1, actual: 99)
        let recent = try (1...12).map {
            try release(
                "r\($0)",
                "2018-\($0 < 10 ? "0" : "")\($0)-10",
                estimate: 1,
                actual: $0 % 2 == 0 ? 1.1 : 0.9
            )
        }
        let now = try release("now", "2019-03-10", estimate: 1, actual: 1)
        let facts = SurpriseFacets(of: now, in: EventHistory([old, now] + recent))
        #expect(facts.pastCount == 13)
        // Twelve differences of +-0.1 with mean 0: 0.1 sqrt(12/11).
        #expect(abs(facts.pastDeviation - 0.104_446_594) < 1e-9)
    }

    @Test(arguments: [("2018-04-10 07:00", true), ("2018-04-10 06:59", false), ("2018-04-10 09:00", true)])
    func linkedFiguresWhenTheyWereKnown(time: String, known: Bool) throws {
        let first = try release("a", "2018-01-10", estimate: 1, actual: 0.9)
        let linked = try release("b", "2018-04-10", estimate: 1, actual: 1.2)
        let filing = try Make.event("now", time, items: ["2.02"], related: "b")
        let facts = SurpriseFacets(of: filing, in: EventHistory([linked, filing, first]))
        #expect(facts.own.sign == nil)
        #expect(facts.linked.sign == (known ? 1 : nil))
        // The linked announcement is this one and not a past one.
        #expect(facts.pastCount == 1)
        #expect(facts.streak == -1)
    }

    @Test
    func matchEndsARun() throws {
        let events = [
            try release("a", "2018-01-10", estimate: 1, actual: 1.1),
            try release("b", "2018-04-10", estimate: 1, actual: 1.1),
            try release("c", "2018-07-10", estimate: 1, actual: 1),
            try release("d", "2018-10-10", estimate: nil, actual: nil, percent: 5),
            try release("e", "2019-01-10", estimate: nil, actual: 2),
            try release("f", "2019-04-10", estimate: 1, actual: 0.9),
            try release("g", "2019-07-10", estimate: 1, actual: 0.9),
        ]
        let record = EventHistory(events).timelines[0].surprises
        #expect(record.runs == [1, 2, 0, 1, -1, -2])
        #expect(record.differences[3].isNaN)
    }
}
