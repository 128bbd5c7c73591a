import Boosting
import Foundation
import Testing

@Suite("Parameters")
struct BoosterParametersTests {
    /// A change to one stored value, and the name, value and range that its refusal gives.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let json: String
        let message: String
        var testDescription: String { message }

        init(_ name: String, _ value: String, _ accepted: String) {
            json = "\"\(name)\":\(value)"
            message = "booster parameter \(name) is \(value); accepted: \(accepted)"
        }
    }

    static let refusals = [
        Refusal("depth", "0", "1...12"), Refusal("depth", "13", "1...12"),
        Refusal("learningRate", "0.0", "above 0, at most 1"),
        Refusal("learningRate", "1.5", "above 0, at most 1"),
        Refusal("rounds", "0", "1...10000"), Refusal("rounds", "10001", "1...10000"),
        Refusal("earlyStoppingRounds", "0", "1...10000"),
        Refusal("subsample", "-0.5", "above 0, at most 1"),
        Refusal("columnSample", "1.01", "above 0, at most 1"),
        Refusal("minChildWeight", "-1.0", "0 or more, finite"),
        Refusal("lambda", "-0.1", "0 or more, finite"), Refusal("gamma", "1e+300", "0 or more, finite"),
        Refusal("maxBins", "1", "2...4096"), Refusal("seed", "-1", "0...2147483647"),
        Refusal("threads", "0", "1...256"),
        Refusal("baseScore", "0.0", "between 0 and 1, exclusive"),
        Refusal("baseScore", "1.0", "between 0 and 1, exclusive"),
    ]

    static let good = [
        "objective": "\"binary:logistic\"", "baseScore": "0.5", "depth": "3", "learningRate": "0.05",
        "rounds": "200", "subsample": "0.8", "columnSample": "0.8", "minChildWeight": "5", "lambda": "1",
        "gamma": "0", "maxBins": "256", "seed": "0", "threads": "1",
    ]

    @Test("a stored value out of range is refused by name", arguments: refusals)
    func refused(_ refusal: Refusal) throws {
        let key = try #require(refusal.json.split(separator: "\"").first.map { String($0) })
        let others = Self.good.filter { $0.key != key }.map { "\"\($0.key)\":\($0.value)" }
        let json = "{" + (others + [refusal.json]).joined(separator: ",") + "}"
        let error = #expect(throws: BoostingError.self) {
            try JSONDecoder().decode(BoosterParameters.self, from: Data(json.utf8))
        }
        #expect(error?.description == refusal.message)
    }

    @Test("not a number is refused everywhere")
    func notANumber() {
        #expect(throws: BoostingError.self) {
            try BoosterParameters(objective: .squaredError, baseScore: .nan)
        }
        #expect(throws: BoostingError.self) {
            try BoosterParameters(objective: .squaredError, baseScore: 0, learningRate: .nan)
        }
        #expect(throws: BoostingError.self) {
            try BoosterParameters(objective: .squaredError, baseScore: 0, lambda: .nan)
        }
    }

    @Test("encoding and decoding gives the same parameters", arguments: [nil, 30])
    func roundTrip(_ patience: Int?) throws {
        let parameters = try BoosterParameters(
            objective: .absoluteError,
            baseScore: 0.5,
            depth: 2,
            learningRate: 0.03,
            rounds: 400,
            earlyStoppingRounds: patience,
            subsample: 0.7,
            columnSample: 0.6,
            minChildWeight: 9,
            lambda: 2,
            gamma: 0.1,
            maxBins: 64,
            seed: 77,
            threads: 2
        )
        let data = try JSONEncoder().encode(parameters)
        #expect(try JSONDecoder().decode(BoosterParameters.self, from: data) == parameters)
    }

    @Test("a missing value is refused rather than defaulted")
    func missing() throws {
        let json =
            "{"
            + Self.good.filter { $0.key != "depth" }.map { "\"\($0.key)\":\($0.value)" }
            .joined(separator: ",") + "}"
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(BoosterParameters.self, from: Data(json.utf8))
        }
    }

    @Test("replacing keeps the rest")
    func replacing() throws {
        let parameters = try BoosterParameters(
            objective: .logistic,
            baseScore: 0.4,
            earlyStoppingRounds: 10,
            gamma: 0.5,
            seed: 5
        )
        let changed = try parameters.with(baseScore: 0.6, seed: 9)
        #expect(changed.baseScore == 0.6)
        #expect(changed.seed == 9)
        #expect(changed.gamma == 0.5)
        #expect(changed.earlyStoppingRounds == 10)
        let refit = try parameters.refitting(rounds: 37)
        #expect(refit.rounds == 37)
        #expect(refit.earlyStoppingRounds == nil)
        #expect(refit.gamma == 0.5)
        #expect(throws: BoostingError.self) { try parameters.with(baseScore: 1) }
    }
}
