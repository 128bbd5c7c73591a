import Foundation
import Market
import Testing

@testable import Models

@Suite
struct SampleFiguresTests {
    private func sample(
        _ id: Int,
        impact: Double,
        up: Double?,
        realized: Double?,
        abnormal: Double,
        direction: Int,
        range: ReturnRange? = nil
    ) throws -> (prediction: OutOfSamplePrediction, row: TrainingRow) {
        var row = try #require(try SyntheticWorld(events: 1).dataset().rows.first)
        row.ticker = "T\(id % 2)"
        row.reactionSession = 100 + id
        row.realizedImpact = realized
        row.abnormalReturn = abnormal
        row.direction = direction
        let prediction = OutOfSamplePrediction(
            eventID: "e\(id)",
            cell: Cell(family: nil, horizon: .oneDay),
            kind: .walkForward,
            fold: 0,
            predictedImpact: impact,
            probabilityUp: up,
            predictedMove: nil,
            interval80: range,
            baselines: EventBaselines(baseScore: 60, itemGroupMedian: 50, upRate: 0.4)
        )
        return (prediction, row)
    }

    @Test
    func figuresByHand() throws {
        let figures = try #require(
            SampleFigures([
                try sample(
                    0,
                    impact: 70,
                    up: 0.8,
                    realized: 80,
                    abnormal: 0.02,
                    direction: 1,
                    range: ReturnRange(lower: -0.03, upper: 0.03)
                ),
                try sample(
                    1,
                    impact: 40,
                    up: 0.3,
                    realized: 60,
                    abnormal: 0.01,
                    direction: 1,
                    range: ReturnRange(lower: -0.005, upper: 0.005)
                ),
                try sample(2, impact: 40, up: 0.9, realized: nil, abnormal: 0.0002, direction: 0),
                try sample(3, impact: 40, up: nil, realized: 40, abnormal: -0.02, direction: -1),
            ])
        )
        #expect(figures.events == 4 && figures.companies == 2 && figures.days == 4)
        #expect(figures.impactEvents == 3 && figures.impactError == 10)
        #expect(abs((figures.baseScoreError ?? 0) - 40.0 / 3) < 1e-12)
        #expect(abs((figures.itemGroupError ?? 0) - 50.0 / 3) < 1e-12)
        #expect(
            figures.directionEvents == 2 && figures.directionAccuracy == 0.5 && figures.majorityAccuracy == 0
        )
        #expect(abs((figures.brier ?? 0) - (0.04 + 0.49) / 2) < 1e-12)
        #expect(abs((figures.baseRateBrier ?? 0) - 0.36) < 1e-12)
        #expect(figures.intervalEvents == 2 && figures.intervalCoverage == 0.5)
        #expect(abs((figures.intervalWidth ?? 0) - 0.035) < 1e-12)
    }

    @Test
    func noPredictionsGiveNoFigures() {
        #expect(SampleFigures([]) == nil)
    }

    @Test
    func anEvaluationReadsBackFromItsJSON() throws {
        let data = try SyntheticWorld(seed: 1, events: 400, magnitudeEffect: 20).dataset()
        for result in TrainingRun.train(datasets: [data], configuration: .quick) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let bytes = try encoder.encode(result.evaluation)
            let again = try JSONDecoder().decode(ModelEvaluation.self, from: bytes)
            #expect(again == result.evaluation)
            #expect(try encoder.encode(again) == bytes)
            #expect(again.folds.map(\.kind) == Array(repeating: .walkForward, count: 5) + [.lockBox])
            #expect(again.canaries.count == 6)
        }
    }

    @Test
    func baselinesComeFromTheTrainingPart() throws {
        let world = SyntheticWorld(seed: 3, events: 600, magnitudeEffect: 10)
        let data = try world.dataset()
        let result = try #require(TrainingRun.train(datasets: [data], configuration: .quick).last)
        let plan = WalkForwardPlan(rows: data.rows, policy: TrainingConfiguration.quick.policy)
        let byEvent = Dictionary(uniqueKeysWithValues: result.predictions.map { ($0.eventID, $0) })
        for fold in plan.folds {
            let medians = GroupMedians(rows: data.rows, part: fold.training)
            let sided = fold.training.filter { data.rows[$0].direction != 0 }
            let ups = sided.count { data.rows[$0].abnormalReturn > 0 }
            for index in fold.test {
                let row = data.rows[index]
                let baselines = try #require(byEvent[row.eventID]).baselines
                #expect(baselines.baseScore == row.baseScore)
                #expect(baselines.itemGroupMedian == medians.median(of: row.itemGroup))
                #expect(abs(baselines.upRate - (Double(ups) + 0.5) / Double(sided.count + 1)) < 1e-12)
            }
        }
    }

    @Test(arguments: [
        (ReturnRange(lower: 0.02, upper: -0.01), -0.01, 0.02),
        (ReturnRange(lower: -0.01, upper: 0.02), -0.01, 0.02),
    ])
    func endsOfARangeAreInOrder(range: ReturnRange, lower: Double, upper: Double) {
        #expect(range.lower == lower && range.upper == upper)
        #expect(abs(range.width - 0.03) < 1e-12)
        #expect(range.contains(lower) && range.contains(upper) && !range.contains(upper + 0.001))
    }
}
