import Boosting
import Foundation
import Testing

@Suite("Training")
struct TrainingTests {
    @Test("the same rows and parameters give the same bytes", arguments: BoosterParameters.Objective.allCases)
    func deterministic(_ objective: BoosterParameters.Objective) throws {
        let data = try Samples.labelled(300, seed: 1, objective: objective)
        let parameters = try Samples.parameters(objective)
        let first = try Booster.train(data, parameters: parameters)
        for threads in [1, 1, 2] {
            let again = try Booster.train(data, parameters: parameters.with(threads: threads))
            #expect(again.model == first.model)
        }
        let other = try Booster.train(data, parameters: parameters.with(seed: 12))
        #expect(other.model != first.model)
    }

    @Test("trainings at the same time do not touch each other")
    func concurrent() async throws {
        let data = try Samples.labelled(300, seed: 2, objective: .absoluteError)
        let parameters = try Samples.parameters(.absoluteError)
        let alone = try Booster.train(data, parameters: parameters).model
        let together = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<4 {
                group.addTask { try Booster.train(data, parameters: parameters).model }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together.count == 4)
        #expect(together.allSatisfy { $0 == alone })
    }

    @Test("early stopping predicts with the best round", arguments: BoosterParameters.Objective.allCases)
    func earlyStopping(_ objective: BoosterParameters.Objective) throws {
        let data = try Samples.labelled(200, seed: 3, objective: objective)
        let held = try Samples.labelled(150, seed: 4, objective: objective)
        let parameters = try BoosterParameters(
            objective: objective,
            baseScore: 0.5,
            depth: 6,
            learningRate: 1,
            rounds: 200,
            earlyStoppingRounds: 5,
            minChildWeight: 0,
            lambda: 0,
            seed: 3
        )
        let model = try Booster.train(data, validation: held, parameters: parameters)

        let history = model.validationHistory
        let lowest = try #require(history.min())
        let best = try #require(history.firstIndex(of: lowest))
        #expect(model.bestIteration == best)
        #expect(model.bestScore == lowest)
        #expect(model.roundsTrained == history.count)
        #expect(history.count == best + 1 + 5)
        #expect(history.count < 200)
        #expect(model.forest.treeCount == best + 1)
        #expect(abs(try Self.loss(model, held) - lowest) < 1e-5)
        // XGBoost itself, limited to the same rounds, agrees; loading keeps the limit.
        #expect(try XGBoostReference(model).predictMargins(held.rows) == model.predictMargins(held.rows))
        let loaded = try TrainedBooster(model: model.model)
        #expect(loaded.bestIteration == best)
        #expect(loaded.bestScore == lowest)
        #expect(loaded.forest == model.forest)
        #expect(loaded.validationHistory.isEmpty)
    }

    @Test("validation rows without early stopping are only watched")
    func watching() throws {
        let data = try Samples.labelled(200, seed: 5, objective: .squaredError)
        let held = try Samples.labelled(100, seed: 6, objective: .squaredError)
        let parameters = try Samples.parameters(.squaredError, rounds: 12)
        let watched = try Booster.train(data, validation: held, parameters: parameters)
        #expect(watched.validationHistory.count == 12)
        #expect(watched.bestIteration == nil)
        #expect(watched.model == (try Booster.train(data, parameters: parameters)).model)
    }

    @Test("refitting for the best number of rounds repeats the trees that predict")
    func refitting() throws {
        for objective in BoosterParameters.Objective.allCases {
            let data = try Samples.labelled(200, seed: 7, objective: objective)
            let held = try Samples.labelled(100, seed: 8, objective: objective)
            let parameters = try BoosterParameters(
                objective: objective,
                baseScore: 0.5,
                learningRate: 0.5,
                rounds: 60,
                earlyStoppingRounds: 4,
                minChildWeight: 1,
                seed: 2
            )
            let stopped = try Booster.train(data, validation: held, parameters: parameters)
            let rounds = try #require(stopped.bestIteration) + 1
            let refit = try Booster.train(data, parameters: parameters.refitting(rounds: rounds))
            #expect(refit.forest == stopped.forest)
        }
    }

    @Test("weights stand for repeated rows")
    func weights() throws {
        let data = try Samples.labelled(120, seed: 9, objective: .squaredError)
        let twice = try data.selecting(Array(0..<120) + Array(0..<60))
        let weighted = try LabelledRows(
            rows: data.rows,
            labels: data.labels,
            weights: (0..<120).map { $0 < 60 ? 2 : 1 }
        )
        let parameters = try BoosterParameters(
            objective: .squaredError,
            baseScore: 0,
            rounds: 5,
            subsample: 1,
            columnSample: 1
        )
        let heavy = try Booster.train(weighted, parameters: parameters).predict(data.rows)
        let repeated = try Booster.train(twice, parameters: parameters).predict(data.rows)
        let plain = try Booster.train(data, parameters: parameters).predict(data.rows)
        let distance = Self.distance(heavy, repeated)
        #expect(distance < 0.05)
        #expect(Self.distance(heavy, plain) > distance)
    }

    private static func distance(_ one: [Float], _ other: [Float]) -> Float {
        zip(one, other).reduce(0) { $0 + abs($1.0 - $1.1) } / Float(one.count)
    }

    /// The metric of early stopping, from the definitions.
    private static func loss(_ model: TrainedBooster, _ held: LabelledRows) throws -> Double {
        let pairs = zip(try model.predict(held.rows), held.labels).map { (Double($0), Double($1)) }
        let count = Double(pairs.count)
        switch model.objective {
        case .absoluteError: return pairs.reduce(0) { $0 + abs($1.0 - $1.1) } / count
        case .squaredError:
            return (pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / count).squareRoot()
        case .logistic: return pairs.reduce(0) { $0 - log($1.1 == 1 ? $1.0 : 1 - $1.0) } / count
        }
    }
}
