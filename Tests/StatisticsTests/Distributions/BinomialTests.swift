import Statistics
import Testing

/// Oracle: SciPy 1.17.1, `binom` and `binomtest`.
@Suite("Binomial distribution")
struct BinomialTests {
    private struct File: Decodable {
        struct Case: Decodable {
            var trials: Int
            var p: Double
            var successes: [Int]
            var probability: [Double]
            var cdf: [Double]
            var upperTail: [Double]
            var greater: [Double]
            var less: [Double]
            var twoSided: [Double]
        }
        var binomial: [Case]
    }

    @Test("Probabilities, tails and exact tests agree to 1e-10")
    func oracle() throws {
        for oracle in try Oracle.load("distributions", as: File.self).binomial {
            let n = oracle.trials
            for (index, k) in oracle.successes.enumerated() {
                let probability = BinomialDistribution.probability(k, trials: n, p: oracle.p)
                #expect(agrees(probability, oracle.probability[index], relative: 1e-11))
                #expect(agrees(BinomialDistribution.cdf(k, trials: n, p: oracle.p), oracle.cdf[index]))
                #expect(
                    agrees(BinomialDistribution.upperTail(k, trials: n, p: oracle.p), oracle.upperTail[index])
                )
                for (alternative, value) in [
                    (Alternative.greater, oracle.greater[index]), (.less, oracle.less[index]),
                    (.twoSided, oracle.twoSided[index]),
                ] {
                    let p = try BinomialDistribution.pValue(
                        successes: k,
                        trials: n,
                        null: oracle.p,
                        alternative: alternative
                    )
                    #expect(agrees(p, value, relative: 1e-10), "\(k) of \(n), \(alternative)")
                }
            }
        }
    }

    @Test("Pure noise in 18 cells of 71 events shows one above 60 % with probability 0.59")
    func noise() {
        let one = BinomialDistribution.upperTail(43, trials: 71, p: 0.5)
        var none = 1.0
        for _ in 0..<18 { none *= 1 - one }
        #expect(agrees(1 - none, 0.59, relative: 0, absolute: 0.005))
    }

    @Test("Impossible counts are refused by name; no trials give no p-value")
    func edges() throws {
        #expect(throws: StatisticsError.outOfRange(argument: "successes", value: 4, accepted: "0...3")) {
            try BinomialDistribution.pValue(successes: 4, trials: 3)
        }
        #expect(throws: StatisticsError.self) { try BinomialDistribution.pValue(successes: 0, trials: -1) }
        #expect(throws: StatisticsError.self) {
            try BinomialDistribution.pValue(successes: 0, trials: 1, null: 1.5)
        }
        #expect(try BinomialDistribution.pValue(successes: 0, trials: 0) == nil)
        #expect(BinomialDistribution.probability(4, trials: 3, p: 0.5) == 0)
        #expect(BinomialDistribution.probability(1, trials: 3, p: 1.5).isNaN)
        #expect(BinomialDistribution.probability(3, trials: 3, p: 1) == 1)
        #expect(BinomialDistribution.probability(0, trials: 3, p: 0) == 1)
        #expect(BinomialDistribution.cdf(-1, trials: 3, p: 0.5) == 0)
    }
}
