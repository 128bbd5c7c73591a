import Evaluation
import Events
import Foundation
import Market
import Models
import Statistics
import Testing

@Suite
struct SkillMapTests {
    private static let earnings = Cell(family: .earnings, horizon: .oneDay)
    private static let global = Cell(family: nil, horizon: .oneDay)

    private func map(_ predictions: [GradedPrediction], _ models: [ModelRecord]) throws -> [SkillMapCell] {
        try BacktestWorld.report(BacktestWorld.input(predictions, models: models)).skillMap
    }

    @Test
    func `the gate's stored test against the stronger rule is shown`() throws {
        let record = try Records.tested(
            base: (loss: 26, skill: 3, lower: 2),
            median: (loss: 24, skill: 1, lower: -0.5)
        )
        let cell = try #require(try map([], [record]).first { $0.cell == Graded.cell })
        #expect(cell.source == .gate && cell.against == "item_group_median")
        #expect(cell.savedPoints == 1 && cell.lowerBound == -0.5 && cell.baselineError == 24)
        #expect(cell.n == 150 && cell.companies == 24 && cell.days == 120 && cell.adjustedP == 0.02)
        #expect(cell.gatePassed == true && cell.reason == "passed")
    }

    @Test
    func `without a stored test the same one is made from walk-forward predictions`() throws {
        // Earnings has no model of its own, so the global one answers for it.
        var rows = Graded.world(seed: 3, events: 300, cell: Self.global)
        for index in rows.indices where index % 2 == 0 { rows[index].family = .earnings }
        let record = try Records.record(cell: Self.global)
        let cells = try map(rows + Graded.world(seed: 4, kind: .lockBox, cell: Self.global), [record])
        let cell = try #require(cells.first { $0.cell == Self.earnings })
        #expect(cell.source == .computed && cell.servedBy == Self.global && cell.gatePassed == nil)
        #expect(cell.n == 150 && cell.reason == "served by global/1d")

        let own = rows.filter { $0.family == .earnings }
        func loss(_ row: GradedPrediction, _ impact: Double?) -> Double {
            abs((impact ?? .nan) - (row.realizedImpact ?? .nan))
        }
        func mean(_ answer: (GradedPrediction) -> Double?) -> Double {
            own.reduce(0) { $0 + loss($1, answer($1)) } / Double(own.count)
        }
        let base = mean(\.baseScore)
        let median = mean(\.itemGroupMedian)
        #expect(cell.against == (base < median ? "base_score" : "item_group_median"))
        #expect(abs((cell.baselineError ?? 0) - min(base, median)) < 1e-9)
        let test = try #require(
            try PairedSkill.test(
                baselineLoss: own.map { loss($0, base < median ? $0.baseScore : $0.itemGroupMedian) },
                modelLoss: own.map { loss($0, $0.predictedImpact) },
                days: own.map(\.reactionSession),
                companies: own.map { Int($0.ticker.dropFirst()) ?? 0 }
            )
        )
        #expect(abs((cell.lowerBound ?? 0) - test.lowerBound(alpha: 0.05)) < 1e-9)
        #expect(abs((cell.savedPoints ?? 0) - test.meanDifference) < 1e-9)
    }

    @Test
    func `too few predictions and no model say so`() throws {
        let rows = (0..<19).map { Graded.row($0, ticker: "T\($0 % 4)") }
        let few = try #require(
            try map(rows, [try Records.record(passed: false)]).first { $0.cell == Graded.cell }
        )
        #expect(few.source == .none && few.lowerBound == nil && few.n == 0 && few.gatePassed == false)
        #expect(few.reason == "no skill")
        let none = try #require(
            try map(rows, [try Records.record()]).first { $0.cell == Cell(family: .sec8K, horizon: .oneDay) }
        )
        #expect(none.source == .none && none.servedBy == nil && none.reason == "no model")
    }
}

extension Records {
    /// A champion whose magnitude head was tested against both rules.
    static func tested(
        base: (loss: Double, skill: Double, lower: Double),
        median: (loss: Double, skill: Double, lower: Double)
    ) throws -> ModelRecord {
        func test(_ values: (loss: Double, skill: Double, lower: Double)) -> String {
            #"""
            {"meanSkill":\#(values.skill),"lowerBound":\#(values.lower),"pValue":0.01,"adjustedP":0.02,"n":150,
            "companies":24,"days":120,"clustering":"day","baselineLoss":\#(values.loss),
            "modelLoss":\#(values.loss - values.skill),"minimumDetectable":1}
            """#
        }
        let json = #"""
            {"decision":{"passed":true,"reason":"passed","refusals":[],
            "magnitude":{"head":"magnitude","passed":true,"refusals":[],"againstBaseline":\#(test(base)),
            "againstItemGroupMedian":\#(test(median))},
            "direction":{"head":"direction","passed":false,"refusals":[]}},"magnitudeStatus":"trained",
            "directionStatus":"trained","folds":[],"canaries":[],"comparisons":1}
            """#
        return try record(evaluation: try JSONDecoder().decode(ModelEvaluation.self, from: Data(json.utf8)))
    }

    /// A champion with an evaluation.
    static func record(evaluation: ModelEvaluation) throws -> ModelRecord {
        try ModelRecord(
            cell: Graded.cell,
            version: .initial,
            sha256: "00",
            featureSetVersion: "fs",
            labelVersion: "1",
            trainingCutOff: TradingDay(daysSinceEpoch: 19_000),
            dataHash: "d",
            configurationFingerprint: "c",
            seed: 1,
            sampleCount: 400,
            companyCount: 30,
            evaluation: evaluation,
            weight: 0.4,
            usableHeads: [.magnitude],
            history: [
                StatusChange(
                    status: .champion,
                    reason: "r",
                    at: UTCInstant(secondsSinceEpoch: 1_600_000_000)
                )
            ]
        )
    }
}
