import Statistics
import Testing

/// Oracle: NumPy 2.4.6 and SciPy 1.17.1.
@Suite("Descriptive figures")
struct DescriptiveTests {
    private struct File: Decodable {
        struct Case: Decodable {
            var values: [Double]
            var mean: Double
            var median: Double
            var variance: Double?
            var populationVariance: Double
            var p: [Double]
            var quantiles: [Double]
            var midRanks: [Double]
            var places: [Double]
            var percentiles: [Double]
        }
        var cases: [Case]
    }

    @Test("Means, variances, quantiles and ranks agree to 1e-12")
    func oracle() throws {
        for oracle in try Oracle.load("descriptive", as: File.self).cases {
            let values = oracle.values
            #expect(agrees(try Descriptive.mean(values), oracle.mean, relative: 1e-12))
            #expect(agrees(try Descriptive.median(values), oracle.median, relative: 1e-15))
            #expect(agrees(try Descriptive.variance(values), oracle.variance, relative: 1e-10))
            let deviation = try Descriptive.standardDeviation(values)
            #expect(agrees(deviation.map { $0 * $0 }, oracle.variance, relative: 1e-10))
            #expect(
                agrees(try Descriptive.variance(values, ddof: 0), oracle.populationVariance, relative: 1e-10)
            )
            #expect(
                agree(
                    try oracle.p.compactMap { try Quantile.of(values, $0) },
                    oracle.quantiles,
                    relative: 1e-13
                )
            )
            #expect(try Ranks.midRanks(values) == oracle.midRanks)
            for (place, percentile) in zip(oracle.places, oracle.percentiles) {
                #expect(
                    agrees(try Ranks.midRankPercentile(of: place, among: values), percentile, relative: 1e-12)
                )
            }
        }
    }

    @Test("No values define no figure")
    func empty() throws {
        #expect(try Descriptive.mean([]) == nil)
        #expect(try Descriptive.variance([]) == nil)
        #expect(try Descriptive.variance([1]) == nil)
        #expect(try Descriptive.median([]) == nil)
        #expect(try Quantile.of([], 0.5) == nil)
        #expect(Quantile.ofSorted([], 0.5) == nil)
        #expect(Quantile.ofSorted([1, 2], 1.5) == nil)
        #expect(try Ranks.midRanks([]).isEmpty)
        #expect(try Ranks.midRankPercentile(of: 1, among: []) == nil)
    }

    @Test("Values that are no numbers are refused by place")
    func notFinite() {
        #expect(throws: StatisticsError.notFinite(argument: "values", index: 1)) {
            try Descriptive.mean([1, .nan])
        }
        #expect(throws: StatisticsError.notFinite(argument: "values", index: 0)) {
            try Quantile.of([.infinity, 1], 0.5)
        }
        #expect(throws: StatisticsError.self) { try Quantile.of([1], 1.2) }
        #expect(throws: StatisticsError.notFinite(argument: "x", index: 0)) {
            try Ranks.midRankPercentile(of: .nan, among: [1])
        }
    }

    @Test("A stream in pieces gives the variance of the whole")
    func welford() throws {
        var random = SplitMix64(seed: 1)
        let values = (0..<1000).map { _ in 1e6 + random.normal() }
        var whole = Welford()
        var first = Welford()
        var second = Welford()
        for (index, value) in values.enumerated() {
            whole.add(value)
            if index < 137 { first.add(value) } else { second.add(value) }
        }
        #expect(Welford().mean == nil)
        #expect(Welford().variance == nil)
        var merged = Welford()
        merged.merge(Welford())
        merged.merge(first)
        merged.merge(second)
        #expect(merged.count == 1000)
        #expect(agrees(whole.variance, try Descriptive.variance(values), relative: 1e-9))
        #expect(agrees(merged.variance, whole.variance, relative: 1e-9))
        #expect(agrees(merged.mean, whole.mean, relative: 1e-13))
    }
}
