import Statistics
import Testing

@Suite("Conformal ranges")
struct ConformalTests {
    @Test("The half width is the order statistic of the finite-sample rule")
    func quantile() throws {
        let scores = (1...99).map { Double($0) }.reversed()
        #expect(try SplitConformal.quantile(Array(scores), alpha: 0.2) == 80)
        #expect(try SplitConformal.quantile(Array(scores), alpha: 0.05) == 95)
        #expect(try SplitConformal.quantile(Array(scores), alpha: 0.01) == 99)
        // 9.5 rounds up to the tenth of 18.
        #expect(try SplitConformal.quantile((1...18).map { Double($0) }, alpha: 0.5) == 10)
    }

    @Test("Too few scores give no width", arguments: [(0.2, 4), (0.05, 19), (0.1, 9), (0.5, 1), (0.33, 3)])
    func tooFew(alpha: Double, needed: Int) throws {
        #expect(try SplitConformal.minimumCount(alpha: alpha) == needed)
        let scores = (0..<needed).map { Double($0) }
        #expect(try SplitConformal.quantile(scores, alpha: alpha) != nil)
        #expect(try SplitConformal.quantile(Array(scores.dropLast()), alpha: alpha) == nil)
    }

    @Test("A new outcome is covered with the stated probability, whatever the distribution")
    func coverage() throws {
        var random = SplitMix64(seed: 31)
        for count in [24, 99] {
            let covered = try share(of: 20_000) {
                let scores = (0..<count).map { _ in abs(random.studentT(degreesOfFreedom: 2)) }
                let width = try SplitConformal.quantile(scores, alpha: 0.2) ?? .infinity
                return abs(random.studentT(degreesOfFreedom: 2)) <= width
            }
            #expect(abs(covered - 0.8) < monteCarloError(0.8, 20_000), "\(count): \(covered)")
        }
    }

    @Test("Coverage counts hits and widths")
    func counted() throws {
        let result = try SplitConformal.coverage(
            lower: [0, 0, 0, 0],
            upper: [1, 2, 1, 4],
            realized: [1, 3, -0.1, 2]
        )
        #expect(result == ConformalCoverage(covered: 2, n: 4, meanWidth: 2))
        #expect(result?.share == 0.5)
        let hits = try SplitConformal.covered(
            lower: [0, -.infinity],
            upper: [1, .infinity],
            realized: [1.5, 9]
        )
        #expect(hits == [false, true])
        #expect(try SplitConformal.coverage(lower: [], upper: [], realized: []) == nil)
    }

    @Test("Wrong input is refused by name")
    func refusals() {
        #expect(throws: StatisticsError.notFinite(argument: "scores", index: 0)) {
            try SplitConformal.quantile([.nan], alpha: 0.1)
        }
        #expect(throws: StatisticsError.self) { try SplitConformal.quantile([1], alpha: 1) }
        #expect(throws: StatisticsError.outOfRange(argument: "upper[0]", value: 1, accepted: "2.0 or more")) {
            try SplitConformal.covered(lower: [2], upper: [1], realized: [1])
        }
        #expect(throws: StatisticsError.self) {
            try SplitConformal.covered(lower: [.nan], upper: [1], realized: [1])
        }
        #expect(throws: StatisticsError.self) { try AdaptiveConformal(target: 0) }
        #expect(throws: StatisticsError.self) { try AdaptiveConformal(target: 0.1, stepSize: 0) }
    }

    @Test("When volatility doubles, adaptive ranges regain their coverage and fixed ones do not")
    func adaptive() throws {
        var random = SplitMix64(seed: 32)
        let calm = (0..<500).map { _ in abs(random.normal()) }
        var follower = try AdaptiveConformal(target: 0.2, stepSize: 0.02)
        let fixed = try #require(try SplitConformal.quantile(calm, alpha: 0.2))
        var followed = 0
        var missedByFixed = 0
        for step in 0..<2000 {
            let score = 2 * abs(random.normal())
            let covered = score <= (try follower.quantile(calm))
            follower.update(covered: covered)
            if step >= 500 {
                followed += covered ? 1 : 0
                missedByFixed += score <= fixed ? 0 : 1
            }
        }
        #expect(abs(Double(followed) / 1500 - 0.8) < 0.02)
        #expect(Double(missedByFixed) / 1500 > 0.4)
    }

    @Test("Beyond its ends the level gives an infinite or an empty range")
    func ends() throws {
        var follower = try AdaptiveConformal(target: 0.1, stepSize: 0.2)
        follower.update(covered: false)
        #expect(follower.alpha < 0)
        #expect(try follower.quantile([1, 2, 3]) == .infinity)
        for _ in 0..<60 { follower.update(covered: true) }
        #expect(follower.alpha > 1)
        #expect(try follower.quantile([1, 2, 3]) == 0)
        #expect(try AdaptiveConformal(target: 0.1).quantile([1, 2]) == .infinity)
    }
}
