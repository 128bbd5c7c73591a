import Boosting
import Testing

@Suite("Contributions")
struct ContributionTests {
    @Test(
        "they equal XGBoost's TreeSHAP to 1e-5 and add up to the margin",
        arguments: BoosterParameters.Objective.allCases,
        [1, 2, 3, 6]
    )
    func oracle(_ objective: BoosterParameters.Objective, _ depth: Int) throws {
        // Three columns and depth 6: columns repeat on the way to a leaf.
        let data = try Samples.labelled(300, columns: 3, seed: UInt64(depth), objective: objective)
        let parameters = try Samples.parameters(objective, rounds: 15, depth: depth)
        let model = try Booster.train(data, parameters: parameters)
        let rows = try Samples.rows(60, columns: 3, seed: 99, missing: 0.2)
        let found = try model.contributions(rows)
        let oracle = try XGBoostReference(model).contributions(rows)
        #expect(found.values.count == 60 * 4)
        for (value, expected) in zip(found.values, oracle.values) { #expect(abs(value - expected) < 1e-5) }
        for (index, margin) in try model.predictMargins(rows).enumerated() {
            #expect(abs(found.row(index).reduce(0, +) - Double(margin)) < 1e-5)
        }
    }

    @Test("they are the Shapley values of the trees' conditional means")
    func definition() throws {
        // Four rows, labels 0 unless both are 1: one tree of depth 2 by hand.
        let rows = try DenseRows(columns: ["a", "b"], values: [0, 0, 0, 1, 1, 0, 1, 1])
        let parameters = try BoosterParameters(
            objective: .squaredError,
            baseScore: 0,
            depth: 2,
            learningRate: 1,
            rounds: 1,
            subsample: 1,
            columnSample: 1,
            minChildWeight: 0,
            lambda: 0
        )
        let model = try Booster.train(
            LabelledRows(rows: rows, labels: [0, 0, 0, 8]),
            parameters: parameters
        )
        #expect(try model.predict(rows) == [0, 0, 0, 8])
        let found = try model.contributions(rows)
        // For (1, 1): f = 8, knowing one value gives 4, knowing none gives 2: each (2 + 4) / 2.
        #expect(zip(found.row(3), [3, 3, 2]).allSatisfy { abs($0 - $1) < 1e-6 })
        // For (1, 0): f = 0, knowing a gives 4, knowing b gives 0: a (2 + 0) / 2, b (-2 - 4) / 2.
        #expect(zip(found.row(2), [1, -3, 2]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(abs(found.bias(2) - 2) < 1e-6)
    }

    @Test("a column that no split uses contributes nothing; a constant model is all bias")
    func unused() throws {
        let model = try TrainedBooster(model: Fixture.bytes("squared.ubj"))
        let used = Set(model.gainByColumn().map(\.column))
        let found = try model.contributions(Fixture.rows())
        for (index, column) in model.columns.enumerated() where !used.contains(column) {
            #expect((0..<found.rowCount).allSatisfy { Array(found.row($0))[index] == 0 })
        }
        let data = try Samples.labelled(50, columns: 3, seed: 1, objective: .squaredError)
        let constant = try Booster.train(
            data,
            parameters: BoosterParameters(objective: .squaredError, baseScore: 0.25, gamma: 1e6)
        )
        let row = try constant.contributions(data.rows).row(0)
        #expect(row.dropLast().allSatisfy { $0 == 0 })
        #expect(abs(try #require(row.last) - Double(try constant.predict(data.rows)[0])) < 1e-6)
    }

    @Test("gain is sorted and counts the splits")
    func gain() throws {
        let data = try Samples.labelled(300, columns: 6, seed: 8, objective: .squaredError)
        let model = try Booster.train(data, parameters: Samples.parameters(.squaredError))
        let used = model.gainByColumn()
        #expect(used.map(\.gain) == used.map(\.gain).sorted(by: >))
        #expect(used.reduce(0) { $0 + $1.splits } == model.splitCount)
        #expect(Set(used.prefix(2).map(\.column)) == ["column_0", "column_1"])
    }
}
