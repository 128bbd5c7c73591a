import Boosting
import Testing

@Suite("Training that is refused, and training that learns nothing")
struct TrainingRefusalTests {
    @Test("labels outside 0...1 are refused for logistic only")
    func logisticLabels() throws {
        let rows = try DenseRows(columns: ["a"], values: [1, 2])
        let labelled = try LabelledRows(rows: rows, labels: [0, 1.5])
        #expect(throws: BoostingError.labels("label 1 is 1.5; binary:logistic accepts 0...1")) {
            try Booster.train(labelled, parameters: Samples.parameters(.logistic, rounds: 1))
        }
        _ = try Booster.train(labelled, parameters: Samples.parameters(.squaredError, rounds: 1))
        let fine = try LabelledRows(rows: rows, labels: [0, 1])
        #expect(throws: BoostingError.self) {
            try Booster.train(
                fine,
                validation: labelled,
                parameters: Samples.parameters(.logistic, rounds: 1)
            )
        }
    }

    @Test("early stopping needs validation rows, with the same columns")
    func validation() throws {
        let data = try Samples.labelled(50, columns: 3, seed: 1, objective: .squaredError)
        let parameters = try BoosterParameters(
            objective: .squaredError,
            baseScore: 0,
            earlyStoppingRounds: 5
        )
        #expect(throws: BoostingError.validationMissing) { try Booster.train(data, parameters: parameters) }
        let other = try Samples.labelled(50, columns: 4, seed: 1, objective: .squaredError)
        #expect(
            throws: BoostingError.columnMismatch(expected: data.rows.columns, found: other.rows.columns)
        ) {
            try Booster.train(data, validation: other, parameters: parameters)
        }
    }

    /// Ways in which nothing is learnt (D16).
    enum Nothing: CaseIterable {
        case leafTooLarge
        case gammaTooLarge
        case missingColumns
        case equalLabels
    }

    @Test(
        "a model that learnt nothing says so",
        arguments: BoosterParameters.Objective.allCases,
        Nothing.allCases
    )
    func constant(_ objective: BoosterParameters.Objective, _ nothing: Nothing) throws {
        var data = try Samples.labelled(100, seed: 2, objective: objective)
        if nothing == .missingColumns {
            let empty = [Float](repeating: .nan, count: data.rows.values.count)
            data = try LabelledRows(
                rows: DenseRows(columns: data.rows.columns, values: empty),
                labels: data.labels
            )
        }
        if nothing == .equalLabels {
            data = try LabelledRows(rows: data.rows, labels: [Float](repeating: 1, count: 100))
        }
        let parameters = try BoosterParameters(
            objective: objective,
            baseScore: 0.5,
            rounds: 5,
            subsample: 1,
            minChildWeight: nothing == .leafTooLarge ? 1000 : 1,
            gamma: nothing == .gammaTooLarge ? 1e6 : 0
        )
        let model = try Booster.train(data, parameters: parameters)
        #expect(model.isConstant)
        let predictions = try model.predict(data.rows)
        #expect(Set(predictions).count == 1)
        // Loading recognises it as well.
        #expect(try TrainedBooster(model: model.model).isConstant)
    }

    @Test("a model that learnt something does not say so", arguments: BoosterParameters.Objective.allCases)
    func learning(_ objective: BoosterParameters.Objective) throws {
        let data = try Samples.labelled(100, seed: 2, objective: objective)
        let model = try Booster.train(data, parameters: Samples.parameters(objective, rounds: 1, depth: 1))
        #expect(!model.isConstant)
        #expect(model.splitCount == 1)
        #expect(Set(try model.predict(data.rows)).count == 2)
    }

    @Test("a step up and a step down are both something", arguments: [1, -1] as [Float])
    func step(_ sign: Float) throws {
        let rows = try DenseRows(columns: ["a"], values: (0..<40).map { Float($0) })
        let labels = (0..<40).map { $0 < 20 ? -sign : sign }
        let parameters = try Samples.parameters(.squaredError, rounds: 1, depth: 1)
        let model = try Booster.train(LabelledRows(rows: rows, labels: labels), parameters: parameters)
        #expect(!model.isConstant)
    }

    @Test("splits into equal leaves are constant too")
    func equalLeaves() throws {
        // Half of the labels are 1 on each side of every split, the rest far apart: the median stays 1.
        let rows = try DenseRows(columns: ["a"], values: (0..<80).map { Float($0) })
        let labels = (0..<80).map { $0.isMultiple(of: 4) ? Float($0 < 40 ? -5 : 5) : 1 }
        let parameters = try BoosterParameters(
            objective: .absoluteError,
            baseScore: 1,
            depth: 1,
            rounds: 1,
            subsample: 1,
            columnSample: 1,
            minChildWeight: 30
        )
        let model = try Booster.train(LabelledRows(rows: rows, labels: labels), parameters: parameters)
        #expect(model.splitCount == 1)
        #expect(model.isConstant)
    }
}
