import Statistics
import Testing

@Suite("Bootstrap over clusters")
struct ClusterBootstrapTests {
    @Test("Equal seeds give equal intervals, other seeds or streams others")
    func determinism() throws {
        var random = SplitMix64(seed: 1)
        let sample = ClusteredWorld(name: "plain").draw(&random)
        func interval(_ seed: UInt64, _ stream: UInt64 = 0) throws -> Interval? {
            try ClusterBootstrap(resamples: 500, seed: seed, stream: stream)
                .mean(sample.values, clusters: sample.days)?.interval
        }
        #expect(try interval(7) == interval(7))
        #expect(try interval(7) != interval(8))
        #expect(try interval(7) != interval(7, 1))
    }

    @Test("The order of rows and the names of clusters do not matter")
    func order() throws {
        var random = SplitMix64(seed: 2)
        let n = 120
        let values = (0..<n).map { _ in Double(random.bounded(9)) }
        let clusters = (0..<n).map { _ in random.bounded(15) }
        let order = random.permutation(n)
        let bootstrap = ClusterBootstrap(resamples: 400, seed: 3)
        let straight = try bootstrap.mean(values, clusters: clusters)
        let shuffled = try bootstrap.mean(order.map { values[$0] }, clusters: order.map { clusters[$0] })
        let renamed = try bootstrap.mean(
            values,
            clusters: clusters.map { $0 * 1_000_000_007 - 5_000_000_000 }
        )
        #expect(straight == shuffled)
        #expect(straight == renamed)
    }

    @Test("The ratio is the sum over the sum, and the general path gives the same spread")
    func ratio() throws {
        var random = SplitMix64(seed: 4)
        let n = 400
        let members = (0..<n).map { _ in random.bernoulli(0.4) ? 1.0 : 0.0 }
        let hits = members.map { $0 * (random.bernoulli(0.6) ? 1.0 : 0.0) }
        let days = (0..<n).map { $0 / 8 }
        let bootstrap = ClusterBootstrap(resamples: 4000, seed: 5)
        let ratio = try #require(try bootstrap.ratio(numerator: hits, denominator: members, clusters: days))
        #expect(ratio.estimate == hits.reduce(0, +) / members.reduce(0, +))
        #expect(ratio.n == n && ratio.clusterCount == 50)
        let general = try bootstrap.statistic(clusters: days) { rows in
            let total = rows.reduce(0) { $0 + members[$1] }
            return total > 0 ? rows.reduce(0) { $0 + hits[$1] } / total : nil
        }
        let other = try #require(general)
        #expect(other.estimate == ratio.estimate)
        #expect(abs(other.interval.lower - ratio.interval.lower) < 0.01)
        #expect(abs(other.interval.upper - ratio.interval.upper) < 0.01)
    }

    @Test("Rows of clusters drawn twice appear twice, others not at all")
    func rows() throws {
        var seen = Set<Int>()
        _ = try ClusterBootstrap(resamples: 200, seed: 6).statistic(clusters: [4, 4, 9, 9, 9]) { rows in
            let counts = [rows.count { $0 < 2 }, rows.count { $0 >= 2 }]
            #expect(counts[0] % 2 == 0 && counts[1] % 3 == 0 && counts[0] / 2 + counts[1] / 3 == 2)
            seen.insert(counts[0] / 2)
            return Double(rows.count)
        }
        #expect(seen == [0, 1, 2])
    }

    @Test("With two clusters the interval reaches the extremes, with one there is none")
    func fewClusters() throws {
        let bootstrap = ClusterBootstrap(resamples: 1000, seed: 7)
        #expect(try bootstrap.mean([1, 2, 3], clusters: [5, 5, 5]) == nil)
        #expect(try bootstrap.mean([], clusters: []) == nil)
        #expect(try bootstrap.statistic(clusters: [1, 1]) { _ in 1 } == nil)
        let two = try #require(try bootstrap.mean([0, 10], clusters: [1, 2]))
        #expect(two.interval == Interval(lower: 0, upper: 10))
    }

    @Test("A figure that most resamples do not define has no interval")
    func undefined() throws {
        let bootstrap = ClusterBootstrap(resamples: 500, seed: 8)
        #expect(
            try bootstrap.ratio(numerator: [1, 0, 0], denominator: [1, 0, 0], clusters: [1, 2, 3]) == nil
        )
        #expect(try bootstrap.ratio(numerator: [1, 1], denominator: [0, 0], clusters: [1, 2]) == nil)
        #expect(try bootstrap.statistic(clusters: [1, 2]) { _ in nil } == nil)
    }

    @Test("Wrong input is refused by name")
    func refusals() {
        let bootstrap = ClusterBootstrap(seed: 9)
        #expect(
            throws: StatisticsError.lengthMismatch(
                argument: "values",
                count: 2,
                other: "clusters",
                otherCount: 1
            )
        ) { try bootstrap.mean([1, 2], clusters: [1]) }
        #expect(throws: StatisticsError.notFinite(argument: "values", index: 1)) {
            try bootstrap.mean([1, .nan], clusters: [1, 2])
        }
        #expect(throws: StatisticsError.outOfRange(argument: "resamples", value: 0, accepted: "1 or more")) {
            try ClusterBootstrap(resamples: 0, seed: 1).mean([1, 2], clusters: [1, 2])
        }
        #expect(throws: StatisticsError.self) {
            try ClusterBootstrap(confidence: 1, seed: 1).mean([1, 2], clusters: [1, 2])
        }
    }
}
