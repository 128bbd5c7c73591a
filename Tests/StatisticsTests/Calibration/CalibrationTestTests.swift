import Foundation
import Statistics
import Testing

@Suite("Tests of calibration")
struct CalibrationTestTests {
    private struct World {
        var days = 60
        var perDay = 10
        /// Correlation of the latent causes of two outcomes of one day.
        var dayShare = 0.3
        var isUneven = false
        /// Slope with which true log-odds follow the forecast's.
        var slope = 1.0

        func draw(_ random: inout SplitMix64) -> (p: [Double], outcomes: [Bool], days: [Int]) {
            var p: [Double] = []
            var outcomes: [Bool] = []
            var ids: [Int] = []
            for day in 0..<days {
                let common = random.normal()
                let size = isUneven ? 1 + Int(Double(perDay - 1) * random.exponential()) : perDay
                for _ in 0..<size {
                    let odds = 0.6 * random.normal()
                    let cause = dayShare.squareRoot() * common + (1 - dayShare).squareRoot() * random.normal()
                    p.append(1 / (1 + exp(-odds)))
                    outcomes.append(NormalDistribution.cdf(cause) < 1 / (1 + exp(-slope * odds)))
                    ids.append(day)
                }
            }
            return (p, outcomes, ids)
        }
    }

    @Test("Spiegelhalter's z agrees to 1e-11")
    func spiegelhalter() throws {
        for oracle in try CalibrationOracle.load() {
            let test = try CalibrationTest.spiegelhalter(oracle.probabilities, outcomes: oracle.outcomes)
            #expect(agrees(test?.statistic, oracle.spiegelhalter.z, relative: 1e-11))
            #expect(agrees(test?.pValue, oracle.spiegelhalter.p, relative: 1e-10))
        }
        #expect(try CalibrationTest.spiegelhalter([0.5, 1, 0], outcomes: [true, true, false]) == nil)
        #expect(try CalibrationTest.spiegelhalter([], outcomes: []) == nil)
    }

    @Test("The score test over clusters agrees with NumPy to 1e-9")
    func clusteredOracle() throws {
        for oracle in try CalibrationOracle.load() {
            let test = try CalibrationTest.clustered(
                oracle.probabilities,
                outcomes: oracle.outcomes,
                clusters: oracle.days
            )
            #expect(agrees(test?.statistic, oracle.clustered.statistic))
            #expect(agrees(test?.pValue, oracle.clustered.p))
        }
    }

    @Test("Calibrated forecasts are rejected in one case of twenty, also when days share causes")
    func clusteredSize() throws {
        for (world, slack) in [
            (World(), 0.01), (World(days: 20), 0.015), (World(dayShare: 0), 0), (World(isUneven: true), 0),
        ] {
            var random = SplitMix64(seed: 61)
            let repetitions = 1500
            let rejected = try share(of: repetitions) {
                let sample = world.draw(&random)
                let test = try CalibrationTest.clustered(
                    sample.p,
                    outcomes: sample.outcomes,
                    clusters: sample.days
                )
                return (test?.pValue ?? 1) <= 0.05
            }
            #expect(rejected < 0.05 + slack + monteCarloError(0.05, repetitions), "\(world): \(rejected)")
            #expect(rejected > 0.01, "\(world): \(rejected)")
        }
    }

    @Test("Tests for independent rows keep their size on independent rows only")
    func independentSize() throws {
        var random = SplitMix64(seed: 62)
        let repetitions = 1000
        var rejected = [0, 0, 0]
        for _ in 0..<repetitions {
            let plain = World(dayShare: 0).draw(&random)
            let z = try CalibrationTest.spiegelhalter(plain.p, outcomes: plain.outcomes)
            let band = try CalibrationErrorTest.run(
                plain.p,
                outcomes: plain.outcomes,
                strategy: .equalCount,
                simulations: 99,
                seed: random.next()
            )
            rejected[0] += (z?.pValue ?? 1) <= 0.05 ? 1 : 0
            rejected[1] += (band?.pValue ?? 1) <= 0.05 ? 1 : 0
            let shared = World(isUneven: true).draw(&random)
            let misled = try CalibrationErrorTest.run(
                shared.p,
                outcomes: shared.outcomes,
                strategy: .equalCount,
                simulations: 99,
                seed: random.next()
            )
            rejected[2] += (misled?.pValue ?? 1) <= 0.05 ? 1 : 0
        }
        let shares = rejected.map { Double($0) / Double(repetitions) }
        #expect(abs(shares[0] - 0.05) < monteCarloError(0.05, repetitions), "\(shares)")
        #expect(abs(shares[1] - 0.05) < monteCarloError(0.05, repetitions), "\(shares)")
        #expect(shares[2] > 0.1, "\(shares)")
    }

    @Test("Overconfident and biased forecasts are found")
    func power() throws {
        var random = SplitMix64(seed: 63)
        let overconfident = World(days: 150, slope: 0.3)
        let found = try share(of: 100) {
            let sample = overconfident.draw(&random)
            let test = try CalibrationTest.clustered(
                sample.p,
                outcomes: sample.outcomes,
                clusters: sample.days
            )
            return (test?.pValue ?? 1) <= 0.05
        }
        #expect(found > 0.9, "\(found)")
        let sample = World(days: 150).draw(&random)
        let raised = sample.p.map { min(1, $0 + 0.2) }
        let biased = try CalibrationTest.clustered(raised, outcomes: sample.outcomes, clusters: sample.days)
        #expect((biased?.pValue ?? 1) < 1e-4)
        let band = try CalibrationErrorTest.run(
            raised,
            outcomes: sample.outcomes,
            strategy: .equalWidth,
            seed: 1
        )
        #expect((band?.pValue ?? 1) < 0.01 && (band?.error ?? 0) > (band?.nullUpper ?? 1))
    }

    @Test("Forecasts that do not vary are tested for their level alone")
    func constant() throws {
        var random = SplitMix64(seed: 64)
        let days = (0..<200).map { $0 / 5 }
        let outcomes = days.map { _ in random.bernoulli(0.5) }
        let right = try CalibrationTest.clustered(
            [Double](repeating: 0.5, count: 200),
            outcomes: outcomes,
            clusters: days
        )
        let wrong = try CalibrationTest.clustered(
            [Double](repeating: 0.8, count: 200),
            outcomes: outcomes,
            clusters: days
        )
        #expect((right?.pValue ?? 0) > 0.05 && (wrong?.pValue ?? 1) < 1e-6)
    }

    @Test("Too few days, no spread and wrong input")
    func edges() throws {
        let p = [0.2, 0.4, 0.6, 0.8, 0.5]
        let outcomes = [false, true, false, true, true]
        #expect(try CalibrationTest.clustered(p, outcomes: outcomes, clusters: [1, 1, 2, 3, 3]) == nil)
        #expect(try CalibrationTest.clustered([], outcomes: [], clusters: []) == nil)
        let perfect = try CalibrationTest.clustered(
            [1, 0, 1, 0, 1],
            outcomes: [true, false, true, false, true],
            clusters: [1, 2, 3, 4, 5]
        )
        #expect(perfect == nil)
        #expect(throws: StatisticsError.self) {
            try CalibrationTest.clustered(p, outcomes: outcomes, clusters: [1])
        }
        #expect(throws: StatisticsError.notFinite(argument: "probabilities", index: 0)) {
            try CalibrationTest.spiegelhalter([.nan], outcomes: [true])
        }
        #expect(throws: StatisticsError.self) {
            try CalibrationErrorTest.run(p, outcomes: outcomes, count: 0, strategy: .equalWidth, seed: 1)
        }
        #expect(try CalibrationErrorTest.run([], outcomes: [], strategy: .equalWidth, seed: 1) == nil)
    }
}
