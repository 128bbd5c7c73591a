import Events
import Market
import Testing

@testable import Outcomes

/// A series that stops is an ended one only where prices in general go on.
@Suite
struct EndedSeriesTests {
    @Test
    func aBenchmarkThatAloneWasRefreshedEndsNoSeries() throws {
        let start = SeriesMaker.session("2024-01-22")
        let stock = SeriesMaker.series("ACME", closes: SeriesMaker.ramp(from: start, count: 8))
        let benchmark = SeriesMaker.series("SPY", closes: SeriesMaker.flat(from: start, count: 110))
        let subject = LabelSubject(
            eventID: "e",
            type: .sec8K,
            knownAt: SeriesMaker.newYork("2024-01-26", 17),
            occurredOn: SeriesMaker.day("2024-01-26"),
            timePrecision: .exact,
            tickerIsValid: true
        )
        for (end, reason) in [(nil, SkipReason.delistedBeforeOutcome), (start + 7, .missingOutcomeClose)] {
            let labeler = OutcomeLabeler(
                calendar: SeriesMaker.calendar,
                benchmark: benchmark,
                rules: OutcomeRules(),
                marketEnd: end
            )
            let attempts = labeler.attempts(
                [subject],
                ticker: "ACME",
                series: stock,
                horizons: [.twentyDay],
                asOf: start + 100
            )
            #expect(attempts == [.skipped(reason)])
        }
    }
}
