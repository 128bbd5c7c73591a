import Foundation
import Statistics
import Testing

@Suite("Draws")
struct DrawTests {
    @Test("Uniform draws fill [0, 1) evenly")
    func uniform() {
        var random = SplitMix64(seed: 1)
        var moments = Welford()
        for _ in 0..<200_000 {
            let draw = random.uniform()
            #expect(draw >= 0 && draw < 1)
            moments.add(draw)
        }
        #expect(agrees(moments.mean, 0.5, relative: 0, absolute: 0.003))
        #expect(agrees(moments.variance, 1.0 / 12, relative: 0, absolute: 0.001))
    }

    @Test("Bounded draws are unbiased", arguments: [1, 2, 3, 7, 10, 1000])
    func bounded(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        var seen = [Int](repeating: 0, count: count)
        let draws = 200 * count
        for _ in 0..<draws { seen[random.bounded(count)] += 1 }
        let square = seen.reduce(0.0) { $0 + pow(Double($1) - 200, 2) / 200 }
        if count > 1 {
            #expect(ChiSquareDistribution.survival(square, degreesOfFreedom: Double(count - 1)) > 1e-4)
        }
    }

    @Test("A bound near the largest Int is not biased")
    func hugeBound() {
        // Of eight possible words three fall on each of two values and two on the third unless some are refused.
        var random = SplitMix64(seed: 4)
        let third = share(of: 20_000) { random.bounded(3 << 61) % 3 == 0 }
        #expect(abs(third - 1.0 / 3) < monteCarloError(1.0 / 3, 20_000), "\(third)")
    }

    @Test("Normal, exponential and t draws have the moments of their distributions")
    func moments() {
        var random = SplitMix64(seed: 2)
        var normal = Welford()
        var exponential = Welford()
        var student = Welford()
        for _ in 0..<200_000 {
            normal.add(random.normal())
            exponential.add(random.exponential())
            student.add(random.studentT(degreesOfFreedom: 8))
        }
        #expect(agrees(normal.mean, 0, relative: 0, absolute: 0.01))
        #expect(agrees(normal.variance, 1, relative: 0, absolute: 0.02))
        #expect(agrees(exponential.mean, 1, relative: 0, absolute: 0.01))
        #expect(agrees(exponential.variance, 1, relative: 0, absolute: 0.03))
        #expect(agrees(student.mean, 0, relative: 0, absolute: 0.01))
        #expect(agrees(student.variance, 8.0 / 6, relative: 0, absolute: 0.03))
    }

    @Test("Draws follow their distribution functions")
    func shapes() throws {
        var random = SplitMix64(seed: 3)
        for quantile in [0.05, 0.3, 0.5, 0.9] {
            let z = NormalDistribution.quantile(quantile)
            let t = StudentTDistribution.quantile(quantile, degreesOfFreedom: 3)
            let below = share(of: 20_000) { random.normal() <= z }
            let fatBelow = share(of: 20_000) { random.studentT(degreesOfFreedom: 3) <= t }
            #expect(abs(below - quantile) < monteCarloError(quantile, 20_000))
            #expect(abs(fatBelow - quantile) < monteCarloError(quantile, 20_000))
        }
    }

    @Test("Every order of three values is equally likely")
    func permutation() {
        var random = SplitMix64(seed: 5)
        var seen: [[Int]: Int] = [:]
        for _ in 0..<6000 { seen[random.permutation(3), default: 0] += 1 }
        #expect(seen.count == 6)
        for count in seen.values { #expect(abs(count - 1000) < 120) }
    }

    @Test("Equal seeds give equal draws, and no draw is lost")
    func determinism() {
        var first = RandomStream(seed: 6)
        var second = RandomStream(seed: 6)
        #expect(first.permutation(100) == second.permutation(100))
        #expect(first.permutation(50).sorted() == Array(0..<50))
        #expect(first.permutation(0).isEmpty)
    }
}
