import Statistics
import Testing

/// Oracle: SciPy 1.17.1 for Kolmogorov-Smirnov and Wasserstein, NumPy 2.4.6 for the stability index.
@Suite("Drift")
struct DriftTests {
    private struct File: Decodable {
        struct Case: Decodable {
            var reference: [Double]
            var current: [Double]
            var populationStability: Double
            var kolmogorovSmirnov: Double
            var wasserstein: Double
        }
        var cases: [Case]
    }

    @Test("Distances agree to 1e-11")
    func oracle() throws {
        for oracle in try Oracle.load("drift", as: File.self).cases {
            for (measure, value) in [
                (DriftMeasure.populationStability, oracle.populationStability),
                (.kolmogorovSmirnov, oracle.kolmogorovSmirnov), (.wasserstein, oracle.wasserstein),
            ] {
                let distance = try measure.distance(reference: oracle.reference, current: oracle.current)
                #expect(agrees(distance, value, relative: 1e-11, absolute: 1e-13), "\(measure)")
            }
        }
    }

    @Test("The stability index exceeds 0.1 by chance in most comparisons of 1,000 with 50 rows")
    func folklore() throws {
        var random = SplitMix64(seed: 51)
        let above = try share(of: 1000) {
            let reference = (0..<1000).map { _ in random.normal() }
            let current = (0..<50).map { _ in random.normal() }
            return
                (try DriftMeasure.populationStability.distance(reference: reference, current: current) ?? 0)
                > 0.1
        }
        #expect(abs(above - 0.88) < 0.05, "\(above)")
    }

    /// A feature whose days differ although nothing drifts.
    private func world(_ random: inout SplitMix64, days: Int, shift: Double = 0) -> ([Double], [Int]) {
        var values: [Double] = []
        var ids: [Int] = []
        for day in 0..<days {
            let common = random.normal()
            for _ in 0..<1 + random.bounded(12) {
                values.append(shift + 0.7 * common + 0.7 * random.normal())
                ids.append(day)
            }
        }
        return (values, ids)
    }

    @Test("Without drift, one test in twenty exceeds its threshold although days differ")
    func size() throws {
        var random = SplitMix64(seed: 52)
        var exceeded = [0, 0, 0]
        var significant = [0, 0, 0]
        var naive = 0
        let repetitions = 500
        for _ in 0..<repetitions {
            let (reference, referenceDays) = world(&random, days: 60)
            let (current, currentDays) = world(&random, days: 12)
            let tests = try #require(
                try DriftTest.runAll(
                    reference: reference,
                    referenceDays: referenceDays,
                    current: current,
                    currentDays: currentDays,
                    permutations: 99,
                    seed: random.next()
                )
            )
            for (index, test) in tests.enumerated() {
                exceeded[index] += test.exceedsThreshold ? 1 : 0
                significant[index] += test.pValue <= 0.05 ? 1 : 0
            }
            let rows = try DriftTest.run(
                reference: reference,
                referenceDays: Array(reference.indices),
                current: current,
                currentDays: Array(current.indices),
                measure: .kolmogorovSmirnov,
                permutations: 99,
                seed: random.next()
            )
            naive += (rows?.pValue ?? 1) <= 0.05 ? 1 : 0
        }
        for index in 0..<3 {
            let share = Double(significant[index]) / Double(repetitions)
            #expect(
                abs(share - 0.05) < monteCarloError(0.05, repetitions),
                "\(DriftMeasure.allCases[index]): \(share)"
            )
            #expect(abs(exceeded[index] - significant[index]) <= repetitions / 50)
        }
        #expect(Double(naive) / Double(repetitions) > 0.2, "\(naive)")
    }

    @Test("A shift of one and a half deviations is found")
    func power() throws {
        var random = SplitMix64(seed: 53)
        let (reference, referenceDays) = world(&random, days: 60)
        let (current, currentDays) = world(&random, days: 15, shift: 1.5)
        let tests = try #require(
            try DriftTest.runAll(
                reference: reference,
                referenceDays: referenceDays,
                current: current,
                currentDays: currentDays,
                seed: 1
            )
        )
        #expect(tests.map(\.measure) == DriftMeasure.allCases)
        for test in tests {
            #expect(test.exceedsThreshold && test.pValue <= 0.01, "\(test.measure)")
            #expect(test.referenceDays == 60 && test.currentDays == 15)
        }
    }

    @Test("A single test is the same as in the set, and the seed decides")
    func determinism() throws {
        var random = SplitMix64(seed: 54)
        let (reference, referenceDays) = world(&random, days: 20)
        let (current, currentDays) = world(&random, days: 5)
        func run(_ seed: UInt64) throws -> DriftTest? {
            try DriftTest.run(
                reference: reference,
                referenceDays: referenceDays,
                current: current,
                currentDays: currentDays,
                measure: .wasserstein,
                permutations: 50,
                seed: seed
            )
        }
        let all = try DriftTest.runAll(
            reference: reference,
            referenceDays: referenceDays,
            current: current,
            currentDays: currentDays,
            permutations: 50,
            seed: 3
        )
        #expect(try run(3) == all?.last)
        #expect(try run(3) != run(4))
    }

    @Test("A constant quantity has not drifted")
    func constant() throws {
        let tests = try #require(
            try DriftTest.runAll(
                reference: [Double](repeating: 2, count: 30),
                referenceDays: Array(0..<30),
                current: [2, 2],
                currentDays: [40, 41],
                permutations: 20,
                seed: 1
            )
        )
        for test in tests { #expect(test.distance == 0 && test.pValue == 1 && !test.exceedsThreshold) }
    }

    @Test("Too few days to tell, no rows, and wrong input")
    func edges() throws {
        func run(_ reference: [Double], _ current: [Double]) throws -> [DriftTest]? {
            try DriftTest.runAll(
                reference: reference,
                referenceDays: Array(reference.indices),
                current: current,
                currentDays: Array(current.indices),
                permutations: 20,
                seed: 1
            )
        }
        #expect(try run([], [1]) == nil)
        #expect(try run([1], []) == nil)
        #expect(try run([1, 2, 3], [4]) == nil)
        #expect(try run((0..<20).map { Double($0) }, [4]) != nil)
        #expect(try DriftMeasure.wasserstein.distance(reference: [], current: [1]) == nil)
        #expect(throws: StatisticsError.notFinite(argument: "current", index: 0)) {
            try DriftMeasure.wasserstein.distance(reference: [1], current: [.nan])
        }
        #expect(throws: StatisticsError.self) {
            try DriftTest.runAll(reference: [1], referenceDays: [], current: [1], currentDays: [1], seed: 1)
        }
    }
}
