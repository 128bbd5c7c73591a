import Foundation
import Statistics
import Testing

/// Oracle: SciPy 1.17.1.
@Suite("Distributions")
struct DistributionTests {
    private struct File: Decodable {
        struct Normal: Decodable {
            var z: [Double]
            var density: [Double]
            var cdf: [Double]
            var survival: [Double]
            var p: [Double]
            var quantile: [Double]
        }
        struct Beta: Decodable {
            var a: Double
            var b: Double
            var x: [Double]
            var cdf: [Double]
            var survival: [Double]
            var p: [Double]
            var quantile: [Double]
        }
        struct StudentT: Decodable {
            var degreesOfFreedom: Double
            var t: [Double]
            var cdf: [Double]
            var survival: [Double]
            var p: [Double]
            var quantile: [Double]
        }
        struct ChiSquare: Decodable {
            var degreesOfFreedom: Double
            var x: [Double]
            var cdf: [Double]
            var survival: [Double]
        }
        struct Fisher: Decodable {
            var numerator: Double
            var denominator: Double
            var x: [Double]
            var survival: [Double]
        }
        var normal: Normal
        var beta: [Beta]
        var studentT: [StudentT]
        var chiSquare: [ChiSquare]
        var f: [Fisher]
    }

    private let file: File

    init() throws {
        file = try Oracle.load("distributions")
    }

    @Test("Normal density, tails and quantiles agree to 1e-13")
    func normal() {
        let oracle = file.normal
        #expect(agree(oracle.z.map(NormalDistribution.density), oracle.density, relative: 1e-13, absolute: 0))
        #expect(agree(oracle.z.map(NormalDistribution.cdf), oracle.cdf, relative: 1e-12, absolute: 0))
        #expect(
            agree(oracle.z.map(NormalDistribution.survival), oracle.survival, relative: 1e-12, absolute: 0)
        )
        #expect(agree(oracle.p.map(NormalDistribution.quantile), oracle.quantile, relative: 1e-13))
    }

    @Test("Beta tails and quantiles agree to 1e-11")
    func beta() {
        for oracle in file.beta {
            let (a, b) = (oracle.a, oracle.b)
            let cdf = oracle.x.map { BetaDistribution.cdf($0, a: a, b: b) }
            let survival = oracle.x.map { BetaDistribution.survival($0, a: a, b: b) }
            let quantile = oracle.p.map { BetaDistribution.quantile($0, a: a, b: b) }
            #expect(agree(cdf, oracle.cdf, relative: 1e-11), "beta(\(a), \(b))")
            #expect(agree(survival, oracle.survival, relative: 1e-11), "beta(\(a), \(b))")
            #expect(agree(quantile, oracle.quantile, relative: 1e-11), "beta(\(a), \(b))")
        }
    }

    /// SciPy itself is off by 3e-11 close to the middle of t(1), where the truth is 1/2 - atan(t) / pi.
    @Test("Student's t tails and quantiles agree to 1e-10")
    func studentT() {
        for oracle in file.studentT {
            let f = oracle.degreesOfFreedom
            let cdf = oracle.t.map { StudentTDistribution.cdf($0, degreesOfFreedom: f) }
            let survival = oracle.t.map { StudentTDistribution.survival($0, degreesOfFreedom: f) }
            let quantile = oracle.p.map { StudentTDistribution.quantile($0, degreesOfFreedom: f) }
            #expect(agree(cdf, oracle.cdf, relative: 1e-10), "t(\(f))")
            #expect(agree(survival, oracle.survival, relative: 1e-10), "t(\(f))")
            #expect(agree(quantile, oracle.quantile, relative: 1e-10), "t(\(f))")
        }
    }

    @Test("Student's t with one degree of freedom is the arc tangent")
    func cauchy() {
        for t in [1e-6, 1e-3, 0.2, 1, 30] {
            let exact = 0.5 - atan(t) / Double.pi
            #expect(agrees(StudentTDistribution.survival(t, degreesOfFreedom: 1), exact, relative: 1e-13))
        }
    }

    @Test("Chi-square and F tails agree to 1e-11")
    func chiSquareAndF() {
        for oracle in file.chiSquare {
            let f = oracle.degreesOfFreedom
            let cdf = oracle.x.map { ChiSquareDistribution.cdf($0, degreesOfFreedom: f) }
            let survival = oracle.x.map { ChiSquareDistribution.survival($0, degreesOfFreedom: f) }
            #expect(agree(cdf, oracle.cdf, relative: 1e-11), "chi-square(\(f))")
            #expect(agree(survival, oracle.survival, relative: 1e-11), "chi-square(\(f))")
        }
        for oracle in file.f {
            let survival = oracle.x.map {
                FDistribution.survival($0, numerator: oracle.numerator, denominator: oracle.denominator)
            }
            #expect(agree(survival, oracle.survival, relative: 1e-11), "F(\(oracle.numerator))")
        }
    }

    @Test("Ends and impossible arguments behave as math functions do")
    func edges() {
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(-0.1).isNaN)
        #expect(NormalDistribution.quantile(.nan).isNaN)
        #expect(NormalDistribution.cdf(.nan).isNaN)
        #expect(BetaDistribution.cdf(-1, a: 2, b: 3) == 0)
        #expect(BetaDistribution.cdf(2, a: 2, b: 3) == 1)
        #expect(BetaDistribution.cdf(0.5, a: 0, b: 3).isNaN)
        #expect(BetaDistribution.quantile(0, a: 2, b: 3) == 0)
        #expect(BetaDistribution.quantile(1, a: 2, b: 3) == 1)
        #expect(BetaDistribution.quantile(.nan, a: 2, b: 3).isNaN)
        #expect(StudentTDistribution.cdf(.infinity, degreesOfFreedom: 3) == 1)
        #expect(StudentTDistribution.survival(1e200, degreesOfFreedom: 3) == 0)
        #expect(StudentTDistribution.quantile(0.5, degreesOfFreedom: 3) == 0)
        #expect(StudentTDistribution.cdf(1, degreesOfFreedom: -1).isNaN)
        #expect(ChiSquareDistribution.cdf(0, degreesOfFreedom: 1) == 0)
        #expect(ChiSquareDistribution.survival(.infinity, degreesOfFreedom: 1) == 0)
        #expect(ChiSquareDistribution.survival(.nan, degreesOfFreedom: 1).isNaN)
        #expect(FDistribution.survival(-1, numerator: 1, denominator: 2) == 1)
    }

    @Test("Quantiles undo distribution functions")
    func inverses() {
        var random = SplitMix64(seed: 8)
        for _ in 0..<500 {
            let p = random.uniform()
            let a = exp(4 * random.normal())
            let b = exp(4 * random.normal())
            let x = BetaDistribution.quantile(p, a: a, b: b)
            // Very small shapes put all weight into numbers that no Double holds.
            guard x > 1e-200, x < 1 - 1e-9 else { continue }
            #expect(agrees(BetaDistribution.cdf(x, a: a, b: b), p, relative: 1e-8, absolute: 1e-9))
        }
    }
}
