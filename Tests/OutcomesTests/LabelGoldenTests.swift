import Events
import Market
import Testing

@testable import Outcomes

/// Labels computed by hand.
///
/// The stock's close is 100 on Monday 2024-01-22 and one higher each session (101 on Tuesday
/// …); the benchmark goes from 400 to 404 on 2024-01-26 and stays there.
@Suite
struct LabelGoldenTests {
    let start = SeriesMaker.session("2024-01-22")
    let stock: PriceSeries
    let benchmark: PriceSeries
    let asOf = SeriesMaker.session("2024-06-28")

    init() {
        stock = SeriesMaker.series("ACME", closes: SeriesMaker.ramp(from: start, count: 90))
        var closes = SeriesMaker.flat(from: start, count: 110)
        for offset in 4..<110 { closes[start + offset] = 404 }
        benchmark = SeriesMaker.series("SPY", closes: closes)
    }

    private func attempt(
        _ day: String,
        _ hour: Int,
        _ horizon: Horizon,
        stock: PriceSeries?,
        benchmark: PriceSeries? = nil,
        asOf: Int? = nil,
        precision: TimePrecision = .exact,
        valid: Bool = true,
        rules: OutcomeRules = OutcomeRules()
    ) -> LabelAttempt {
        let labeler = OutcomeLabeler(
            calendar: SeriesMaker.calendar,
            benchmark: benchmark ?? self.benchmark,
            rules: rules
        )
        let subject = LabelSubject(
            eventID: "e",
            type: .sec8K,
            knownAt: SeriesMaker.newYork(day, hour),
            occurredOn: SeriesMaker.day(day),
            timePrecision: precision,
            tickerIsValid: valid
        )
        return labeler.attempts(
            [subject],
            ticker: "ACME",
            series: stock,
            horizons: [horizon],
            asOf: asOf ?? self.asOf
        )[0]
    }

    private func label(_ attempt: LabelAttempt) throws -> Outcome {
        guard case .labelled(let outcome) = attempt else {
            Issue.record("no label: \(attempt)")
            throw NoLabel()
        }
        return outcome
    }

    private struct NoLabel: Error {}

    @Test
    func beforeTheOpenOfFriday() throws {
        // Base Thursday 2024-01-25 (103), outcome Friday (104); benchmark 400 to 404.
        let outcome = try label(attempt("2024-01-26", 8, .oneDay, stock: stock))
        #expect(outcome.baseSession == SeriesMaker.session("2024-01-25"))
        #expect(outcome.outcomeSession == SeriesMaker.session("2024-01-26"))
        #expect(abs(outcome.stockReturn - 1.0 / 103) < 1e-15)
        #expect(abs(outcome.benchmarkReturn - 0.01) < 1e-15)
        #expect(abs(outcome.abnormalReturn - (1.0 / 103 - 0.01)) < 1e-15)
        #expect(outcome.direction == 0, "-0.03 % lies in the neutral band")
    }

    @Test
    func afterTheCloseOfFriday() throws {
        // D1 and D2: base is Friday's own close (104), outcome Monday 2024-01-29 (105): not zero, not the weekend.
        let outcome = try label(attempt("2024-01-26", 17, .oneDay, stock: stock))
        #expect(outcome.baseSession == SeriesMaker.session("2024-01-26"))
        #expect(outcome.outcomeSession == SeriesMaker.session("2024-01-29"))
        #expect(abs(outcome.abnormalReturn - 1.0 / 104) < 1e-15)
        #expect(outcome.direction == 1)
    }

    @Test
    func fiveAndTwentySessions() throws {
        // Known Friday after the close: T = 104; T+5 = 2024-02-02 (109), T+20 = 2024-02-26 (124, Presidents' Day between).
        let five = try label(attempt("2024-01-26", 17, .fiveDay, stock: stock))
        #expect(five.outcomeSession == SeriesMaker.session("2024-02-02"))
        #expect(abs(five.abnormalReturn - 5.0 / 104) < 1e-15)
        let twenty = try label(attempt("2024-01-26", 17, .twentyDay, stock: stock))
        #expect(twenty.outcomeSession == SeriesMaker.session("2024-02-26"))
        #expect(abs(twenty.abnormalReturn - 20.0 / 104) < 1e-15)
    }

    @Test
    func weekendAndDayPrecision() throws {
        let saturday = try label(attempt("2024-01-27", 10, .oneDay, stock: stock))
        #expect(saturday.baseSession == SeriesMaker.session("2024-01-26"))
        let holiday = try label(attempt("2024-02-19", 0, .oneDay, stock: stock, precision: .day))
        #expect(holiday.reactionSession == SeriesMaker.session("2024-02-20"))
    }

    @Test
    func splitBetweenBaseAndOutcome() throws {
        // The source adjusts for the split, so adjusted closes go on smoothly and no break is marked.
        let halved = SeriesMaker.ramp(from: start, count: 90).mapValues { $0 / 2 }
        let adjusted = SeriesMaker.series("ACME", closes: halved)
        let outcome = try label(attempt("2024-01-26", 17, .fiveDay, stock: adjusted))
        #expect(abs(outcome.abnormalReturn - 5.0 / 104) < 1e-15)
        // An unexplained halving is a break: no window may span it.
        var broken = SeriesMaker.ramp(from: start, count: 90)
        let split = SeriesMaker.session("2024-01-31")
        for session in broken.keys where session >= split { broken[session]? /= 2 }
        let series = SeriesMaker.series("ACME", closes: broken, breaks: [split])
        #expect(attempt("2024-01-26", 17, .fiveDay, stock: series) == .skipped(.suspectPrice))
        #expect(try label(attempt("2024-01-26", 17, .oneDay, stock: series)).direction == 1)
    }

    @Test
    func skips() {
        let gap = SeriesMaker.session("2024-01-29")
        var withoutOutcome = SeriesMaker.ramp(from: start, count: 90)
        withoutOutcome[gap] = nil
        var withoutBase = SeriesMaker.ramp(from: start, count: 90)
        withoutBase[SeriesMaker.session("2024-01-26")] = nil
        let short = SeriesMaker.series("ACME", closes: SeriesMaker.ramp(from: start, count: 8))
        var benchmarkGap = SeriesMaker.flat(from: start, count: 110)
        benchmarkGap[gap] = nil
        let rows: [(SkipReason, LabelAttempt)] = [
            (.noPrices, attempt("2024-01-26", 17, .oneDay, stock: nil)),
            (.unsupportedTicker, attempt("2024-01-26", 17, .oneDay, stock: stock, valid: false)),
            (.notYetListed, attempt("2024-01-19", 8, .oneDay, stock: stock)),
            (.notYetListed, attempt("2024-01-22", 8, .oneDay, stock: stock)),
            (.delistedBeforeOutcome, attempt("2024-01-26", 17, .twentyDay, stock: short)),
            (
                .missingOutcomeClose,
                attempt(
                    "2024-01-26",
                    17,
                    .oneDay,
                    stock: SeriesMaker.series("ACME", closes: withoutOutcome)
                )
            ),
            (
                .missingBaseClose,
                attempt(
                    "2024-01-26",
                    17,
                    .oneDay,
                    stock: SeriesMaker.series("ACME", closes: withoutBase)
                )
            ),
            (
                .suspectPrice,
                attempt(
                    "2024-01-26",
                    17,
                    .oneDay,
                    stock: SeriesMaker.series("ACME", closes: withoutOutcome, quarantine: [gap: .unitError])
                )
            ),
            // D3: a missing benchmark is no label, never a raw return.
            (
                .benchmarkMissing,
                attempt(
                    "2024-01-26",
                    17,
                    .oneDay,
                    stock: stock,
                    benchmark: SeriesMaker.series("SPY", closes: benchmarkGap)
                )
            ),
            (.missingBaseClose, attempt("1989-06-01", 9, .oneDay, stock: stock)),
        ]
        for (reason, result) in rows { #expect(result == .skipped(reason)) }
    }

    @Test
    func aLabelWaitsForOneSessionMoreThanItsHorizon() throws {
        // D15: base 2024-01-26; the 20th session closes on 2024-02-26, the 21st on 2024-02-27.
        let due = SeriesMaker.session("2024-02-27")
        #expect(attempt("2024-01-26", 17, .twentyDay, stock: stock, asOf: due - 1) == .skipped(.pending))
        _ = try label(attempt("2024-01-26", 17, .twentyDay, stock: stock, asOf: due))
        #expect(attempt("2024-01-26", 17, .oneDay, stock: nil, asOf: start) == .skipped(.pending))
    }

    @Test
    func directionsOutsideTheNeutralBand() {
        let rules = OutcomeRules()
        #expect(rules.direction(ofAbnormalReturn: 0.001) == 0)
        #expect(rules.direction(ofAbnormalReturn: 0.001_000_1) == 1)
        #expect(rules.direction(ofAbnormalReturn: -0.001) == 0)
        #expect(rules.direction(ofAbnormalReturn: -0.002) == -1)
    }

    @Test
    func theVintageChangesWithAnyCloseThatTheLabelReads() throws {
        let day = "2024-04-05"
        let original = try label(attempt(day, 17, .fiveDay, stock: stock))
        var closes = SeriesMaker.ramp(from: start, count: 90)
        closes[start + 3]? += 1e-6
        let touched = try label(attempt(day, 17, .fiveDay, stock: SeriesMaker.series("ACME", closes: closes)))
        #expect(touched.priceVintage != original.priceVintage)
        #expect(touched.abnormalReturn == original.abnormalReturn)
        var later = SeriesMaker.ramp(from: start, count: 90)
        later[original.outcomeSession + 1]? += 5
        let untouched = try label(
            attempt(day, 17, .fiveDay, stock: SeriesMaker.series("ACME", closes: later))
        )
        #expect(untouched == original, "closes after the outcome do not matter")
    }
}
