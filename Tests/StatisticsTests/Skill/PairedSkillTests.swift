import Statistics
import Testing

@Suite("Paired skill")
struct PairedSkillTests {
    private static func skill(_ sample: ClusteredWorld.Sample, shift: Double = 0) throws -> PairedSkill? {
        try PairedSkill.test(
            differences: sample.values.map { $0 + shift },
            days: sample.days,
            companies: sample.companies
        )
    }

    /// Worlds in which the model is no better than the baseline, with the share of rejections that is
    /// accepted at 5 %.
    static let nullWorlds: [(ClusteredWorld, Double)] = [
        (ClusteredWorld(name: "20 days, fat tails", days: 20), 0.05),
        (ClusteredWorld(name: "60 days, fat tails"), 0.05),
        (ClusteredWorld(name: "uneven days, fat tails", isUneven: true), 0.05),
        (ClusteredWorld(name: "days and companies", companies: 40, dayShare: 0.2, companyShare: 0.1), 0.05),
        (ClusteredWorld(name: "both, strong", companies: 60, companyShare: 0.3), 0.05),
        (ClusteredWorld(name: "companies only", companies: 20, dayShare: 0, companyShare: 0.3), 0.05),
        (ClusteredWorld(name: "independent", dayShare: 0), 0.05),
        (ClusteredWorld(name: "rare large gains", noise: .rightSkewed), 0.05),
        (ClusteredWorld(name: "rare large losses", noise: .leftSkewed), 0.055),
        (ClusteredWorld(name: "rare large losses, 20 days", days: 20, noise: .leftSkewed), 0.07),
        (ClusteredWorld(name: "rare large losses, uneven", noise: .leftSkewed, isUneven: true), 0.07),
    ]

    @Test("A model without skill is passed in no more than one case of twenty", arguments: nullWorlds)
    func size(world: ClusteredWorld, accepted: Double) throws {
        var random = SplitMix64(seed: 21)
        let repetitions = 3000
        let passed = try share(of: repetitions) { try (Self.skill(world.draw(&random))?.pValue ?? 1) <= 0.05 }
        #expect(passed < accepted + monteCarloError(accepted, repetitions), "\(world.name): \(passed)")
    }

    @Test("Taking events for independent would pass four times as many")
    func contrast() throws {
        var random = SplitMix64(seed: 22)
        let passed = try share(of: 1000) {
            let sample = ClusteredWorld(name: "plain").draw(&random)
            let rows = Array(sample.values.indices)
            let skill = try PairedSkill.test(differences: sample.values, days: rows, companies: rows)
            return (skill?.pValue ?? 1) <= 0.05
        }
        #expect(passed > 0.15, "\(passed)")
    }

    @Test("A model with skill is found")
    func power() throws {
        var random = SplitMix64(seed: 23)
        let world = ClusteredWorld(name: "plain", days: 100)
        // The error of the mean is about sqrt(0.37 / 100) = 0.061, so 0.25 is four of them.
        let passed = try share(of: 500) {
            try (Self.skill(world.draw(&random), shift: 0.25)?.pValue ?? 1) <= 0.05
        }
        #expect(passed > 0.95, "\(passed)")
    }

    @Test("The lower bound is above zero exactly when the p-value is below alpha")
    func bound() throws {
        var random = SplitMix64(seed: 24)
        for noise in [ClusteredWorld.Noise.fat, .leftSkewed, .rightSkewed] {
            let world = ClusteredWorld(name: "plain", days: 25, perDay: 4, noise: noise)
            for _ in 0..<200 {
                let shift = 0.5 * random.uniform()
                let skill = try #require(try Self.skill(world.draw(&random), shift: shift))
                for alpha in [0.05, 0.05 / 18, 0.3] {
                    #expect((skill.lowerBound(alpha: alpha) > 0) == (skill.pValue < alpha))
                }
                #expect(skill.lowerBound(alpha: 0.01) < skill.lowerBound(alpha: 0.05))
            }
        }
    }

    @Test("The lower bound lies below the true skill in 95 % of worlds")
    func coverage() throws {
        var random = SplitMix64(seed: 25)
        let world = ClusteredWorld(name: "both", companies: 40, dayShare: 0.2, companyShare: 0.1)
        let below = try share(of: 1500) {
            try (Self.skill(world.draw(&random), shift: 3)?.lowerBound() ?? 9) <= 3
        }
        #expect(abs(below - 0.95) < monteCarloError(0.95, 1500) + 0.01, "\(below)")
    }

    @Test("The detectable difference is found with the promised power")
    func detectable() throws {
        var random = SplitMix64(seed: 26)
        let world = ClusteredWorld(name: "plain", days: 100)
        var pilots = Welford()
        for _ in 0..<200 {
            pilots.add(try #require(try Self.skill(world.draw(&random))).minimumDetectableDifference())
        }
        let effect = try #require(pilots.mean)
        let found = try share(of: 800) {
            try (Self.skill(world.draw(&random), shift: effect)?.pValue ?? 1) <= 0.05
        }
        #expect(abs(found - 0.8) < monteCarloError(0.8, 800), "\(found)")
    }

    @Test("The number of events needed grows with the square of error over effect")
    func eventsNeeded() throws {
        var random = SplitMix64(seed: 30)
        let world = ClusteredWorld(name: "pilot", days: 100)
        let pilot = try #require(try Self.skill(world.draw(&random), shift: 0.2))
        let needed = try #require(pilot.eventsNeeded())
        let ratio = pilot.minimumDetectableDifference() / pilot.meanDifference
        #expect(needed == Int((1000 * ratio * ratio).rounded(.up)))
        let worse = try #require(try Self.skill(world.draw(&random), shift: -1))
        #expect(worse.eventsNeeded() == nil)
        #expect(worse.pValue > 0.99)
    }

    @Test("Which dependence counts is reported, with the numbers of events, days and companies")
    func basis() throws {
        var random = SplitMix64(seed: 27)
        let byDay = ClusteredWorld(name: "days", days: 80, dayShare: 0.5)
        let byCompany = ClusteredWorld(
            name: "companies",
            days: 80,
            companies: 20,
            dayShare: 0,
            companyShare: 0.5
        )
        let byBoth = ClusteredWorld(name: "both", days: 80, companies: 20, dayShare: 0.4, companyShare: 0.4)
        let day = try #require(try Self.skill(byDay.draw(&random)))
        let company = try #require(try Self.skill(byCompany.draw(&random)))
        let both = try #require(try Self.skill(byBoth.draw(&random)))
        #expect(day.basis != .company && company.basis != .day && both.basis == .both)
        #expect(company.n == 800 && company.dayCount == 80 && company.companyCount == 20)
        #expect(company.degreesOfFreedom > 15 && company.degreesOfFreedom <= 19)
    }

    @Test("A few huge days count as few")
    func effectiveDays() throws {
        var random = SplitMix64(seed: 28)
        var days: [Int] = []
        for day in 0..<50 { days += [Int](repeating: day, count: day < 3 ? 100 : 2) }
        let values = days.map { _ in random.normal() }
        let skill = try #require(
            try PairedSkill.test(differences: values, days: days, companies: Array(values.indices))
        )
        #expect(skill.degreesOfFreedom < 2.5)
        #expect(skill.dayCount == 50)
    }

    @Test("Losses give the difference of their means")
    func losses() throws {
        let skill = try PairedSkill.test(
            baselineLoss: [3, 4, 5, 6],
            modelLoss: [1, 3, 5, 4],
            days: [1, 1, 2, 3],
            companies: [1, 2, 3, 4]
        )
        #expect(skill?.meanDifference == 1.25)
        // By hand: means without each company are 1, 4/3, 5/3 and 1, off 5/4 by 1/4, 1/12, 5/12 and 1/4.
        // By day it is 1, 5/3 and 1; the pairs of day and company are the rows themselves.
        let byCompany = 3.0 / 4 * (1.0 / 16 + 1.0 / 144 + 25.0 / 144 + 1.0 / 16)
        let byDay = 2.0 / 3 * (1.0 / 16 + 25.0 / 144 + 1.0 / 16)
        #expect(agrees(skill?.standardError, max(byCompany, byDay).squareRoot(), relative: 1e-12))
    }

    @Test("The order of rows does not matter")
    func order() throws {
        var random = SplitMix64(seed: 29)
        let values = (0..<90).map { _ in Double(random.bounded(7)) }
        let days = (0..<90).map { _ in random.bounded(12) }
        let companies = (0..<90).map { _ in random.bounded(9) }
        let order = random.permutation(90)
        let straight = try PairedSkill.test(differences: values, days: days, companies: companies)
        let shuffled = try PairedSkill.test(
            differences: order.map { values[$0] },
            days: order.map { days[$0] },
            companies: order.map { companies[$0] }
        )
        #expect(agrees(straight?.pValue, shuffled?.pValue, relative: 1e-12))
        #expect(agrees(straight?.standardError, shuffled?.standardError, relative: 1e-12))
    }

    @Test("Without two days, two companies or any spread there is no test")
    func undefined() throws {
        #expect(try PairedSkill.test(differences: [1, 2], days: [1, 1], companies: [1, 2]) == nil)
        #expect(try PairedSkill.test(differences: [1, 2], days: [1, 2], companies: [1, 1]) == nil)
        #expect(try PairedSkill.test(differences: [], days: [], companies: []) == nil)
        let same = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
        #expect(try PairedSkill.test(differences: same, days: Array(0..<7), companies: Array(0..<7)) == nil)
        #expect(throws: StatisticsError.notFinite(argument: "modelLoss", index: 1)) {
            try PairedSkill.test(
                baselineLoss: [1, 2],
                modelLoss: [1, .nan],
                days: [1, 2],
                companies: [1, 2]
            )
        }
        #expect(throws: StatisticsError.self) {
            try PairedSkill.test(baselineLoss: [1, 2], modelLoss: [1], days: [1, 2], companies: [1, 2])
        }
        #expect(throws: StatisticsError.self) {
            try PairedSkill.test(differences: [1, 2], days: [1, 2], companies: [1])
        }
    }
}
