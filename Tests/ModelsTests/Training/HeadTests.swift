import Boosting
import Features
import Market
import Testing

@testable import Models

@Suite
struct HeadTests {
    private func work(
        _ world: SyntheticWorld,
        _ configuration: TrainingConfiguration = .quick
    ) throws -> CellWork {
        try CellWork(
            cell: Cell(family: nil, horizon: world.horizon),
            data: try world.dataset(),
            configuration: configuration
        )
    }

    // MARK: - Labels

    @Test
    func labelsAreImpactSharesAndSides() throws {
        let (source, features) = SyntheticWorld(events: 4).rows()
        var rows = source
        rows[0].realizedImpact = nil
        rows[1].direction = 0
        rows[2].abnormalReturn = -0.01
        rows[3].abnormalReturn = 0.01
        let dense = try DenseRows(columns: features.names, values: features.values)
        let magnitude = HeadData(head: .magnitude, rows: dense, data: rows)
        #expect(magnitude.usable == [false, true, true, true])
        #expect(abs(Double(magnitude.labels[1]) - (rows[1].realizedImpact ?? 0) / 100) < 1e-6)
        let direction = HeadData(head: .direction, rows: dense, data: rows)
        #expect(direction.usable == [true, false, true, true])
        #expect(direction.labels[2] == 0 && direction.labels[3] == 1)
    }

    @Test
    func constantsAreMediansAndSharesOffTheEnds() throws {
        let rows = try DenseRows(columns: ["a"], values: [0, 0, 0, 0])
        let magnitude = HeadData(
            head: .magnitude,
            rows: rows,
            labels: [0.2, 0.9, 0.4, 0.6],
            usable: [true, true, true, true]
        )
        #expect(abs(magnitude.constant([0, 1, 2, 3]) - 0.5) < 1e-6)
        #expect(abs(magnitude.constant([0, 1, 2]) - 0.4) < 1e-6)
        #expect(abs(magnitude.constantLoss(0.5, on: [0, 1, 2, 3]) - 0.225) < 1e-6)
        let direction = HeadData(
            head: .direction,
            rows: rows,
            labels: [1, 1, 1, 0],
            usable: [true, true, true, true]
        )
        #expect(direction.constant([0, 1, 2, 3]) == 0.7)
        #expect(direction.constant([0, 1]) == 2.5 / 3)
        #expect(abs(direction.constantLoss(0.5, on: [0, 3]) - 0.6931472) < 1e-6)
    }

    // MARK: - Training

    @Test
    func anEffectGrowsTrees() throws {
        let work = try work(SyntheticWorld(seed: 1, events: 900, magnitudeEffect: 25, directionEffect: 1))
        let part = Array(0..<700)
        for head in Head.allCases {
            let trained = try work.trainer(head).train(on: part, keepsSliceAnswers: true)
            #expect(trained.status == .trained)
            #expect(trained.rounds > 0 && trained.rounds <= 50)
            #expect(trained.booster?.isConstant == false)
            #expect(trained.sliceRows.count == trained.sliceAnswers.count)
            #expect(Set(trained.sliceRows).isSubset(of: part))
            #expect((trained.spread != nil) == (head == .direction))
        }
    }

    @Test
    func withoutEffectTheHeadIsUsuallyConstant() throws {
        let constants = try (UInt64(1)...6).count { seed in
            let work = try work(SyntheticWorld(seed: seed, events: 600))
            return try work.trainer(.direction).train(on: Array(0..<500)).status == .constant
        }
        #expect(constants >= 2)
    }

    @Test
    func fewRowsAreNotTrained() throws {
        let work = try work(SyntheticWorld(seed: 1, events: 200))
        let few = try work.trainer(.magnitude).train(on: Array(0..<40))
        #expect(few.status == .tooFewRows && few.booster == nil)
        let some = try work.trainer(.magnitude).train(on: Array(0..<80))
        #expect(some.status == .trained)
        #expect(some.rounds == HeadParameters().fixedRounds && some.sliceRows.isEmpty)
    }

    @Test
    func oneLabelIsNotTrained() throws {
        let world = SyntheticWorld(seed: 1, events: 300)
        let (source, features) = world.rows()
        var rows = source
        for index in rows.indices {
            rows[index].abnormalReturn = 0.02
            rows[index].direction = 1
        }
        let data = try Dataset(
            horizon: world.horizon,
            rows: rows,
            features: features,
            featureSetVersion: "f",
            labelVersion: "1"
        )
        let work = try CellWork(
            cell: Cell(family: nil, horizon: world.horizon),
            data: data,
            configuration: .quick
        )
        #expect(try work.trainer(.direction).train(on: Array(0..<300)).status == .tooFewRows)
    }

    @Test
    func theBetterCandidateIsChosenOnTheSlices() throws {
        var configuration = TrainingConfiguration.quick
        let poor = HeadParameters(depth: 2, learningRate: 0.001, maximumRounds: 3, buckets: 32)
        let good = HeadParameters(learningRate: 0.1, maximumRounds: 50, buckets: 32)
        configuration.magnitude = [poor, good]
        let work = try work(SyntheticWorld(seed: 1, events: 700, magnitudeEffect: 25), configuration)
        #expect(try work.trainer(.magnitude).train(on: Array(0..<600)).parameters == good)
    }

    @Test
    func retrainingKeepsTheChoice() throws {
        let work = try work(SyntheticWorld(seed: 1, events: 700, magnitudeEffect: 25))
        let trainer = work.trainer(.magnitude)
        let first = try trainer.train(on: Array(0..<500))
        let second = try trainer.retrain(first, on: Array(0..<700))
        #expect(second.rounds == first.rounds && second.parameters == first.parameters)
        #expect(second.rowCount == 700 && first.rowCount == 500)
        #expect(second.booster?.model != first.booster?.model)
    }

    /// The choice of trees looks at nothing outside the part that it was given.
    @Test
    func rowsOutsideThePartDoNotMatter() throws {
        let world = SyntheticWorld(seed: 2, events: 600, magnitudeEffect: 20)
        let part = Array(0..<400)
        let plain = try work(world).trainer(.magnitude).train(on: part)
        let data = try world.dataset()
        var rows = data.rows
        for index in 400..<600 { rows[index].realizedImpact = 3 }
        let changed = try Dataset(
            horizon: world.horizon,
            rows: rows,
            features: data.features,
            featureSetVersion: "fs-test",
            labelVersion: "1"
        )
        let other = try CellWork(
            cell: Cell(family: nil, horizon: world.horizon),
            data: changed,
            configuration: .quick
        )
        #expect(try other.trainer(.magnitude).train(on: part).booster?.model == plain.booster?.model)
    }

    @Test
    func parametersReachTheBooster() throws {
        let parameters = HeadParameters(
            depth: 4,
            learningRate: 0.03,
            minimumLeafRows: 20,
            penalty: 8,
            buckets: 48
        )
        let magnitude = try parameters.boosterParameters(head: .magnitude, baseScore: 0.5, rounds: 7, seed: 3)
        #expect(magnitude.objective == .absoluteError && magnitude.depth == 4 && magnitude.rounds == 7)
        #expect(magnitude.minChildWeight == 20 && magnitude.lambda == 8 && magnitude.maxBins == 48)
        #expect(magnitude.seed == 3 && magnitude.threads == 1)
        let direction = try parameters.boosterParameters(head: .direction, baseScore: 0.5, rounds: 7, seed: 3)
        #expect(direction.objective == .logistic && direction.minChildWeight == 5 && direction.lambda == 2)
    }

    // MARK: - Medians

    @Test
    func groupMediansFallBackToTheWhole() throws {
        var rows = try SyntheticWorld(events: 60).dataset().rows
        for index in rows.indices {
            rows[index].itemGroup = index < 9 ? "rare" : "common"
            rows[index].realizedImpact = index < 9 ? 99 : Double(index)
        }
        let medians = GroupMedians(rows: rows, part: Array(rows.indices))
        #expect(medians.median(of: "common") == 34)
        #expect(medians.median(of: "rare") == medians.overall)
        #expect(medians.median(of: "never seen") == medians.overall)
        let part = GroupMedians(rows: rows, part: Array(40..<60))
        #expect(part.median(of: "common") == 49.5)
        #expect(GroupMedians(rows: rows, part: []).overall == 50)
    }
}
