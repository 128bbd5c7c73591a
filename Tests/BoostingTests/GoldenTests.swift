import Boosting
import Testing

/// Python's xgboost 3.2.0 is the oracle: its model files, its numbers.
@Suite("Python's models and numbers")
struct GoldenTests {
    @Test("its model files predict the same, bit for bit", arguments: BoosterParameters.Objective.allCases)
    func predictions(_ objective: BoosterParameters.Objective) throws {
        let expected = try Fixture.expected(objective)
        let rows = try Fixture.rows()
        let model = try TrainedBooster(
            model: Fixture.bytes("\(Fixture.name(objective)).ubj"),
            columns: Fixture.columns
        )
        #expect(model.objective == objective)
        #expect(model.roundsTrained == 40)
        #expect(try model.predictMargins(rows) == expected.margins)
        // The exponential comes from the platform's library: bit-equal where Python used the same one.
        for (value, golden) in zip(try model.predict(rows), expected.values) {
            #expect(abs(value - golden) <= 1e-6)
        }
    }

    @Test("its JSON is read as its UBJSON is", arguments: BoosterParameters.Objective.allCases)
    func formats(_ objective: BoosterParameters.Objective) throws {
        let binary = try TrainedBooster(model: Fixture.bytes("\(Fixture.name(objective)).ubj"))
        let text = try TrainedBooster(model: Fixture.bytes("\(Fixture.name(objective)).json"))
        #expect(binary.forest == text.forest)
        #expect(binary.gainByColumn() == text.gainByColumn())
        #expect(try binary.contributions(Fixture.rows()) == text.contributions(Fixture.rows()))
    }

    @Test("its contributions agree to 1e-5", arguments: BoosterParameters.Objective.allCases)
    func contributions(_ objective: BoosterParameters.Objective) throws {
        let expected = try Fixture.expected(objective)
        let model = try TrainedBooster(model: Fixture.bytes("\(Fixture.name(objective)).ubj"))
        let found = try model.contributions(Fixture.rows())
        #expect(found.values.count == expected.contributions.count)
        for (value, golden) in zip(found.values, expected.contributions) {
            #expect(abs(value - Double(golden)) <= 1e-5)
        }
    }

    /// XGBoost's releases differ in summation order, so leaves agree to a few units of the last place only.
    @Test(
        "our training finds its models, learning rate included",
        arguments: BoosterParameters.Objective.allCases
    )
    func training(_ objective: BoosterParameters.Objective) throws {
        let parameters = try BoosterParameters(
            objective: objective,
            baseScore: 0.5,
            depth: 3,
            learningRate: 0.1,
            rounds: 40,
            subsample: 1,
            columnSample: 1,
            minChildWeight: 4,
            maxBins: 64,
            seed: 7
        )
        let expected = try Fixture.expected(objective)
        let data = try Fixture.labelled(objective)
        let model = try Booster.train(data, parameters: parameters)
        for (margin, golden) in zip(try model.predictMargins(data.rows), expected.margins) {
            #expect(abs(margin - golden) <= 2e-5)
        }
    }
}
