import Statistics
import Testing

/// Oracle: statsmodels 0.15.0, `multipletests`.
@Suite("Many tests at once")
struct MultipleTestingTests {
    private struct File: Decodable {
        struct Case: Decodable {
            var p: [Double]
            var bonferroni: [Double]
            var holm: [Double]
            var benjaminiHochberg: [Double]
        }
        var cases: [Case]
    }

    @Test("Adjusted p-values agree to 1e-13")
    func oracle() throws {
        for oracle in try Oracle.load("multiple-testing", as: File.self).cases {
            #expect(agree(try MultipleTesting.bonferroni(oracle.p), oracle.bonferroni, relative: 1e-13))
            #expect(agree(try MultipleTesting.holm(oracle.p), oracle.holm, relative: 1e-13))
            let rate = try MultipleTesting.benjaminiHochberg(oracle.p)
            #expect(agree(rate, oracle.benjaminiHochberg, relative: 1e-13))
        }
    }

    @Test("A test is rejected at its Holm level exactly when its adjusted p-value is at most alpha")
    func levels() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<300 {
            let p = (0..<1 + random.bounded(18)).map { _ in random.uniform() * random.uniform() * 0.2 }
            let adjusted = try MultipleTesting.holm(p)
            let levels = try MultipleTesting.holmLevels(p, alpha: 0.05)
            for index in p.indices { #expect((p[index] <= levels[index]) == (adjusted[index] <= 0.05)) }
        }
    }

    @Test("Holm keeps the chance of any false rejection below 5 % with 18 dependent tests")
    func familyWise() throws {
        var random = SplitMix64(seed: 2)
        let rejected = try share(of: 3000) {
            let common = random.normal()
            let p = (0..<18).map { _ in
                NormalDistribution.survival(0.5 * common + 0.75.squareRoot() * random.normal())
            }
            return try MultipleTesting.holm(p).contains { $0 <= 0.05 }
        }
        let plain = try share(of: 500) {
            try MultipleTesting.holm([random.uniform()]).contains { $0 <= 0.05 }
        }
        #expect(rejected < 0.05 + monteCarloError(0.05, 3000), "\(rejected)")
        #expect(rejected > 0.02, "\(rejected)")
        #expect(abs(plain - 0.05) < monteCarloError(0.05, 500), "\(plain)")
    }

    @Test("Benjamini and Hochberg keep the share of false rejections below 5 %")
    func falseDiscovery() throws {
        var random = SplitMix64(seed: 3)
        var sum = 0.0
        for _ in 0..<1000 {
            // The first 20 of 60 features drifted.
            let p = (0..<60).map { NormalDistribution.survival(random.normal() + ($0 < 20 ? 3 : 0)) }
            let rejected = try MultipleTesting.benjaminiHochberg(p).enumerated().filter { $0.element <= 0.05 }
            let wrong = rejected.count { $0.offset >= 20 }
            sum += rejected.isEmpty ? 0 : Double(wrong) / Double(rejected.count)
        }
        // In theory 5 % times the share of true nulls.
        #expect(abs(sum / 1000 - 0.05 * 40 / 60) < 0.006)
    }

    @Test("Values that are no p-values are refused; none give none")
    func edges() throws {
        #expect(try MultipleTesting.holm([]).isEmpty)
        #expect(try MultipleTesting.holmLevels([]).isEmpty)
        #expect(throws: StatisticsError.outOfRange(argument: "pValues[1]", value: 1.5, accepted: "0...1")) {
            try MultipleTesting.holm([0.5, 1.5])
        }
        #expect(throws: StatisticsError.notFinite(argument: "pValues", index: 0)) {
            try MultipleTesting.benjaminiHochberg([.nan])
        }
    }
}
