import Statistics
import Testing

/// Oracle: SciPy 1.17.1 (`binom`) and statsmodels 0.15.0 (`normal_sample_size_one_tail`).
@Suite("Power and sample sizes")
struct PowerTests {
    private struct File: Decodable {
        struct Row: Decodable {
            var accuracy: Double
            var comparisons: Int
            var step: Int
            var trials: Int
        }
        struct Detectable: Decodable {
            var trials: Int
            var null: Double
            var alpha: Double
            var power: Double
            var proportion: Double
        }
        struct Mean: Decodable {
            var effect: Double
            var standardDeviation: Double
            var alpha: Double
            var power: Double
            var count: Double
        }
        var table: [Row]
        var detectable: [Detectable]
        var means: [Mean]
    }

    /// The table of sizes that the documentation quotes: first n at which the exact test reaches 80 %,
    /// searched in steps of ten above 1,500.
    @Test(
        "The documented table of sizes comes out exactly",
        arguments: [
            (0.52, 1, 10, 3890), (0.53, 1, 10, 1740), (0.55, 1, 1, 620), (0.60, 1, 1, 158),
            (0.52, 18, 10, 8180),
            (0.53, 18, 10, 3670), (0.55, 18, 1, 1314), (0.60, 18, 1, 325),
        ]
    )
    func table(accuracy: Double, comparisons: Int, step: Int, trials: Int) throws {
        let needed = try Power.requiredTrials(accuracy: accuracy, comparisons: comparisons, step: step)
        #expect(needed == trials)
    }

    @Test("The table and detectable effects agree with SciPy")
    func oracle() throws {
        let file = try Oracle.load("power", as: File.self)
        for row in file.table {
            let needed = try Power.requiredTrials(
                accuracy: row.accuracy,
                comparisons: row.comparisons,
                step: row.step
            )
            #expect(needed == row.trials)
        }
        for row in file.detectable {
            let smallest = try Power.minimumDetectableProportion(
                trials: row.trials,
                null: row.null,
                alpha: row.alpha,
                power: row.power
            )
            #expect(agrees(smallest, row.proportion, relative: 1e-11))
        }
        for row in file.means {
            let needed = try Power.requiredCount(
                effect: row.effect,
                standardDeviation: row.standardDeviation,
                alpha: row.alpha,
                power: row.power
            )
            #expect(needed == Int(row.count.rounded(.up)))
            let effect = try Power.minimumDetectableMean(
                count: 1000,
                standardDeviation: row.standardDeviation,
                alpha: row.alpha,
                power: row.power
            )
            // The effect found with n events shrinks with the root of n.
            #expect(agrees(effect, row.effect * (row.count / 1000).squareRoot(), relative: 1e-12))
        }
    }

    @Test("A design effect multiplies sizes and costs detectable effects its root")
    func designEffect() throws {
        #expect(try Power.requiredTrials(accuracy: 0.6, designEffect: 2.5) == 395)
        let plain = try #require(try Power.minimumDetectableMean(count: 500, standardDeviation: 3))
        let worse = try Power.minimumDetectableMean(count: 500, standardDeviation: 3, designEffect: 4)
        #expect(agrees(worse, 2 * plain, relative: 1e-14))
        let halved = try Power.minimumDetectableProportion(trials: 316, designEffect: 2)
        let independent = try Power.minimumDetectableProportion(trials: 158)
        #expect(halved == independent && agrees(independent, 0.6, relative: 0, absolute: 1e-3))
        #expect(agrees(Power.designEffect(clusterSize: 10, correlation: 0.3), 3.7))
    }

    @Test("The design effect seen in data is that of the simulated world")
    func estimatedDesignEffect() throws {
        var random = SplitMix64(seed: 1)
        let sample = ClusteredWorld(name: "many days", days: 4000, noise: .rightSkewed).draw(&random)
        let seen = try #require(try Power.designEffect(sample.values, clusters: sample.days))
        #expect(abs(seen - 3.7) < 0.3)
        #expect(try Power.designEffect([1, 1, 1], clusters: [1, 2, 3]) == nil)
        #expect(try Power.designEffect([1, 2, 3], clusters: [1, 1, 1]) == nil)
    }

    @Test("The promised power is what simulation finds")
    func simulated() throws {
        var random = SplitMix64(seed: 2)
        let found = try share(of: 2000) {
            let hits = (0..<158).count { _ in random.bernoulli(0.6) }
            let p = try BinomialDistribution.pValue(successes: hits, trials: 158)
            return (p ?? 1) <= 0.05
        }
        #expect(abs(found - 0.8) < monteCarloError(0.8, 2000) + 0.005, "\(found)")
    }

    @Test("Settings that make no sense are refused; too few trials detect nothing")
    func edges() throws {
        #expect(try Power.minimumDetectableProportion(trials: 0) == nil)
        #expect(try Power.minimumDetectableProportion(trials: 4) == nil)
        #expect(try Power.minimumDetectableProportion(trials: 5) != nil)
        #expect(try Power.minimumDetectableMean(count: 0, standardDeviation: 1) == nil)
        #expect(try Power.requiredTrials(accuracy: 0.500_01) == nil)
        #expect(throws: StatisticsError.outOfRange(argument: "accuracy", value: 0.5, accepted: "above 0.5")) {
            try Power.requiredTrials(accuracy: 0.5)
        }
        #expect(throws: StatisticsError.self) { try Power.requiredTrials(accuracy: .nan) }
        #expect(throws: StatisticsError.self) { try Power.requiredTrials(accuracy: 0.6, alpha: 0) }
        #expect(throws: StatisticsError.self) { try Power.requiredTrials(accuracy: 0.6, comparisons: 0) }
        #expect(throws: StatisticsError.self) { try Power.requiredTrials(accuracy: 0.6, designEffect: 0) }
        #expect(throws: StatisticsError.self) { try Power.requiredCount(effect: 0, standardDeviation: 1) }
        #expect(throws: StatisticsError.self) { try Power.requiredCount(effect: 1, standardDeviation: -1) }
    }
}
