import Statistics
import Testing

@Suite("Bootstrap of rank figures")
struct RankBootstrapTests {
    private struct Sample {
        var x: [Double] = []
        var y: [Double] = []
        var outcomes: [Bool] = []
        var days: [Int] = []
        var companies: [Int] = []

        /// Values rounded so that many are tied.
        init(seed: UInt64) {
            var random = SplitMix64(seed: seed)
            for row in 0..<240 {
                let common = random.normal()
                x.append((2 * (common + random.normal())).rounded())
                y.append((2 * (common + random.normal())).rounded())
                outcomes.append(random.bernoulli(common > 0 ? 0.7 : 0.3))
                days.append(row / 6)
                companies.append(random.bounded(30))
            }
        }
    }

    private let bootstrap = ClusterBootstrap(resamples: 300, seed: 5)

    private func same(_ fast: BootstrapInterval?, _ slow: BootstrapInterval?) -> Bool {
        agrees(fast?.estimate, slow?.estimate, relative: 1e-12)
            && agrees(fast?.interval.lower, slow?.interval.lower, relative: 1e-12)
            && agrees(fast?.interval.upper, slow?.interval.upper, relative: 1e-12)
            && fast?.n == slow?.n && fast?.clusterCount == slow?.clusterCount
    }

    @Test("Figures from one sort are those of sorting every resample")
    func fastPaths() throws {
        let sample = Sample(seed: 1)
        let area = try bootstrap.areaUnderCurve(
            scores: sample.x,
            outcomes: sample.outcomes,
            clusters: sample.days
        )
        let slowArea = try bootstrap.statistic(clusters: sample.days) { rows in
            try? ClassificationScore.areaUnderCurve(
                scores: rows.map { sample.x[$0] },
                outcomes: rows.map { sample.outcomes[$0] }
            )
        }
        #expect(same(area, slowArea))
        let correlation = try bootstrap.spearman(sample.x, sample.y, clusters: sample.days)
        let slowCorrelation = try bootstrap.statistic(clusters: sample.days) { rows in
            try? Correlation.spearman(rows.map { sample.x[$0] }, rows.map { sample.y[$0] })
        }
        #expect(same(correlation, slowCorrelation))
        let predicted = sample.x.map { $0 > 0 }
        let balanced = try bootstrap.balancedAccuracy(
            predicted: predicted,
            outcomes: sample.outcomes,
            clusters: sample.days
        )
        let slowBalanced = try bootstrap.statistic(clusters: sample.days) { rows in
            try? ClassificationScore.balancedAccuracy(
                predicted: rows.map { predicted[$0] },
                outcomes: rows.map { sample.outcomes[$0] }
            )
        }
        #expect(same(balanced, slowBalanced))
    }

    @Test("Reported intervals are the wider of days and companies, and hold the figure")
    func reported() throws {
        let sample = Sample(seed: 2)
        let results = [
            try ClusteredInterval.areaUnderCurve(
                scores: sample.x,
                outcomes: sample.outcomes,
                days: sample.days,
                companies: sample.companies,
                bootstrap: bootstrap
            ),
            try ClusteredInterval.spearman(
                sample.x,
                sample.y,
                days: sample.days,
                companies: sample.companies,
                bootstrap: bootstrap
            ),
            try ClusteredInterval.balancedAccuracy(
                predicted: sample.x.map { $0 > 0 },
                outcomes: sample.outcomes,
                days: sample.days,
                companies: sample.companies,
                bootstrap: bootstrap
            ),
        ]
        for result in results {
            let result = try #require(result)
            #expect(result.interval.contains(result.estimate) && result.interval.width > 0.05)
            #expect(result.n == 240 && result.dayCount == 40 && result.companyCount == 30)
        }
        let area = try ClassificationScore.areaUnderCurve(scores: sample.x, outcomes: sample.outcomes)
        #expect(agrees(results[0]?.estimate, area, relative: 1e-13))
    }

    @Test("Figures that do not exist have no interval; wrong input is refused")
    func edges() throws {
        let days = [1, 2, 3, 4]
        let x = [1.0, 2, 3, 4]
        let ups = [Bool](repeating: true, count: 4)
        #expect(try bootstrap.areaUnderCurve(scores: x, outcomes: ups, clusters: days) == nil)
        #expect(try bootstrap.spearman(x, [5, 5, 5, 5], clusters: days) == nil)
        #expect(try bootstrap.spearman([], [], clusters: []) == nil)
        #expect(try bootstrap.balancedAccuracy(predicted: ups, outcomes: ups, clusters: days) == nil)
        #expect(throws: StatisticsError.notFinite(argument: "scores", index: 3)) {
            try bootstrap.areaUnderCurve(scores: [1, 2, 3, .nan], outcomes: ups, clusters: days)
        }
        #expect(throws: StatisticsError.self) { try bootstrap.spearman(x, [1], clusters: days) }
        #expect(throws: StatisticsError.self) {
            try bootstrap.balancedAccuracy(predicted: ups, outcomes: ups, clusters: [1])
        }
    }
}
