import Foundation
import Statistics
import Testing

@Suite("Calibrators")
struct ProbabilityCalibratorTests {
    private func sample(_ n: Int, slope: Double, seed: UInt64 = 1) -> (p: [Double], outcomes: [Bool]) {
        var random = SplitMix64(seed: seed)
        let p = (0..<n).map { _ in 0.02 + 0.96 * random.uniform() }
        let outcomes = p.map { value in
            random.bernoulli(1 / (1 + exp(-slope * log(value / (1 - value)))))
        }
        return (p, outcomes)
    }

    @Test("The number of rows decides the method")
    func rule() throws {
        let small = sample(999, slope: 0.5)
        let large = sample(1000, slope: 0.5)
        #expect(try ProbabilityCalibrator.fit(small.p, outcomes: small.outcomes).name == "platt")
        #expect(try ProbabilityCalibrator.fit(large.p, outcomes: large.outcomes).name == "isotonic")
        #expect(
            try ProbabilityCalibrator.fit(small.p, outcomes: small.outcomes, fallback: .beta).name == "beta"
        )
        #expect(
            try ProbabilityCalibrator.fit(small.p, outcomes: small.outcomes, isotonicFrom: 10).name
                == "isotonic"
        )
        #expect(try ProbabilityCalibrator.fit([], outcomes: []) == .identity)
        #expect(try ProbabilityCalibrator.fit([0.2, 0.9], outcomes: [true, true]) == .identity)
    }

    @Test("Overconfident probabilities are repaired out of sample", arguments: [600, 3000])
    func repairs(rows: Int) throws {
        let train = sample(rows, slope: 0.4)
        let test = sample(20_000, slope: 0.4, seed: 2)
        let calibrator = try ProbabilityCalibrator.fit(train.p, outcomes: train.outcomes)
        let before = try #require(try BrierDecomposition.corp(test.p, outcomes: test.outcomes))
        let after = try #require(
            try BrierDecomposition.corp(test.p.map { calibrator($0) }, outcomes: test.outcomes)
        )
        #expect(after.miscalibration < 0.2 * before.miscalibration)
        #expect(after.brier < before.brier)
    }

    @Test("No method ever lets a larger probability fall, or leaves 0...1")
    func rising() throws {
        var random = SplitMix64(seed: 3)
        for trial in 0..<60 {
            let (p, outcomes) = sample(40 + 30 * trial, slope: 2 * random.uniform() - 1, seed: UInt64(trial))
            for fallback in ProbabilityCalibrator.Fallback.allCases {
                let calibrator = try ProbabilityCalibrator.fit(p, outcomes: outcomes, fallback: fallback)
                let curve = (0...100).map { calibrator(Double($0) / 100) }
                #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
                #expect(curve.allSatisfy { $0 > 0 && $0 < 1 })
            }
        }
    }

    @Test("Probabilities that rank the wrong way round give the base rate")
    func inverted() throws {
        let (p, outcomes) = sample(500, slope: -1.5)
        let calibrator = try ProbabilityCalibrator.fit(p, outcomes: outcomes)
        let rate = Double(outcomes.count { $0 }) / 500
        #expect(calibrator(0.1) == calibrator(0.9))
        #expect(abs(calibrator(0.5) - rate) < 0.01)
        let constant = try ProbabilityCalibrator.fit(
            [0.7, 0.7, 0.7, 0.7],
            outcomes: [true, false, false, false]
        )
        #expect(agrees(constant(0.7), (2.0 / 3 + 3 * 0.2) / 4, relative: 1e-12))
    }

    @Test("A block of equal outcomes is no certainty")
    func margin() throws {
        var random = SplitMix64(seed: 4)
        let p = (0..<1200).map { _ in random.uniform() }
        let calibrator = try ProbabilityCalibrator.fit(p, outcomes: p.map { $0 > 0.5 })
        #expect(calibrator(0) == 1 / 1202.0)
        #expect(calibrator(1) == 1 - 1 / 1202.0)
    }

    @Test("A calibrator survives storage under the name of its method")
    func codable() throws {
        let (p, outcomes) = sample(200, slope: 0.5)
        let fits: [ProbabilityCalibrator] = [
            .identity, try .fit(p, outcomes: outcomes), try .fit(p, outcomes: outcomes, fallback: .beta),
            try .fit(p, outcomes: outcomes, isotonicFrom: 1),
        ]
        #expect(fits.map(\.name) == ["identity", "platt", "beta", "isotonic"])
        for calibrator in fits {
            let data = try JSONEncoder().encode(calibrator)
            #expect(String(decoding: data, as: UTF8.self).contains(#""method":"\#(calibrator.name)""#))
            #expect(try JSONDecoder().decode(ProbabilityCalibrator.self, from: data) == calibrator)
            #expect(calibrator(.nan).isNaN)
        }
        let falling = Data(#"{"method":"isotonic","parameters":{"x":[0,1],"y":[1,0]}}"#.utf8)
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(ProbabilityCalibrator.self, from: falling)
        }
    }

    @Test("Wrong input is refused by name")
    func refusals() {
        #expect(throws: StatisticsError.notFinite(argument: "probabilities", index: 1)) {
            try ProbabilityCalibrator.fit([0.5, .nan], outcomes: [true, false])
        }
        #expect(throws: StatisticsError.self) { try ProbabilityCalibrator.fit([0.5], outcomes: []) }
        #expect(throws: StatisticsError.self) {
            try ProbabilityCalibrator.fit([0.5, 0.6], outcomes: [true, false], isotonicFrom: 0)
        }
        #expect(throws: StatisticsError.self) {
            try ProbabilityCalibrator.fit([0.5, 0.6], outcomes: [true, false], weights: [1])
        }
    }
}
