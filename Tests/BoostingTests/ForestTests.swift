import Boosting
import Testing

/// XGBoost is the oracle of the native walker: equality is exact.
@Suite("Native prediction")
struct ForestTests {
    /// A shape of model to try: a seed decides the rest.
    struct Shape: Sendable, CustomTestStringConvertible {
        let objective: BoosterParameters.Objective
        let depth: Int
        let columns: Int
        let rounds: Int
        let missing: Float
        var testDescription: String {
            "\(objective) depth \(depth), \(columns) columns, \(rounds) rounds, missing \(missing)"
        }
    }

    static let shapes = BoosterParameters.Objective.allCases.flatMap { objective in
        [(1, 1, 1, 0), (2, 3, 3, 0.3), (3, 8, 30, 0.1), (4, 5, 21, 0.6), (7, 4, 10, 0), (12, 20, 5, 0.2)].map
        {
            Shape(objective: objective, depth: $0.0, columns: $0.1, rounds: $0.2, missing: $0.3)
        }
    }

    @Test("margins and values equal XGBoost's bit for bit", arguments: shapes)
    func equality(_ shape: Shape) throws {
        for seed in 1...3 {
            let rows = try Samples.rows(
                250,
                columns: shape.columns,
                seed: UInt64(seed),
                missing: shape.missing
            )
            var numbers = SeededNumbers(UInt64(seed) &* 77)
            let labels = (0..<250).map { index in
                let level = (rows.row(index).first { !$0.isNaN } ?? 0) + numbers.unit()
                return shape.objective == .logistic ? (level > 0.3 ? 1 : 0) : level
            }
            let parameters = try BoosterParameters(
                objective: shape.objective,
                baseScore: Double(numbers.unit()) * 0.8 + 0.1,
                depth: shape.depth,
                learningRate: 0.3,
                rounds: shape.rounds,
                minChildWeight: 0.1,
                lambda: 0.5,
                seed: seed
            )
            let model = try Booster.train(LabelledRows(rows: rows, labels: labels), parameters: parameters)
            let reference = try XGBoostReference(model)
            // 203 rows: neither a multiple of the lanes nor of the block.
            let fresh = try Samples.rows(
                203,
                columns: shape.columns,
                seed: UInt64(seed + 50),
                missing: shape.missing
            )
            let margins = try model.predictMargins(fresh)
            #expect(try margins == reference.predictMargins(fresh))
            #expect(try model.predict(fresh) == reference.predict(fresh))
            for index in 0..<fresh.rowCount {
                #expect(model.forest.margin(fresh.row(index)) == margins[index])
                #expect(model.forest.margin(Array(fresh.row(index))) == margins[index])
            }
        }
    }

    @Test("values at, just below and just above a split condition go where XGBoost sends them")
    func conditions() throws {
        let data = try Samples.labelled(200, columns: 3, seed: 5, objective: .squaredError)
        let model = try Booster.train(data, parameters: Samples.parameters(.squaredError, rounds: 8))
        let edges = Set(data.rows.values.filter { !$0.isNaN }).flatMap { [$0.nextDown, $0, $0.nextUp] }
        let values = edges.sorted().flatMap { [$0, $0, $0] }
        let rows = try DenseRows(columns: data.rows.columns, values: values)
        #expect(try model.predictMargins(rows) == XGBoostReference(model).predictMargins(rows))
    }

    @Test("an infinite value in a single row goes to the outer side")
    func infinity() throws {
        let data = try Samples.labelled(200, columns: 3, seed: 6, objective: .squaredError)
        let forest = try Booster.train(data, parameters: Samples.parameters(.squaredError)).forest
        let huge = Float.greatestFiniteMagnitude
        #expect(forest.margin([.infinity, -.infinity, 0]) == forest.margin([huge, -huge, 0]))
    }

    @Test(
        "probabilities stay within 0 and 1 at any margin",
        arguments: [-1e30, -200, -88.8, 0, 20, 1e30] as [Float]
    )
    func probability(_ margin: Float) throws {
        let model = try TrainedBooster(model: Fixture.bytes("logistic.ubj"))
        let value = model.forest.value(ofMargin: margin)
        #expect((0...1).contains(value))
        #expect(margin != 0 || value == 0.5)
    }

    @Test("no rows give no predictions")
    func noRows() throws {
        let model = try TrainedBooster(model: Fixture.bytes("squared.ubj"))
        let rows = try DenseRows(columns: Fixture.columns, values: [])
        #expect(try model.predict(rows).isEmpty)
        #expect(try model.contributions(rows).values.isEmpty)
        #expect(
            try XGBoostReference(
                Booster.train(
                    Fixture.labelled(.squaredError),
                    parameters: Samples.parameters(.squaredError, rounds: 1)
                )
            ).predict(rows).isEmpty
        )
    }
}
