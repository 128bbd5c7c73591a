import Statistics
import Testing

@Suite("Reported intervals")
struct ClusteredIntervalTests {
    private let bootstrap = ClusterBootstrap(resamples: 1000, seed: 1)

    @Test("The wider interval is reported and says where it comes from")
    func wider() {
        let narrow = BootstrapInterval(
            estimate: 0.5,
            interval: Interval(lower: 0.4, upper: 0.6),
            n: 9,
            clusterCount: 4
        )
        let wide = BootstrapInterval(
            estimate: 0.5,
            interval: Interval(lower: 0.3, upper: 0.6),
            n: 9,
            clusterCount: 3
        )
        let company = ClusteredInterval.wider(day: narrow, company: wide)
        #expect(company.basis == .company && company.interval == wide.interval)
        #expect(company.dayCount == 4 && company.companyCount == 3 && company.n == 9)
        let day = ClusteredInterval.wider(day: wide, company: narrow)
        #expect(day.basis == .day && day.interval == wide.interval)
        #expect(ClusteredInterval.wider(day: narrow, company: narrow).basis == .day)
    }

    @Test("Dependence within companies widens the interval by company")
    func basis() throws {
        var random = SplitMix64(seed: 2)
        let world = ClusteredWorld(name: "companies", companies: 20, dayShare: 0, companyShare: 0.3)
        let sample = world.draw(&random)
        let result = try ClusteredInterval.mean(
            sample.values,
            days: sample.days,
            companies: sample.companies,
            bootstrap: bootstrap
        )
        #expect(result?.basis == .company)
        #expect(result?.n == 600 && result?.dayCount == 60 && result?.companyCount == 20)
    }

    @Test("An accuracy of 100 % on few clusters is not certain")
    func allHits() throws {
        let days = (0..<40).map { $0 / 4 }
        let companies = (0..<40).map { $0 % 8 }
        let result = try ClusteredInterval.proportion(
            [Bool](repeating: true, count: 40),
            days: days,
            companies: companies,
            bootstrap: bootstrap
        )
        let exact = try ProportionInterval.clopperPearson(successes: 8, trials: 8)
        #expect(result?.estimate == 1 && result?.interval == exact && result?.basis == .company)
        let none = try ClusteredInterval.proportion(
            [Bool](repeating: false, count: 40),
            days: days,
            companies: companies,
            bootstrap: bootstrap
        )
        #expect(none?.interval.lower == 0 && (none?.interval.upper ?? 0) > 0.3)
    }

    @Test("A proportion is the mean of hits")
    func proportion() throws {
        var random = SplitMix64(seed: 3)
        let hits = (0..<300).map { _ in random.bernoulli(0.55) }
        let days = (0..<300).map { $0 / 5 }
        let companies = (0..<300).map { $0 % 31 }
        let share = try ClusteredInterval.proportion(
            hits,
            days: days,
            companies: companies,
            bootstrap: bootstrap
        )
        let mean = try ClusteredInterval.mean(
            hits.map { $0 ? 1 : 0 },
            days: days,
            companies: companies,
            bootstrap: bootstrap
        )
        #expect(share == mean)
        let ratio = try ClusteredInterval.ratio(
            numerator: hits.map { $0 ? 1 : 0 },
            denominator: [Double](repeating: 1, count: 300),
            days: days,
            companies: companies,
            bootstrap: bootstrap
        )
        #expect(ratio == mean)
    }

    @Test("Any figure of rows can be reported")
    func statistic() throws {
        var random = SplitMix64(seed: 4)
        let outcomes = (0..<200).map { _ in random.bernoulli(0.5) }
        let scores = outcomes.map { ($0 ? 0.8 : 0) + random.normal() }
        let result = try ClusteredInterval.statistic(
            days: (0..<200).map { $0 / 4 },
            companies: (0..<200).map { $0 % 23 },
            bootstrap: ClusterBootstrap(resamples: 300, seed: 5)
        ) { rows in
            try? ClassificationScore.areaUnderCurve(
                scores: rows.map { scores[$0] },
                outcomes: rows.map { outcomes[$0] }
            )
        }
        let area = try ClassificationScore.areaUnderCurve(scores: scores, outcomes: outcomes)
        #expect(result?.estimate == area)
        #expect(result.map { $0.interval.lower > 0.5 && $0.interval.upper < 0.9 } == true)
    }

    @Test("One day or one company gives no interval")
    func single() throws {
        let ones = [Int](repeating: 1, count: 6)
        let many = Array(0..<6)
        let values = [1.0, 2, 3, 4, 5, 6]
        #expect(try ClusteredInterval.mean(values, days: ones, companies: many, bootstrap: bootstrap) == nil)
        #expect(try ClusteredInterval.mean(values, days: many, companies: ones, bootstrap: bootstrap) == nil)
        #expect(try ClusteredInterval.proportion([], days: [], companies: [], bootstrap: bootstrap) == nil)
        #expect(throws: StatisticsError.self) {
            try ClusteredInterval.statistic(days: many, companies: [1], bootstrap: bootstrap) { _ in 1 }
        }
    }
}
