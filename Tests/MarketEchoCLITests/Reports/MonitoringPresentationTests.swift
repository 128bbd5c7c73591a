import Evaluation
import Events
import JSONText
import Market
import Models
import Statistics
import Testing

@testable import MarketEchoCLI

@Suite
struct MonitoringPresentationTests {
    private let report: MonitoringReport

    /// 240 made-up predictions of twelve companies on forty days, right in two cases of three.
    init() throws {
        let cell = Cell(family: .earnings, horizon: .oneDay)
        let predictions = (0..<240).map { index -> GradedPrediction in
            let isUp = index * 7 % 5 < 3
            let isRight = index % 3 != 0
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
                probabilityUp: isUp == isRight ? 0.58 : 0.44,
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
        func count(_ family: EventFamily?, _ horizon: Horizon?) -> LabelledCount {
            LabelledCount(family: family, horizon: horizon, events: 240, companies: 12, days: 40)
        }
        report = try MonitoringReport(
            MonitoringInput(
                generatedAt: UTCInstant(secondsSinceEpoch: 1_700_000_000),
                dataAsOf: nil,
                benchmark: "SPY",
                totalOutcomes: 240,
                counts: [count(nil, nil), count(.earnings, nil), count(.earnings, .oneDay)],
                predictions: predictions,
                models: [],
                certificate: nil
            ),
            settings: MonitoringSettings(resamples: 200, calibrationSimulations: 50, threads: 1)
        )
    }

    private func text(width: Int?) throws -> String {
        let sink = MemorySink()
        try MonitoringPresentation(report: report)
            .print(to: ResultPrinter(sink: sink, width: width, style: .plain))
        return sink.text
    }

    @Test
    func everyPartOfTheReportIsShown() throws {
        let text = try text(width: nil)
        for part in [
            "ML Monitoring (Internal diagnostic)\n",
            "labelled    240 events of 12 companies on 40 days, 240 outcomes",
            "data as of  –\n", "Families\n", "Walk-forward: direction right, %\n",
            "Walk-forward: direction right where the adjustment is at least 10 points, %\n",
            "Walk-forward: mean absolute error of the impact, points\n",
            "Walk-forward: mean realized impact by predicted impact, points (events)\n",
            "Walk-forward: direction right by stated confidence, % (events)\n",
            "Walk-forward: calibration of the stated probabilities\n",
            "Walk-forward: abnormal returns inside the 80 % range, %\n", "Slots\n", "Prototype",
            "This is not investment advice.\n",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("Lock-box"))
    }

    @Test
    func sharesArePercentWithTheirSampleAndInterval() throws {
        let sample = try #require(report.cells.first?.sample(.walkForward)?.direction?.accuracy)
        let interval = try #require(sample.interval)
        let accuracy = Format.percentage(sample.value, lower: interval.lower, upper: interval.upper, n: 240)
        let row = try #require(
            try text(width: nil).split(separator: "\n").first { $0.hasPrefix("earnings/1d") }
        )
        #expect(row.hasPrefix("earnings/1d     240      12    40  66.7 ["))
        #expect(row.contains(accuracy))
    }

    @Test
    func tablesFitAnUsualTerminal() throws {
        for line in try text(width: 100).split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }

    @Test
    func jsonIsTheReportItself() {
        #expect(
            JSONWriter.text(MonitoringPresentation(report: report), style: .pretty)
                == JSONWriter.text(report, style: .pretty)
        )
    }
}
