import Statistics
import Testing

@testable import Evaluation

@Suite
struct FormulaTests {
    private func value(_ formula: Formula, _ sums: [Double]) -> Double? { formula { sums[$0] } }

    @Test
    func ratiosNeedADenominator() {
        #expect(value(.ratio(0, 1), [3, 4]) == 0.75)
        #expect(value(.ratio(0, 1), [3, 0]) == nil)
        #expect(value(.meanOfRatios(0, 1, 2, 3), [3, 4, 1, 2]) == 0.625)
        #expect(value(.meanOfRatios(0, 1, 2, 3), [3, 4, 0, 0]) == nil)
        #expect(value(.meanOfRatios(0, 1, 2, 3), [0, 0, 1, 2]) == nil)
    }

    @Test
    func placementsStayInsideTheirScale() {
        let formula = Formula.placements(0, 1, 2, 3, area: 0.6)
        #expect(abs((value(formula, [3, 4, 1, 2]) ?? 0) - 0.65) < 1e-12)
        #expect(value(formula, [4, 4, 4, 4]) == 1)
        #expect(value(formula, [0, 4, 0, 4]) == 0)
        #expect(value(formula, [0, 0, 0, 4]) == nil)
    }

    @Test
    func correlationFollowsFromSums() throws {
        var random = RandomStream(seed: 1)
        let x = (0..<200).map { _ in random.normal() }
        let y = x.map { 0.6 * $0 + 0.8 * random.normal() }
        let sums = [
            200, x.reduce(0, +), y.reduce(0, +), x.reduce(0) { $0 + $1 * $1 }, y.reduce(0) { $0 + $1 * $1 },
            zip(x, y).reduce(0) { $0 + $1.0 * $1.1 },
        ]
        let formula = Formula.correlation(count: 0, x: 1, y: 2, xx: 3, yy: 4, xy: 5)
        let expected = try #require(try Correlation.pearson(x, y))
        #expect(abs((value(formula, sums) ?? 0) - expected) < 1e-12)
        #expect(value(formula, [1, 0, 0, 1, 1, 1]) == nil)
        #expect(value(formula, [5, 5, 5, 5, 5, 5]) == nil)
    }
}
