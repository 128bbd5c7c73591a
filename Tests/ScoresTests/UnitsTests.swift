import Foundation
import Scores
import Testing

@Suite("Units")
struct UnitsTests {
    private static let odd: [Double] = [.nan, .signalingNaN, .infinity, -.infinity]

    @Test("An impact score lies in 0...100", arguments: [0, 0.001, 50, 99.999, 100])
    func impactAccepted(_ value: Double) throws {
        #expect(try ImpactScore(value).value == value)
    }

    @Test("An impact score is refused elsewhere", arguments: [-0.001, 100.001, -40, 1e9] + odd)
    func impactRefused(_ value: Double) {
        #expect(throws: ScoreError.outOfRange(name: "impact score", value: "\(value)", accepted: "0...100")) {
            try ImpactScore(value)
        }
    }

    @Test("Clamping gives the nearest score", arguments: [(-5.0, 0.0), (42, 42), (101, 100)])
    func clamping(_ value: Double, _ expected: Double) {
        #expect(ImpactScore(clamping: value).value == expected)
    }

    @Test("A probability lies in 0...1", arguments: [-0.01, 1.01, 57] + odd)
    func probabilityRefused(_ value: Double) {
        #expect(throws: ScoreError.self) { try Probability(value) }
    }

    @Test("An adjustment lies in -20...20", arguments: [-20.000_001, 20.000_001, 100] + odd)
    func adjustmentRefused(_ value: Double) {
        #expect(throws: ScoreError.self) { try ScoreAdjustment(value) }
    }

    @Test("A weight lies above 0 and up to 1", arguments: [0, -0.3, 1.000_001] + odd)
    func weightRefused(_ value: Double) {
        #expect(throws: ScoreError.self) { try BlendWeight(value) }
    }

    @Test("Percentages and fractions are finite", arguments: odd)
    func finite(_ value: Double) {
        #expect(throws: ScoreError.self) { try Percent(value) }
        #expect(throws: ScoreError.self) { try Fraction(value) }
    }

    @Test("D12: a fraction becomes a percentage only through a conversion")
    func percentAndFraction() throws {
        let fraction = try Fraction(0.015)
        #expect(abs(try Percent(fraction).value - 1.5) < 1e-12)
        #expect(abs(Fraction(try Percent(1.5)).value - 0.015) < 1e-12)
    }

    @Test(
        "Decoding checks like the initialiser",
        arguments: ["-1", "100.5", "1e400", "\"50\"", "null", "true"]
    )
    func decodingRefuses(_ json: String) {
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode([ImpactScore].self, from: Data("[\(json)]".utf8))
        }
    }

    @Test("Encoding and decoding gives the same value")
    func codableRoundTrip() throws {
        let scores = try [ImpactScore(0), ImpactScore(71.25), ImpactScore(100)]
        let decoded = try JSONDecoder().decode([ImpactScore].self, from: JSONEncoder().encode(scores))
        #expect(decoded == scores)
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode([ScoreAdjustment].self, from: Data("[35]".utf8))
        }
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode([BlendWeight].self, from: Data("[0]".utf8))
        }
    }

    @Test("An error names the thing, the value and what is accepted")
    func errorText() {
        #expect(throws: ScoreError.self) { try ImpactScore(140) }
        let error = ScoreError.outOfRange(name: "impact score", value: "140.0", accepted: "0...100")
        #expect("\(error)" == "impact score is 140.0; accepted is 0...100")
    }
}
