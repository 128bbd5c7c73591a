import Evaluation
import Models
import Testing

@Suite
struct DirectionReportTests {
    private func report(_ rows: [GradedPrediction]) throws -> DirectionReport {
        try #require(try Graded.sample(rows)?.direction)
    }

    /// Four events by hand: two right, one wrong, one without a side.
    @Test
    func accuracyByHand() throws {
        let report = try report([
            Graded.row(0, ticker: "A", up: 0.7, abnormal: 0.02),
            Graded.row(1, ticker: "B", up: 0.2, abnormal: -0.02),
            Graded.row(2, ticker: "C", up: 0.6, abnormal: -0.02),
            Graded.row(3, ticker: "D", up: 0.9, abnormal: 0.0005, direction: 0),
        ])
        #expect(report.accuracy.n == 3)
        #expect(abs((report.accuracy.value ?? 0) - 2.0 / 3) < 1e-12)
        #expect(abs((report.balancedAccuracy.value ?? 0) - 0.75) < 1e-12)
        #expect(abs((report.brier.value ?? 0) - (0.09 + 0.04 + 0.36) / 3) < 1e-12)
        #expect(report.areaUnderCurve.value == 1)
        #expect(report.accuracy.baselines.first?.name == "majority_class")
        #expect(abs((report.accuracy.baselines.first?.value ?? 0) - 1.0 / 3) < 1e-12)
    }

    /// D6: neutral and uncertain rules say nothing; they are not graded as down.
    @Test
    func neutralAndUncertainRulesAreNotGraded() throws {
        let rows = (0..<30).map { index in
            Graded.row(
                index,
                ticker: "T\(index % 5)",
                rule: [1, 0, nil][index % 3],
                abnormal: index % 2 == 0 ? 0.02 : -0.02
            )
        }
        let baseline = try #require(try report(rows).accuracy.baselines.first { $0.name == "rule_direction" })
        #expect(baseline.n == 10)
        #expect(baseline.value == 0.5)
        let silent = try report(
            rows.map { row in
                var row = row
                row.ruleDirection = 0
                return row
            }
        )
        let none = try #require(silent.accuracy.baselines.first { $0.name == "rule_direction" })
        #expect(none.n == 0 && none.value == nil)
    }

    @Test
    func onehalfPredictsNoSide() throws {
        let report = try report([
            Graded.row(0, up: 0.5), Graded.row(1, up: 0.5), Graded.row(2, up: 0.8, abnormal: 0.02),
        ])
        #expect(report.accuracy.n == 1 && report.accuracy.value == 1)
        #expect(report.brier.n == 3)
    }

    @Test(arguments: [
        (0.5, "50-55"), (0.549, "50-55"), (0.55, "55-60"), (0.6, "60-70"), (0.6999, "60-70"), (0.7, "70-80"),
        (0.8, "80+"), (1.0, "80+"),
    ])
    func confidenceFallsIntoOneBand(confidence: Double, name: String) throws {
        let up = confidence == 0.5 ? 0.500001 : confidence
        for probability in [up, 1 - up] {
            let report = try report([Graded.row(0, up: probability, abnormal: 0.02)])
            let full = report.bands.filter { $0.accuracy.n == 1 }
            // 1 - 0.55 is 0.45000000000000001, whose confidence may round to just below the edge.
            guard probability == up else {
                #expect(full.count == 1)
                continue
            }
            #expect(full.map(\.name) == [name])
        }
    }

    @Test
    func bandsDivideAllGradedEvents() throws {
        let rows = Graded.world()
        let report = try report(rows)
        #expect(report.bands.map(\.name) == ["50-55", "55-60", "60-70", "70-80", "80+"])
        #expect(report.bands.map(\.accuracy.n).reduce(0, +) == report.accuracy.n)
        let strong = try #require(report.bands.first { $0.name == "70-80" })
        #expect(abs((strong.meanConfidence ?? 0) - (strong.accuracy.value ?? 0)) < 0.1)
    }

    @Test
    func highConfidenceIsByAdjustment() throws {
        let rows = [
            Graded.row(0, ticker: "A", adjustment: 10, up: 0.6, abnormal: 0.02),
            Graded.row(1, ticker: "B", adjustment: -12, up: 0.6, abnormal: -0.02),
            Graded.row(2, ticker: "C", adjustment: 9.99, up: 0.6, abnormal: 0.02),
        ]
        let figure = try report(rows).highConfidenceAccuracy
        #expect(figure.n == 2 && figure.value == 0.5)
    }

    @Test
    func oneSidedOutcomesHaveNoArea() throws {
        let rows = (0..<20).map {
            Graded.row($0, ticker: "T\($0 % 4)", up: 0.3 + 0.02 * Double($0), abnormal: 0.02)
        }
        let report = try report(rows)
        #expect(report.areaUnderCurve.value == nil && report.balancedAccuracy.value == nil)
        #expect(report.accuracy.value != nil)
    }

    @Test
    func withoutProbabilitiesThereIsNoReport() throws {
        let sample = try #require(try Graded.sample((0..<10).map { Graded.row($0, up: nil) }))
        #expect(sample.direction == nil && sample.calibration == nil)
        #expect(sample.impact != nil)
    }
}
