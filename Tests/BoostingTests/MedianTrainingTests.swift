import Boosting
import Testing

/// XGBoost 1.7 ignores the learning rate of `reg:absoluteerror`; our training must not.
@Suite("Absolute error")
struct MedianTrainingTests {
    /// Two groups with medians 2 and 10.
    private static func groups() throws -> LabelledRows {
        let rows = try DenseRows(columns: ["group"], values: (0..<20).map { $0 < 10 ? 0 : 1 })
        let low: [Float] = [0, 1, 2, 2, 2, 2, 2, 2, 3, 90]
        let high: [Float] = [-70, 9, 10, 10, 10, 10, 10, 10, 11, 12]
        return try LabelledRows(rows: rows, labels: low + high)
    }

    private static func train(rate: Double, rounds: Int, base: Double = 6) throws -> [Float] {
        let data = try groups()
        let parameters = try BoosterParameters(
            objective: .absoluteError,
            baseScore: base,
            depth: 1,
            learningRate: rate,
            rounds: rounds,
            subsample: 1,
            columnSample: 1,
            minChildWeight: 1
        )
        return try Booster.train(data, parameters: parameters).predict(data.rows)
    }

    @Test("a leaf is the median of the residuals times the learning rate", arguments: [1, 0.5, 0.1])
    func learningRate(_ rate: Double) throws {
        let predictions = try Self.train(rate: rate, rounds: 1)
        #expect(abs(Double(predictions[0]) - (6 - 4 * rate)) < 1e-6)
        #expect(abs(Double(predictions[19]) - (6 + 4 * rate)) < 1e-6)
    }

    @Test("rounds approach the median as the learning rate says")
    func rounds() throws {
        let predictions = try Self.train(rate: 0.5, rounds: 4)
        // 4, 2, 1, 1/2, 1/4 away from the median.
        #expect(abs(predictions[0] - 2.25) < 1e-6)
        #expect(abs(predictions[19] - 9.75) < 1e-6)
    }

    @Test("validation uses weights")
    func weightedValidation() throws {
        let data = try Self.groups()
        let parameters = try BoosterParameters(
            objective: .absoluteError,
            baseScore: 6,
            depth: 1,
            learningRate: 1,
            rounds: 1,
            subsample: 1,
            columnSample: 1,
            minChildWeight: 1
        )
        let held = try LabelledRows(
            rows: DenseRows(columns: ["group"], values: [0, 1]),
            labels: [5, 11],
            weights: [3, 1]
        )
        let model = try Booster.train(data, validation: held, parameters: parameters)
        // Predictions 2 and 10: (3 * 3 + 1 * 1) / 4.
        #expect(abs(try #require(model.validationHistory.first) - 2.5) < 1e-6)
    }

    @Test("rounds sample rows and columns anew")
    func sampling() throws {
        let data = try Samples.labelled(200, columns: 6, seed: 3, objective: .absoluteError)
        let parameters = try BoosterParameters(
            objective: .absoluteError,
            baseScore: 0.5,
            depth: 1,
            learningRate: 0.01,
            rounds: 40,
            subsample: 0.5,
            columnSample: 0.5,
            minChildWeight: 1
        )
        let used = try Booster.train(data, parameters: parameters).gainByColumn()
        #expect(used.count > 3)
        #expect(used.reduce(0) { $0 + $1.splits } == 40)
    }
}
