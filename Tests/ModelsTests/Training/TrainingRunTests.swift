import Events
import Features
import Foundation
import Market
import Models
import Statistics
import Testing

@Suite
struct TrainingRunTests {
    private func train(_ worlds: SyntheticWorld..., threads: Int = 2) throws -> [CellResult] {
        TrainingRun.train(
            datasets: try worlds.map { try $0.dataset() },
            configuration: .quick,
            threads: threads
        )
    }

    // MARK: - Planted and null

    @Test(arguments: [UInt64(1), 2])
    func aPlantedEffectIsLearntAndPromoted(seed: UInt64) throws {
        let world = SyntheticWorld(
            seed: seed,
            events: 1_200,
            magnitudeEffect: 25,
            directionEffect: 1.2,
            directionColumn: "eps_surprise"
        )
        let results = try train(world)
        #expect(results.map(\.cell.key) == ["sec_8k/5d", "global/5d"])
        for result in results {
            #expect(result.decision.passed, "\(result.decision.reason)")
            #expect(result.decision.usableHeads == [.magnitude, .direction])
            #expect(result.weight > 0.3 && result.weight < 1)
            let figures = try #require(result.evaluation.walkForward)
            #expect((figures.impactError ?? 99) < (figures.baseScoreError ?? 0))
            #expect((figures.directionAccuracy ?? 0) > 0.55)
            #expect((figures.brier ?? 1) < (figures.baseRateBrier ?? 0))
            let lockBox = try #require(result.evaluation.lockBox)
            #expect(lockBox.events > 150)
            #expect((lockBox.impactError ?? 99) < (lockBox.baseScoreError ?? 0))
        }
    }

    @Test(arguments: [UInt64(11), 12, 13, 14, 15, 16])
    func dataWithoutEffectAreRefused(seed: UInt64) throws {
        for result in try train(SyntheticWorld(seed: seed, events: 500)) {
            #expect(!result.decision.passed, "\(result.decision.reason)")
            #expect(result.weight == 0)
            #expect(!result.decision.refusals.isEmpty)
            #expect(result.decision.magnitude.refusals.allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test
    func aMagnitudeEffectAloneLeavesTheDirectionRefused() throws {
        let result = try #require(
            try train(SyntheticWorld(seed: 5, events: 1_000, magnitudeEffect: 25)).first
        )
        #expect(result.decision.passed)
        #expect(result.decision.usableHeads == [.magnitude])
        #expect(!result.decision.direction.refusals.isEmpty)
    }

    /// Prices without effect, rules at the wrong level: a constant beats the base score, and that is no skill.
    @Test(arguments: [UInt64(21), 22, 23])
    func aBaseScoreAtTheWrongLevelPromotesNothing(seed: UInt64) throws {
        for result in try train(SyntheticWorld(seed: seed, events: 500, baseScore: 80)) {
            #expect(!result.decision.passed, "\(result.decision.reason)")
            #expect(result.weight == 0)
        }
    }

    /// Holm's family is every slot of the data, whichever of them a run is asked for.
    @Test
    func askingForOneSlotKeepsTheBar() throws {
        let data = try SyntheticWorld(seed: 9, events: 600, families: [.sec8K, .merger], magnitudeEffect: 20)
            .dataset()
        let cell = Cell(family: .sec8K, horizon: .fiveDay)
        let alone = try #require(
            TrainingRun.train(datasets: [data], cells: [cell], configuration: .quick).first
        )
        let among = try #require(
            TrainingRun.train(datasets: [data], configuration: .quick).first { $0.cell == cell }
        )
        #expect(alone.evaluation.comparisons == 3 && among.evaluation.comparisons == 3)
        let p = try #require(alone.decision.magnitude.againstBaseline)
        #expect(p.adjustedP > p.pValue)
        #expect(p.adjustedP >= among.decision.magnitude.againstBaseline?.adjustedP ?? 1)
    }

    // MARK: - Too little

    @Test
    func tooFewEventsOrCompaniesTrainNothing() throws {
        let small = try #require(try train(SyntheticWorld(events: 45)).first)
        #expect(small.evidence == .none && small.artefact == nil && small.predictions.isEmpty)
        #expect(small.decision.refusals.map(\.code) == [.insufficientData])
        #expect(small.decision.reason.contains("45 labelled events of"))
        #expect(small.decision.reason.contains("5 events and 0 companies are missing"))
        let narrow = try #require(try train(SyntheticWorld(events: 400, companies: 9)).first)
        #expect(narrow.decision.reason.contains("0 events and 1 companies are missing"))
        let experimental = try #require(try train(SyntheticWorld(events: 120, companies: 12)).first)
        #expect(experimental.evidence == .experimental)
        #expect(experimental.decision.refusals.map(\.code).contains(.insufficientData))
    }

    /// D16: features that never vary give no split; the model says so and is refused.
    @Test
    func aConstantModelIsReportedAndRefused() throws {
        let world = SyntheticWorld(seed: 2, events: 400)
        let (rows, features) = world.rows()
        let flat = FeatureMatrixOf.constant(names: features.names, rows: rows.count)
        let data = try Dataset(
            horizon: world.horizon,
            rows: rows,
            features: flat,
            featureSetVersion: "fs-test",
            labelVersion: "1"
        )
        for result in TrainingRun.train(datasets: [data], configuration: .quick) {
            #expect(!result.decision.passed)
            #expect(result.evaluation.magnitudeStatus == .constant)
            #expect(result.evaluation.directionStatus == .constant)
            #expect(result.decision.magnitude.refusals.map(\.code) == [.constantModel])
            #expect(result.decision.direction.refusals.map(\.code) == [.constantModel])
            let artefact = try #require(result.artefact)
            #expect(artefact.magnitudeModel == nil && artefact.directionModel == nil)
        }
    }

    // MARK: - Champions

    @Test
    func theSameProcedureDoesNotBeatItself() throws {
        let data = try SyntheticWorld(seed: 1, events: 900, magnitudeEffect: 25).dataset()
        let cell = Cell(family: nil, horizon: .fiveDay)
        let first = try #require(
            TrainingRun.train(datasets: [data], cells: [cell], configuration: .quick).first
        )
        #expect(first.decision.passed)
        func champion(_ impact: (OutOfSamplePrediction) -> Double) -> [Cell: ChampionPredictions] {
            let byEvent = first.predictions.map { prediction in
                (
                    prediction.eventID,
                    ChampionPredictions.Prediction(impact: impact(prediction), probabilityUp: nil)
                )
            }
            return [
                cell: ChampionPredictions(
                    modelID: "m",
                    usableHeads: [.magnitude],
                    byEvent: Dictionary(uniqueKeysWithValues: byEvent)
                )
            ]
        }
        func retrain(_ champions: [Cell: ChampionPredictions]) throws -> GateDecision {
            try #require(
                TrainingRun.train(
                    datasets: [data],
                    cells: [cell],
                    configuration: .quick,
                    champions: champions
                )
                .first
            ).decision
        }
        let same = try retrain(champion(\.predictedImpact))
        #expect(!same.passed && same.magnitude.passed)
        #expect(same.refusals.map(\.code).contains(.notBetterThanChampion))
        let worse = try retrain(champion { _ in 20 })
        #expect(worse.passed && worse.magnitude.beatsChampion == true)
        let outcomes = Dictionary(
            uniqueKeysWithValues: data.rows.map { ($0.eventID, $0.realizedImpact ?? 0) }
        )
        let oracle = try retrain(champion { outcomes[$0.eventID] ?? 0 })
        #expect(oracle.refusals.map(\.code).contains(.worseThanChampion))
    }

    // MARK: - Determinism

    @Test
    func sameDataGiveTheSameBytes() throws {
        let world = SyntheticWorld(
            seed: 3,
            events: 500,
            families: [.sec8K, .merger],
            magnitudeEffect: 20,
            directionEffect: 0.5
        )
        let first = try train(world, threads: 1)
        let (rows, features) = world.rows()
        var random = RandomStream(seed: 8)
        var shuffled = rows
        random.permute(&shuffled)
        let data = try Dataset(
            horizon: world.horizon,
            rows: shuffled,
            features: features,
            featureSetVersion: "fs-test",
            labelVersion: "1"
        )
        let second = TrainingRun.train(datasets: [data], configuration: .quick, threads: 2)
        #expect(first.count == 3 && second.count == 3)
        for (left, right) in zip(first, second) {
            #expect(left.cell == right.cell)
            #expect(left.dataHash == right.dataHash)
            #expect(left.predictions == right.predictions)
            #expect(left.evaluation == right.evaluation)
            #expect(try left.artefact?.encoded() == right.artefact?.encoded())
        }
    }

    @Test
    func anotherSeedGivesAnotherModel() throws {
        let data = try SyntheticWorld(seed: 3, events: 400, magnitudeEffect: 20).dataset()
        var other = TrainingConfiguration.quick
        other.seed += 1
        let bytes = try [TrainingConfiguration.quick, other].map { configuration in
            try TrainingRun.train(
                datasets: [data],
                cells: [Cell(family: nil, horizon: .fiveDay)],
                configuration: configuration
            )
            .first?.artefact?.encoded()
        }
        #expect(bytes[0] != bytes[1])
        #expect(TrainingConfiguration.quick.fingerprint != other.fingerprint)
        #expect(TrainingConfiguration.quick.fingerprint == TrainingConfiguration.quick.fingerprint)
    }

    @Test
    func progressEndsAtItsTotal() throws {
        let seen = Seen()
        _ = TrainingRun.train(
            datasets: [try SyntheticWorld(events: 200).dataset()],
            configuration: .quick,
            progress: { seen.add($0) }
        )
        let all = seen.all
        #expect(all.count == all.first?.total)
        #expect(Set(all.map(\.done)) == Set(1...all.count))
    }
}
