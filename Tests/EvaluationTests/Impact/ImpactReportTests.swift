import Evaluation
import Models
import Testing

@Suite
struct ImpactReportTests {
    private func sample(_ rows: [GradedPrediction]) throws -> SampleReport {
        try #require(try Graded.sample(rows))
    }

    @Test
    func errorsByHand() throws {
        let impact = try #require(
            try sample([
                Graded.row(0, ticker: "A", base: 60, adjustment: 4, impact: 70, median: 50, realized: 80),
                Graded.row(1, ticker: "B", base: 60, adjustment: -6, impact: 40, median: 50, realized: 20),
                Graded.row(2, ticker: "C", impact: 40, realized: nil),
            ]).impact
        )
        #expect(impact.errorPoints.value == 15)
        #expect(impact.errorPoints.n == 2)
        #expect(impact.biasPoints.value == 5)
        #expect(impact.adjustedScoreErrorPoints.value == 25)
        #expect(impact.errorPoints.baselines.map(\.name) == ["base_score", "item_group_median"])
        #expect(impact.errorPoints.baselines.map(\.value) == [30, 30])
        #expect(impact.rankCorrelation.value == 1)
    }

    /// D12: a move error is in percentage points, a coverage is a fraction; each says so.
    @Test
    func unitsAreStated() throws {
        let rows = (0..<20).map { index in
            Graded.row(index, ticker: "T\(index % 4)", impact: 50, abnormal: index < 15 ? 0.03 : 0.08)
        }
        let sample = try sample(rows)
        let error = try #require(sample.impact?.errorPercentagePoints)
        // 0.02 * sqrt(5) * 0.6745 is 3.016 %: 15 events miss by 0.016 points, 5 by 4.984.
        #expect(error.unit == .percentagePoints)
        #expect(abs((error.value ?? 0) - (15 * 0.016403 + 5 * 4.983597) / 20) < 1e-3)
        // The base score of 60 stands for a move of 3.764 %, the median of 55 for 3.378 %: the same unit.
        let baselines = error.baselines.map { $0.value ?? 0 }
        #expect(error.baselines.map(\.name) == ["base_score", "item_group_median"])
        #expect(abs(baselines[0] - 1.6319) < 1e-3 && abs(baselines[1] - 1.4391) < 1e-3)
        let range = try #require(sample.range)
        #expect(range.coverage.unit == .fraction && range.coverage.value == 0.75)
        #expect(range.coverage.baselines == [Baseline(name: "nominal", value: 0.8, n: 20)])
        #expect(range.widthPercentagePoints.unit == .percentagePoints)
        #expect(abs((range.widthPercentagePoints.value ?? 0) - 10) < 1e-9)
        for figure in sample.figures where figure.unit == .fraction {
            if let value = figure.value { #expect((0...1).contains(value), "\(figure.key)") }
        }
    }

    @Test(arguments: [
        (0.0, "0-40"), (39.999, "0-40"), (40, "40-50"), (50, "50-60"), (60, "60-70"), (70, "70-80"),
        (80, "80-100"),
        (100, "80-100"),
    ])
    func impactFallsIntoOneBucket(impact: Double, name: String) throws {
        let report = try #require(try sample([Graded.row(0, impact: impact)]).impact)
        #expect(report.buckets.map(\.name) == ["0-40", "40-50", "50-60", "60-70", "70-80", "80-100"])
        #expect(report.buckets.filter { $0.n > 0 }.map(\.name) == [name])
    }

    @Test
    func bucketsHoldMeans() throws {
        let report = try #require(
            try sample([
                Graded.row(0, ticker: "A", impact: 62, abnormal: 0.03, realized: 60),
                Graded.row(1, ticker: "B", impact: 68, abnormal: -0.05, realized: 90),
                Graded.row(2, ticker: "C", impact: 20, abnormal: -0.01, realized: 10),
            ]).impact
        )
        let bucket = report.buckets[3]
        #expect(bucket.n == 2)
        #expect(bucket.predictedImpact.value == 65)
        #expect(bucket.realizedImpact.value == 75)
        #expect(abs((bucket.absoluteMove.value ?? 0) - 4) < 1e-12)
        #expect(bucket.absoluteMove.unit == .percentagePoints)
        #expect(report.buckets[5].predictedImpact.value == nil)
    }

    @Test
    func equalPredictionsHaveNoRankCorrelation() throws {
        let rows = (0..<20).map { Graded.row($0, ticker: "T\($0 % 4)", impact: 50, realized: Double($0)) }
        let figure = try #require(try sample(rows).impact?.rankCorrelation)
        #expect(figure.value == nil && figure.interval == nil)
    }

    @Test
    func theGuardrailBoundsTheAdjustment() throws {
        let prediction = OutOfSamplePrediction(
            eventID: "e",
            cell: Graded.cell,
            kind: .walkForward,
            fold: 0,
            predictedImpact: 95,
            probabilityUp: 0.6,
            predictedMove: nil,
            interval80: nil,
            baselines: EventBaselines(baseScore: 50, itemGroupMedian: 55, upRate: 0.5)
        )
        let row = try TrainingRows.one(baseScore: 50)
        #expect(GradedPrediction(prediction, row: row, weight: 1).adjustment == 20)
        #expect(abs(GradedPrediction(prediction, row: row, weight: 0.4).adjustment - 18) < 1e-12)
        #expect(GradedPrediction(prediction, row: row, weight: 0).adjustment == 0)
    }
}
