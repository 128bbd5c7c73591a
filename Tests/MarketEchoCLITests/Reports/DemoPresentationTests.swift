import Events
import Market
import Outcomes
import Scores
import Storage
import Testing

@testable import MarketEchoCLI
@testable import Pipeline

@Suite
struct DemoPresentationTests {
    private func report() throws -> DemoReport {
        var prices = PriceImportReport()
        prices.written = ["ACME", "SP500"]
        var events = EventImportReport()
        events.events = UpsertCounts(inserted: 1200)
        var labels = LabelReport(asOf: try #require(TradingDay(iso8601: "2022-12-28")), dryRun: false)
        labels.cells[.init(family: .earnings, horizon: .fiveDay)] = {
            var cell = LabelReport.Cell()
            cell.new = 1100
            cell.skipped = [.pending: 100]
            return cell
        }()
        var scores = ScoreReport()
        scores.written = 3600
        scores.adjusted = 1000
        scores.notApplied = [.gateNotPassed: 2600]
        return DemoReport(
            prices: prices,
            events: events,
            labels: labels,
            training: TrainReport(),
            scores: scores,
            benchmark: "SP500"
        )
    }

    @Test
    func theReportNamesTheStandInAndTheLimits() throws {
        let sink = MemorySink()
        try DemoPresentation(report: try report(), models: [])
            .print(to: ResultPrinter(sink: sink, width: 80, style: .plain))
        let text = sink.text
        #expect(
            text.hasPrefix(
                """
                Sample
                step    written  unchanged  of
                ───────────────────────────────────────
                prices        2          0  series
                events    1,200          0  events
                labels    1,100          0  labels
                models        0          0  versions
                scores    3,600          0  predictions
                The S&P 500 index (SP500) stands in for SPY: the sample has no SPY.

                Labels as of 2022-12-28
                """
            )
        )
        #expect(text.contains("Of 3,600 scores by event and horizon 1,000 are adjusted by a model."))
        #expect(text.hasSuffix("This is not investment advice.\n"))
        #expect(WordingCheck.violations(in: text).isEmpty)
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
}
