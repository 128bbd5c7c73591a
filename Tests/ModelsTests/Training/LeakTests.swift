import Market
import Models
import Testing

/// What happens after a test block may not change what was predicted for it.
@Suite
struct LeakTests {
    @Test
    func laterOutcomesChangeNoEarlierPrediction() throws {
        let world = SyntheticWorld(
            seed: 6,
            events: 500,
            magnitudeEffect: 20,
            directionEffect: 0.6,
            amendments: 0.1
        )
        let data = try world.dataset()
        let plan = WalkForwardPlan(rows: data.rows, policy: TrainingConfiguration.quick.policy)
        let cut = try #require(plan.folds.dropFirst(2).first).testStartSession
        let cell = Cell(family: nil, horizon: world.horizon)

        var (rows, features) = world.rows()
        for index in rows.indices where rows[index].outcomeSession >= cut {
            rows[index].abnormalReturn = -rows[index].abnormalReturn
            rows[index].direction = -rows[index].direction
            rows[index].realizedImpact = rows[index].realizedImpact.map { 100 - $0 }
        }
        let changed = try Dataset(
            horizon: world.horizon,
            rows: rows,
            features: features,
            featureSetVersion: "fs-test",
            labelVersion: "1"
        )
        func predictions(_ data: Dataset) throws -> [OutOfSamplePrediction] {
            try #require(TrainingRun.train(datasets: [data], cells: [cell], configuration: .quick).first)
                .predictions.filter { $0.kind == .walkForward && $0.fold <= 2 }
        }
        let before = try predictions(data)
        let after = try predictions(changed)
        #expect(before.count > 100)
        #expect(before == after)
    }

    @Test
    func everyWalkForwardEventIsPredictedOnce() throws {
        let data = try SyntheticWorld(seed: 6, events: 400).dataset()
        let result = try #require(TrainingRun.train(datasets: [data], configuration: .quick).last)
        let plan = WalkForwardPlan(rows: data.rows, policy: TrainingConfiguration.quick.policy)
        let expected = plan.folds.flatMap(\.test).sorted().map { data.rows[$0].eventID }
        #expect(
            result.predictions.filter { $0.kind == .walkForward }.map(\.eventID).sorted() == expected.sorted()
        )
        #expect(Set(result.predictions.map(\.eventID)).count == result.predictions.count)
        let lockBox = try #require(plan.lockBox)
        #expect(result.predictions.filter { $0.kind == .lockBox }.count == lockBox.test.count)
    }
}
