import Events
import Market
import Testing

@testable import Outcomes

/// The mid-rank percentile against its definition, written out naively.
@Suite
struct RealizedImpactTests {
    private struct Generator {
        var state: UInt64
        mutating func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
    }

    private static func naive(
        stock: PriceSeries,
        benchmark: PriceSeries,
        move: Double,
        base: Int,
        sessions: Int,
        length: Int,
        minimum: Int
    ) -> Double? {
        var past: [Double] = []
        for end in (base - length + 1)...base {
            let values = [
                stock.adjustedClose(at: end), stock.adjustedClose(at: end - sessions),
                benchmark.adjustedClose(at: end), benchmark.adjustedClose(at: end - sessions),
            ]
            if values.contains(where: \.isNaN) { continue }
            if stock.breaks.contains(where: { $0 > end - sessions && $0 <= end }) { continue }
            past.append(abs(values[0] / values[1] - 1 - (values[2] / values[3] - 1)))
        }
        guard past.count >= minimum else { return nil }
        let below = past.filter { $0 < move }.count
        let equal = past.filter { $0 == move }.count
        return 100 * (Double(below) + Double(equal) / 2) / Double(past.count)
    }

    @Test(arguments: 1...20)
    func equalsTheNaiveCount(seed: Int) throws {
        var random = Generator(state: UInt64(seed) &* 77_777)
        let first = 2000 + Int(random.next() * 50)
        var closes: [Int: Double] = [:]
        var market: [Int: Double] = [:]
        var price = 50.0
        var level = 300.0
        for session in 1990..<2700 {
            // Coarse steps make ties, gaps make missing moves.
            price *= 1 + (Double(Int(random.next() * 9)) - 4) / 200
            level *= 1 + (Double(Int(random.next() * 5)) - 2) / 400
            if session >= first, random.next() > 0.02 { closes[session] = price }
            if random.next() > 0.005 { market[session] = level }
        }
        let stock = SeriesMaker.series("ACME", closes: closes, breaks: [first + 200])
        let benchmark = SeriesMaker.series("SPY", closes: market)
        let rules = OutcomeRules()
        let labeler = OutcomeLabeler(calendar: SeriesMaker.calendar, benchmark: benchmark, rules: rules)
        let subjects = (0..<200).map { index in
            let session = 2000 + Int(random.next() * 690)
            return LabelSubject(
                eventID: "e\(index)",
                type: .sec8K,
                knownAt: UTCInstant(secondsSinceEpoch: 0),
                occurredOn: SeriesMaker.calendar.day(ofSession: session),
                timePrecision: .day,
                tickerIsValid: true
            )
        }
        let attempts = labeler.attempts(
            subjects,
            ticker: "ACME",
            series: stock,
            horizons: Horizon.allCases,
            asOf: 2800
        )
        var compared = 0
        for case .labelled(let outcome) in attempts {
            let expected = Self.naive(
                stock: stock,
                benchmark: benchmark,
                move: outcome.magnitude,
                base: outcome.baseSession,
                sessions: outcome.horizon.sessions,
                length: rules.historySessions,
                minimum: rules.minimumHistory
            )
            #expect(outcome.realizedImpact == expected)
            compared += 1
        }
        #expect(compared > 200)
    }

    @Test
    func tooLittleHistoryGivesALabelWithoutImpact() throws {
        let start = SeriesMaker.session("2024-01-22")
        let stock = SeriesMaker.series("ACME", closes: SeriesMaker.ramp(from: start, count: 150))
        let benchmark = SeriesMaker.series("SPY", closes: SeriesMaker.flat(from: start - 5, count: 200))
        let labeler = OutcomeLabeler(
            calendar: SeriesMaker.calendar,
            benchmark: benchmark,
            rules: OutcomeRules()
        )
        func impact(reaction: Int) -> Double? {
            let subject = LabelSubject(
                eventID: "e",
                type: .sec8K,
                knownAt: UTCInstant(secondsSinceEpoch: 0),
                occurredOn: SeriesMaker.calendar.day(ofSession: reaction),
                timePrecision: .day,
                tickerIsValid: true
            )
            let attempt = labeler.attempts(
                [subject],
                ticker: "ACME",
                series: stock,
                horizons: [.oneDay],
                asOf: start + 180
            )[0]
            guard case .labelled(let outcome) = attempt else { return -1 }
            return outcome.realizedImpact
        }
        // The first move ends one session after the first close: 119 moves end up to base = start + 119.
        #expect(impact(reaction: start + 120) == nil)
        // The moves 1/100, 1/101, … shrink, so the newest lies below all of its 120 predecessors.
        #expect(impact(reaction: start + 121) == 0)
    }

    @Test
    func theOrderOfEventsDoesNotMatter() {
        let start = SeriesMaker.session("2020-01-22")
        let stock = SeriesMaker.series("ACME", closes: SeriesMaker.ramp(from: start, count: 400))
        let benchmark = SeriesMaker.series("SPY", closes: SeriesMaker.flat(from: start, count: 400))
        let labeler = OutcomeLabeler(
            calendar: SeriesMaker.calendar,
            benchmark: benchmark,
            rules: OutcomeRules()
        )
        let subjects = (130..<300).map { offset in
            LabelSubject(
                eventID: "e\(offset)",
                type: .sec8K,
                knownAt: UTCInstant(secondsSinceEpoch: 0),
                occurredOn: SeriesMaker.calendar.day(ofSession: start + offset),
                timePrecision: .day,
                tickerIsValid: true
            )
        }
        func all(_ subjects: [LabelSubject]) -> [LabelAttempt] {
            labeler.attempts(
                subjects,
                ticker: "ACME",
                series: stock,
                horizons: [.fiveDay],
                asOf: start + 390
            )
        }
        #expect(all(subjects) == all(subjects.reversed()).reversed())
    }
}
