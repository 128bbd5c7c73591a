import Foundation
import Statistics
import Testing

@Suite("Calibration maps")
struct RecalibrationTests {
    @Test("Isotonic regression agrees with scikit-learn to 1e-12, with and without weights")
    func isotonic() throws {
        for oracle in try CalibrationOracle.load() {
            let y = oracle.outcomes.map { $0 ? 1.0 : 0.0 }
            let plain = try #require(try IsotonicRegression.fit(x: oracle.probabilities, y: y))
            let weighted = try #require(
                try IsotonicRegression.fit(x: oracle.probabilities, y: y, weights: oracle.weights)
            )
            #expect(agree(oracle.grid.map { plain($0) }, oracle.isotonic, relative: 1e-12, absolute: 1e-13))
            #expect(
                agree(
                    oracle.grid.map { weighted($0) },
                    oracle.weightedIsotonic,
                    relative: 1e-11,
                    absolute: 1e-12
                )
            )
        }
    }

    @Test("Platt's curve agrees with statsmodels to 1e-9 and with scikit-learn's optimiser to 1e-3")
    func platt() throws {
        for oracle in try CalibrationOracle.load() {
            let scores = oracle.probabilities.map { log($0) - log1p(-$0) }
            let curve = try PlattScaling.fit(scores: scores, outcomes: oracle.outcomes)
            #expect(agrees(curve?.slope, oracle.platt.slope))
            #expect(agrees(curve?.intercept, oracle.platt.intercept, relative: 1e-9, absolute: 1e-10))
            #expect(agrees(curve?.slope, oracle.platt.sklearnSlope, relative: 1e-3))
            #expect(agrees(curve?.intercept, oracle.platt.sklearnIntercept, relative: 1e-3, absolute: 1e-3))
        }
    }

    @Test("Beta calibration agrees with statsmodels to 1e-8 where both coefficients are positive")
    func beta() throws {
        var compared = 0
        for oracle in try CalibrationOracle.load() {
            let map = try #require(try BetaCalibration.fit(oracle.probabilities, outcomes: oracle.outcomes))
            #expect(map.a >= 0 && map.b >= 0)
            guard oracle.beta.a >= 0, oracle.beta.b >= 0 else { continue }
            compared += 1
            #expect(
                agree([map.a, map.b, map.c], [oracle.beta.a, oracle.beta.b, oracle.beta.c], relative: 1e-8)
            )
        }
        #expect(compared >= 2)
    }

    @Test("Slope, intercept, their errors and the Wald test agree with statsmodels to 1e-9")
    func logistic() throws {
        for oracle in try CalibrationOracle.load() {
            let expected = oracle.recalibration
            let plain = try LogisticRecalibration.fit(oracle.probabilities, outcomes: oracle.outcomes)
            #expect(agrees(plain?.slope, expected.slope))
            #expect(agrees(plain?.intercept, expected.intercept, relative: 1e-9, absolute: 1e-11))
            #expect(agrees(plain?.slopeStandardError, expected.slopeError))
            #expect(agrees(plain?.interceptStandardError, expected.interceptError))
            #expect(agrees(plain?.waldPValue, expected.wald, relative: 1e-8))
            let robust = try LogisticRecalibration.fit(
                oracle.probabilities,
                outcomes: oracle.outcomes,
                clusters: oracle.days
            )
            #expect(agrees(robust?.slopeStandardError, expected.clusteredSlopeError))
            #expect(agrees(robust?.interceptStandardError, expected.clusteredInterceptError))
            #expect(agrees(robust?.waldPValue, expected.clusteredWald, relative: 1e-8))
        }
    }

    @Test("Fits recover the map that made the outcomes")
    func recovery() throws {
        var random = SplitMix64(seed: 1)
        let p = (0..<60_000).map { _ in 0.02 + 0.96 * random.uniform() }
        let truth = BetaCalibration(a: 0.5, b: 1.5, c: 0.3)
        let outcomes = p.map { random.bernoulli(truth($0)) }
        let beta = try #require(try BetaCalibration.fit(p, outcomes: outcomes))
        #expect(abs(beta.a - 0.5) < 0.08 && abs(beta.b - 1.5) < 0.08 && abs(beta.c - 0.3) < 0.1)
        let isotonic = try #require(try IsotonicRegression.fit(x: p, y: outcomes.map { $0 ? 1 : 0 }))
        for place in stride(from: 0.1, through: 0.9, by: 0.1) {
            #expect(abs(isotonic(place) - truth(place)) < 0.05)
            #expect(abs(beta(place) - truth(place)) < 0.02)
        }
    }

    @Test("Identity maps change nothing")
    func identities() {
        for p in [0.01, 0.3, 0.5, 0.99] {
            #expect(agrees(BetaCalibration(a: 1, b: 1, c: 0)(p), p, relative: 1e-13))
            #expect(agrees(PlattScaling(slope: 1, intercept: 0)(log(p / (1 - p))), p, relative: 1e-13))
        }
        #expect(PlattScaling(slope: 1, intercept: 0)(-800) == 0)
        #expect(PlattScaling(slope: 1, intercept: 0)(800) == 1)
    }

    @Test("Weights count as repeated rows")
    func weights() throws {
        var random = SplitMix64(seed: 2)
        let scores = (0..<80).map { _ in random.normal() }
        let outcomes = scores.map { random.bernoulli($0 > 0 ? 0.7 : 0.3) }
        let counts = scores.map { _ in random.bounded(4) }
        var repeated: ([Double], [Bool]) = ([], [])
        for index in scores.indices {
            for _ in 0..<counts[index] {
                repeated.0.append(scores[index])
                repeated.1.append(outcomes[index])
            }
        }
        let weighted = try PlattScaling.fit(
            scores: scores,
            outcomes: outcomes,
            weights: counts.map { Double($0) }
        )
        let plain = try PlattScaling.fit(scores: repeated.0, outcomes: repeated.1)
        #expect(agrees(weighted?.slope, plain?.slope) && agrees(weighted?.intercept, plain?.intercept))
    }

    @Test("Separated, constant or one-sided data have no maximum")
    func undefined() throws {
        let scores = [-2.0, -1, 1, 2]
        let split = [false, false, true, true]
        #expect(try PlattScaling.fit(scores: scores, outcomes: split, smoothsTargets: false) == nil)
        #expect(try PlattScaling.fit(scores: scores, outcomes: split) != nil)
        #expect(try PlattScaling.fit(scores: scores, outcomes: [true, true, true, true]) == nil)
        #expect(try PlattScaling.fit(scores: [0.1, 0.1, 0.1], outcomes: [true, false, true]) == nil)
        #expect(try PlattScaling.fit(scores: [], outcomes: []) == nil)
        #expect(try BetaCalibration.fit([0.1, 0.2, 0.8, 0.9], outcomes: split) == nil)
        #expect(try LogisticRecalibration.fit([0.1, 0.2, 0.8, 0.9], outcomes: split) == nil)
        #expect(try LogisticRecalibration.fit([0.5, 0.5], outcomes: [true, false]) == nil)
        #expect(try IsotonicRegression.fit(x: [], y: []) == nil)
        #expect(try IsotonicRegression.fit(x: [1], y: [1], weights: [0]) == nil)
        // Forecasts that rank the wrong way round leave no rising map.
        let wrong = try BetaCalibration.fit(
            [0.1, 0.2, 0.3, 0.7, 0.8, 0.9],
            outcomes: [true, true, false, true, false, false]
        )
        #expect(wrong == nil)
    }

    @Test("Wrong input is refused by name")
    func refusals() {
        #expect(throws: StatisticsError.notFinite(argument: "scores", index: 0)) {
            try PlattScaling.fit(scores: [.nan], outcomes: [true])
        }
        #expect(throws: StatisticsError.outOfRange(argument: "weights[0]", value: -1, accepted: "0 or more"))
        {
            try IsotonicRegression.fit(x: [1], y: [1], weights: [-1])
        }
        #expect(throws: StatisticsError.lengthMismatch(argument: "x", count: 2, other: "y", otherCount: 1)) {
            try IsotonicRegression.fit(x: [1, 2], y: [1])
        }
        #expect(throws: StatisticsError.self) { try IsotonicRegression(x: [1, 2], y: [2, 1]) }
        #expect(throws: StatisticsError.self) { try IsotonicRegression(x: [2, 1], y: [1, 2]) }
        #expect(throws: StatisticsError.self) { try IsotonicRegression(x: [], y: []) }
        #expect(throws: StatisticsError.self) { try BetaCalibration.fit([2], outcomes: [true]) }
        #expect(throws: StatisticsError.self) {
            try LogisticRecalibration.fit([0.5], outcomes: [true], clusters: [1, 2])
        }
    }
}
