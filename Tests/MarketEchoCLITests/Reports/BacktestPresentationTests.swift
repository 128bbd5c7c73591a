import Evaluation
import Events
import JSONText
import Market
import Models
import Outcomes
import Scores
import Testing

@testable import MarketEchoCLI

@Suite
struct BacktestPresentationTests {
    private let report: BacktestReport

    /// 240 made-up predictions of twelve companies on forty days, right in two cases of three.
    init() throws {
        let cell = Cell(family: .earnings, horizon: .oneDay)
        let predictions = (0..<240).map { index -> GradedPrediction in
            let isUp = index * 7 % 5 < 3
            let move = Double(index % 9 + 1) / 200
            return GradedPrediction(
                eventID: "e\(index)",
                ticker: "T\(index % 12)",
                family: .earnings,
                cell: cell,
                kind: .walkForward,
                reactionSession: 8000 + index % 40,
                baseScore: 60,
                adjustment: Double(index % 21) - 8,
                predictedImpact: Double(40 + index % 50),
                probabilityUp: isUp == (index % 3 != 0) ? 0.58 : 0.44,
                predictedMove: 0.02,
                interval80: ReturnRange(lower: -0.03, upper: 0.03),
                itemGroupMedian: 65,
                upRate: 0.52,
                ruleDirection: index % 4 == 0 ? nil : 1,
                volatility: 0.02,
                abnormalReturn: isUp ? move : -move,
                direction: isUp ? 1 : -1,
                realizedImpact: Double(30 + index * 11 % 70)
            )
        }
        let events = (0..<250).map { index in
            BacktestEvent(
                eventID: "e\(index)",
                ticker: "T\(index % 12)",
                type: .earningsRelease,
                itemGroup: ItemGroup(type: .earningsRelease, items: []),
                occurredOn: ExchangeCalendar.xnys.day(ofSession: 8000 + index % 40),
                timePrecision: .exact,
                phase: "before_open",
                reactionSession: 8000 + index % 40,
                ruleDirection: .uncertain
            )
        }
        let flat = { (ticker: String) in
            AdjustedCloses(
                ticker: ticker,
                firstSession: 7_600,
                values: (0..<600).map { 100 + Double($0 * ticker.count % 7) },
                breaks: []
            )
        }
        let settings = MonitoringSettings(resamples: 200, calibrationSimulations: 50, threads: 1)
        let monitoring = try MonitoringReport(
            MonitoringInput(
                generatedAt: UTCInstant(secondsSinceEpoch: 1_700_000_000),
                dataAsOf: nil,
                benchmark: "SPY",
                totalOutcomes: 240,
                counts: [LabelledCount(family: nil, horizon: nil, events: 240, companies: 12, days: 40)],
                predictions: predictions,
                models: [],
                certificate: nil
            ),
            settings: settings
        )
        // Without a registry nobody answers for a family; the summary has its row all the same.
        report = try BacktestReport(
            BacktestInput(
                calendar: .xnys,
                events: events,
                labels: (0..<240).map { BacktestLabel(event: $0, horizon: .oneDay, hasImpact: true) },
                skips: (240..<250).map { BacktestSkip(event: $0, horizon: .oneDay, reason: .noPrices) },
                predictions: predictions,
                models: [],
                liveScores: [LiveScoreCount(horizon: .oneDay, notAppliedReason: "no_model", n: 250)],
                closes: (0..<12).map { flat("T\($0)") },
                benchmarkCloses: flat("SPY")
            ),
            monitoring: monitoring,
            settings: settings
        )
    }

    private func text(_ presentation: some Presentation, width: Int?) throws -> String {
        let sink = MemorySink()
        try presentation.print(to: ResultPrinter(sink: sink, width: width, style: .plain))
        return sink.text
    }

    @Test
    func `every part of the report is shown`() throws {
        let text = try text(BacktestPresentation(report: report), width: nil)
        for part in [
            "Backtesting\n", "labelled    240 events of 12 companies on 40 days, 240 outcomes",
            "Walk-forward: figures by slot\n", "moved by", "earnings/1d",
            "Skill: impact points saved against the stronger simple rule\n",
            "Events without an outcome, % by family\n",
            "From stored events to graded predictions\n", "labelled", "no prices 10",
            "live score with a model applied",
            "Mean abnormal return around events, cumulative since session -5, percentage points\n",
            "Size of the abnormal return over the stock's usual day, 1 is ordinary\n", "rules: uncertain",
            "This is not investment advice.\n",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(WordingCheck.violations(in: text).isEmpty)
    }

    @Test
    func `tables fit an usual terminal`() throws {
        let text = try text(BacktestPresentation(report: report), width: 110)
        for line in text.split(separator: "\n") { #expect(line.count <= 110, "\(line)") }
    }

    @Test
    func `json is the report itself`() {
        #expect(
            JSONWriter.text(BacktestPresentation(report: report), style: .pretty)
                == JSONWriter.text(report, style: .pretty)
        )
    }

    @Test
    func `a table without predictions says so`() throws {
        let table = try report.accuracy(AccuracyQuery(groupBy: .year, family: .fda, kind: .live))
        let text = try text(AccuracyPresentation(table: table), width: nil)
        #expect(
            text.hasPrefix(
                "Live: accuracy and error by year, fda/all\nNo graded prediction was made in this way.\n"
            )
        )
    }
}
