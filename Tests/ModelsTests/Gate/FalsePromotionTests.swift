import Market
import Statistics
import Testing

@testable import Models

/// The gate on losses of models that are no better than their baseline, with the dependence that real events have.
@Suite
struct FalsePromotionTests {
    private func rows() throws -> [TrainingRow] {
        try SyntheticWorld(events: 300, companies: 40, sessions: 120, horizon: .oneDay).dataset().rows
    }

    /// Losses without skill: events of a day share a factor, and so do events of a company.
    private func losses(_ seed: UInt64, rows: [TrainingRow]) -> [Double] {
        var random = RandomStream(seed: seed)
        let days = (0..<1_000).map { _ in 5 * random.normal() }
        let companies = (0..<100).map { _ in 3 * random.normal() }
        return rows.map { row in
            25 + days[row.reactionSession % 1_000] + companies[Int(row.ticker.dropFirst()) ?? 0]
                + 3 * random.studentT(degreesOfFreedom: 4)
        }
    }

    private func slot(_ seed: UInt64, rows: [TrainingRow]) throws -> HeadEvidence {
        let test = try SkillTest.compare(
            baseline: rows.map { _ in 25 },
            model: losses(seed, rows: rows),
            rows: rows,
            horizonSessions: 1,
            level: 0.05
        )
        return HeadEvidence(
            head: .magnitude,
            refusals: [],
            againstBaseline: test,
            againstItemGroupMedian: test,
            championHasHead: false,
            n: rows.count
        )
    }

    @Test
    func luckPromotesRarely() throws {
        let rows = try rows()
        let idle = HeadEvidence(
            head: .direction,
            refusals: [Refusal(.constantModel, "c")],
            championHasHead: false,
            n: 0
        )
        var promotions = 0
        for run in 0..<60 {
            let slots = try (0..<6).map { (try slot(UInt64(run * 6 + $0), rows: rows), idle) }
            if try Gate.decide(slots, policy: GatePolicy()).contains(where: \.passed) { promotions += 1 }
        }
        // 5 % of 60 is 3.
        #expect(promotions <= 7)
    }

    /// The same losses would pass often, were events taken for independent and slots not counted.
    @Test
    func carelessTestsWouldPromoteOften() throws {
        let rows = try rows()
        var promotions = 0
        for run in 0..<60 {
            let lucky = try (0..<6).contains { slot in
                let skills = losses(UInt64(run * 6 + slot), rows: rows).map { 25 - $0 }
                let mean = try Descriptive.mean(skills) ?? 0
                let deviation = try Descriptive.standardDeviation(skills) ?? 0
                return mean / deviation * Double(skills.count).squareRoot() > 1.645
            }
            if lucky { promotions += 1 }
        }
        #expect(promotions > 30)
    }
}
