import Market
import Statistics
import Testing

@testable import Models

@Suite
struct SkillTestTests {
    /// Differences that whole companies share make one company-year of evidence, not hundreds of events.
    @Test
    func dependenceWithinCompaniesIsPaidFor() throws {
        let rows = try SyntheticWorld(events: 600, companies: 12).dataset().rows
        var random = RandomStream(seed: 3)
        let gifts = (0..<12).map { _ in random.normal() }
        let model = rows.map { row in
            25 - 0.5 - 2 * gifts[Int(row.ticker.dropFirst()) ?? 0] + 0.2 * random.normal()
        }
        let test = try #require(
            try SkillTest.compare(
                baseline: rows.map { _ in 25 },
                model: model,
                rows: rows,
                horizonSessions: 5,
                level: 0.05
            )
        )
        #expect(test.clustering == "company" || test.clustering == "both")
        #expect(test.companies == 12 && test.n == 600)
        #expect(test.days == Set(rows.map(\.reactionSession)).count)
        #expect((test.lowerBound > 0) == (test.pValue < 0.05))
        #expect(test.pValue > 0.01)
    }

    @Test
    func overlappingWindowsArePaidFor() throws {
        let rows = try SyntheticWorld(events: 800, companies: 80, sessions: 400, horizon: .twentyDay)
            .dataset().rows
        var random = RandomStream(seed: 4)
        let shocks = (0..<40).map { _ in random.normal() }
        let model = rows.map { 25 - 0.3 - 2 * shocks[($0.reactionSession / 20) % 40] + random.normal() }
        let baseline = rows.map { _ in 25.0 }
        let overlapping = try #require(
            try SkillTest.compare(
                baseline: baseline,
                model: model,
                rows: rows,
                horizonSessions: 20,
                level: 0.05
            )
        )
        let single = try #require(
            try SkillTest.compare(
                baseline: baseline,
                model: model,
                rows: rows,
                horizonSessions: 1,
                level: 0.05
            )
        )
        #expect(overlapping.lowerBound < single.lowerBound)
        #expect(overlapping.clustering == "window" || overlapping.clustering == "both")
    }

    @Test
    func equalLossesGiveNoTest() throws {
        let rows = try SyntheticWorld(events: 100).dataset().rows
        let losses = rows.map { _ in 0.25 }
        #expect(
            try SkillTest.compare(
                baseline: losses,
                model: losses,
                rows: rows,
                horizonSessions: 1,
                level: 0.05
            ) == nil
        )
    }
}
