import Foundation
import Statistics
import Testing

/// Oracle: scikit-learn 1.9.1 and SciPy 1.17.1.
@Suite("Scores")
struct ScoreTests {
    private struct File: Decodable {
        struct Case: Decodable {
            var probabilities: [Double]
            var outcomes: [Bool]
            var guess: [Double]
            var realized: [Double]
            var accuracy: Double
            var balancedAccuracy: Double
            var brier: Double
            var log: Double
            var areaUnderCurve: Double
            var meanAbsolute: Double
            var medianAbsolute: Double
            var rootMeanSquare: Double
            var bias: Double
            var pearson: Double
            var spearman: Double
        }
        var cases: [Case]
    }

    @Test("Scores of direction agree to 1e-12")
    func direction() throws {
        for oracle in try Oracle.load("scores", as: File.self).cases {
            let p = oracle.probabilities
            let outcomes = oracle.outcomes
            let predicted = p.map { $0 >= 0.5 }
            let accuracy = try ClassificationScore.accuracy(predicted: predicted, outcomes: outcomes)
            let balanced = try ClassificationScore.balancedAccuracy(predicted: predicted, outcomes: outcomes)
            let area = try ClassificationScore.areaUnderCurve(scores: p, outcomes: outcomes)
            #expect(agrees(accuracy, oracle.accuracy, relative: 1e-14))
            #expect(agrees(balanced, oracle.balancedAccuracy, relative: 1e-14))
            #expect(agrees(area, oracle.areaUnderCurve, relative: 1e-13))
            #expect(agrees(try ProbabilityScore.brier(p, outcomes: outcomes), oracle.brier, relative: 1e-13))
            #expect(agrees(try ProbabilityScore.log(p, outcomes: outcomes), oracle.log, relative: 1e-12))
        }
    }

    @Test("Scores of impact agree to 1e-12")
    func impact() throws {
        for oracle in try Oracle.load("scores", as: File.self).cases {
            let (guess, realized) = (oracle.guess, oracle.realized)
            let mean = try ErrorScore.meanAbsolute(predicted: guess, realized: realized)
            let median = try ErrorScore.medianAbsolute(predicted: guess, realized: realized)
            let root = try ErrorScore.rootMeanSquare(predicted: guess, realized: realized)
            #expect(agrees(mean, oracle.meanAbsolute, relative: 1e-13))
            #expect(agrees(median, oracle.medianAbsolute, relative: 1e-13))
            #expect(agrees(root, oracle.rootMeanSquare, relative: 1e-13))
            #expect(
                agrees(
                    try ErrorScore.bias(predicted: guess, realized: realized),
                    oracle.bias,
                    relative: 1e-11
                )
            )
            #expect(agrees(try Correlation.pearson(guess, realized), oracle.pearson, relative: 1e-12))
            #expect(agrees(try Correlation.spearman(guess, realized), oracle.spearman, relative: 1e-12))
        }
    }

    @Test("A certain forecast that fails costs 36 nats, and as much as the caller allows")
    func clipping() throws {
        #expect(agrees(try ProbabilityScore.log([0], outcomes: [true]), 52 * log(2), relative: 1e-12))
        #expect(
            agrees(try ProbabilityScore.log([1], outcomes: [false], clip: 0.01), log(100), relative: 1e-12)
        )
        #expect(try ProbabilityScore.log([1], outcomes: [true], clip: 0) == 0)
        #expect(throws: StatisticsError.self) { try ProbabilityScore.log([1], outcomes: [true], clip: 0.5) }
    }

    @Test("Row losses average to the score")
    func rows() throws {
        let p = [0.2, 0.9, 0.5]
        let outcomes = [false, false, true]
        #expect(try ProbabilityScore.brierLosses(p, outcomes: outcomes) == [0.2 * 0.2, 0.81, 0.25])
        let logs = try ProbabilityScore.logLosses(p, outcomes: outcomes)
        #expect(agree(logs, [-log(0.8), -log(0.1), log(2)], relative: 1e-14))
        #expect(try ErrorScore.absoluteErrors(predicted: [1, 5], realized: [3, 2]) == [2, 3])
    }

    @Test("Ties in a score count half")
    func ties() throws {
        #expect(try ClassificationScore.areaUnderCurve(scores: [1, 1], outcomes: [true, false]) == 0.5)
        let area = try ClassificationScore.areaUnderCurve(
            scores: [1, 2, 2, 3],
            outcomes: [false, true, false, true]
        )
        #expect(area == 0.875)
    }

    @Test("What the data do not define is nil, not zero")
    func undefined() throws {
        #expect(try ClassificationScore.accuracy(predicted: [], outcomes: []) == nil)
        #expect(try ClassificationScore.balancedAccuracy(predicted: [true], outcomes: [true]) == nil)
        #expect(try ClassificationScore.areaUnderCurve(scores: [0.2, 0.3], outcomes: [true, true]) == nil)
        #expect(try ProbabilityScore.brier([], outcomes: []) == nil)
        #expect(try ErrorScore.meanAbsolute(predicted: [], realized: []) == nil)
        #expect(try ErrorScore.bias(predicted: [], realized: []) == nil)
        #expect(try Correlation.pearson([1], [2]) == nil)
        #expect(try Correlation.pearson([0.1, 0.1, 0.1], [1, 2, 3]) == nil)
        #expect(try Correlation.spearman([1, 2, 3], [4, 4, 4]) == nil)
    }

    @Test("Wrong input is refused by name")
    func refusals() {
        #expect(
            throws: StatisticsError.lengthMismatch(
                argument: "predicted",
                count: 1,
                other: "outcomes",
                otherCount: 2
            )
        ) { try ClassificationScore.accuracy(predicted: [true], outcomes: [true, false]) }
        #expect(
            throws: StatisticsError.outOfRange(argument: "probabilities[1]", value: 1.1, accepted: "0...1")
        ) {
            try ProbabilityScore.brier([0.5, 1.1], outcomes: [true, true])
        }
        #expect(throws: StatisticsError.notFinite(argument: "probabilities", index: 0)) {
            try ProbabilityScore.log([.nan], outcomes: [true])
        }
        #expect(throws: StatisticsError.notFinite(argument: "scores", index: 1)) {
            try ClassificationScore.areaUnderCurve(scores: [1, .nan], outcomes: [true, false])
        }
        #expect(throws: StatisticsError.notFinite(argument: "realized", index: 0)) {
            try ErrorScore.meanAbsolute(predicted: [1], realized: [.infinity])
        }
        #expect(throws: StatisticsError.notFinite(argument: "y", index: 1)) {
            try Correlation.spearman([1, 2], [1, .nan])
        }
    }
}
