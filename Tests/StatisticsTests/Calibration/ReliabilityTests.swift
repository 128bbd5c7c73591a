import Statistics
import Testing

@Suite("Reliability")
struct ReliabilityTests {
    @Test("Bins and expected calibration error agree with scikit-learn to 1e-12")
    func oracle() throws {
        for oracle in try CalibrationOracle.load() {
            for strategy in BinningStrategy.allCases {
                let curve = try #require(oracle.curves[strategy.rawValue])
                let bins = try Reliability.bins(
                    oracle.probabilities,
                    outcomes: oracle.outcomes,
                    strategy: strategy
                )
                #expect(agree(bins.map(\.observedFrequency), curve.observed, relative: 1e-13))
                #expect(agree(bins.map(\.meanPredicted), curve.predicted, relative: 1e-12))
                #expect(bins.reduce(0) { $0 + $1.n } == oracle.probabilities.count)
                let error = try Reliability.expectedCalibrationError(
                    oracle.probabilities,
                    outcomes: oracle.outcomes,
                    strategy: strategy
                )
                #expect(agrees(error, curve.error, relative: 1e-11))
            }
        }
    }

    @Test("A bin carries its edges and Wilson's interval")
    func bins() throws {
        let bins = try Reliability.bins(
            [0.05, 0.1, 0.1, 0.95],
            outcomes: [false, true, false, true],
            count: 10,
            strategy: .equalWidth
        )
        #expect(bins.count == 2)
        #expect(bins[0].lowerEdge == 0 && bins[0].upperEdge == 0.1 && bins[0].n == 3)
        #expect(bins[0].interval == (try ProportionInterval.wilson(successes: 1, trials: 3)))
        #expect(agrees(bins[1].lowerEdge, 0.9) && bins[1].upperEdge == 1)
        #expect(try Reliability.bins([], outcomes: [], strategy: .equalCount).isEmpty)
        let same = try Reliability.bins(
            [0.4, 0.4, 0.4],
            outcomes: [true, false, true],
            strategy: .equalCount
        )
        #expect(same.count == 1 && same[0].n == 3)
    }

    @Test("The three parts of the Brier score agree with isotonic regression and add up")
    func corp() throws {
        for oracle in try CalibrationOracle.load() {
            let parts = try #require(
                try BrierDecomposition.corp(oracle.probabilities, outcomes: oracle.outcomes)
            )
            #expect(agrees(parts.brier, oracle.corp.brier, relative: 1e-13))
            #expect(agrees(parts.miscalibration, oracle.corp.miscalibration, relative: 1e-10))
            #expect(agrees(parts.discrimination, oracle.corp.discrimination, relative: 1e-10))
            #expect(agrees(parts.uncertainty, oracle.corp.uncertainty, relative: 1e-13))
            #expect(
                agrees(
                    parts.miscalibration - parts.discrimination + parts.uncertainty,
                    parts.brier,
                    relative: 1e-12
                )
            )
            #expect(parts.curve.count == oracle.corp.segments)
            #expect(parts.curve.reduce(0) { $0 + $1.n } == oracle.probabilities.count)
            #expect(
                zip(parts.curve, parts.curve.dropFirst()).allSatisfy { $0.recalibrated < $1.recalibrated }
            )
        }
        #expect(try BrierDecomposition.corp([], outcomes: []) == nil)
        let constant = try BrierDecomposition.corp([0.5, 0.5], outcomes: [true, false])
        #expect(
            constant?.miscalibration == 0 && constant?.discrimination == 0 && constant?.uncertainty == 0.25
        )
    }

    /// The documentation quotes 0.093 at 71 and 0.021 at 1,500 forecasts; it holds for forecasts near one
    /// half.
    @Test("A calibrated model has a calibration error that falls with the number of forecasts")
    func nullBand() throws {
        var random = SplitMix64(seed: 1)
        var means: [Double] = []
        for n in [71, 1500] {
            let p = (0..<n).map { _ in min(max(0.5 + 0.1 * random.normal(), 0.05), 0.95) }
            let outcomes = p.map { random.bernoulli($0) }
            let test = try #require(
                try CalibrationErrorTest.run(p, outcomes: outcomes, strategy: .equalWidth, seed: 2)
            )
            means.append(test.nullMean)
            #expect(test.nullUpper > test.nullMean && test.pValue > 0.01)
        }
        #expect(abs(means[0] - 0.093) < 0.02, "\(means)")
        #expect(abs(means[1] - 0.021) < 0.004, "\(means)")
    }
}
