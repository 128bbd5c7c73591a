import Features
import Market
import Testing

@testable import Models

@Suite
struct HeadExaminerTests {
    /// Evidence about a head of a quick training on a world.
    private func evidence(
        _ world: SyntheticWorld,
        _ head: Head,
        canaries: [CanaryResult] = [],
        status: HeadStatus = .trained,
        champion: ChampionPredictions? = nil
    ) throws -> HeadEvidence {
        let work = try CellWork(
            cell: Cell(family: nil, horizon: world.horizon),
            data: try world.dataset(),
            configuration: .quick
        )
        let folds = try work.plan.folds.map { try work.answer($0) }
        return try HeadExaminer(
            work: work,
            head: head,
            assembly: try CellAssembly(work, folds: folds, lockBox: nil),
            status: status,
            champion: champion,
            canaries: canaries,
            comparisons: 4
        ).evidence()
    }

    private static let planted = SyntheticWorld(
        seed: 1,
        events: 700,
        magnitudeEffect: 25,
        directionEffect: 1.2
    )

    @Test
    func skillIsMeasuredOnEveryWalkForwardEvent() throws {
        let evidence = try evidence(Self.planted, .magnitude)
        let plan = WalkForwardPlan(
            rows: try Self.planted.dataset().rows,
            policy: TrainingConfiguration.quick.policy
        )
        #expect(evidence.n == plan.folds.map(\.test.count).reduce(0, +))
        let test = try #require(evidence.againstBaseline)
        #expect(test.n == evidence.n && test.meanSkill > 0 && test.lowerBound < test.meanSkill)
        #expect(abs(test.baselineLoss - test.modelLoss - test.meanSkill) < 1e-9)
        #expect(evidence.againstItemGroupMedian != nil)
        #expect(evidence.againstChampion == nil && evidence.combinedP == evidence.baselineP)
    }

    /// Accuracy above 57 % on fewer than 1,000 events needs a fact among the features.
    @Test
    func accuracyNeedsAFact() throws {
        let blind = try evidence(Self.planted, .direction)
        #expect(blind.refusals.map(\.code) == [.tooGoodToBeTrue])
        for name in ["surprise_percent", "linked_surprise_percent", "eps_surprise"] {
            var told = Self.planted
            told.directionColumn = name
            #expect(try evidence(told, .direction).refusals.isEmpty)
        }
        var streak = Self.planted
        streak.directionColumn = "surprise_streak"
        #expect(try evidence(streak, .direction).refusals.map(\.code) == [.tooGoodToBeTrue])
    }

    @Test(arguments: [
        (Canary.shuffledLabels, Head.magnitude, Head.direction, RefusalCode?.some(.canaryShuffledLabels)),
        (.plantedLeak, .magnitude, .direction, .leakDetectorFailed),
        (.tickerHash, .magnitude, .magnitude, .canaryTickerHash), (.tickerHash, .magnitude, .direction, nil),
    ])
    func canariesSpeakAgainstTheSlotOrTheirHead(
        canary: Canary,
        sung: Head,
        head: Head,
        expected: RefusalCode?
    ) throws {
        let result = CanaryResult(
            canary: canary,
            head: sung,
            passed: false,
            skill: 1,
            pValue: 0.0001,
            text: "sang"
        )
        var world = Self.planted
        world.directionColumn = "eps_surprise"
        let codes = try evidence(world, head, canaries: [result]).refusals.map(\.code)
        #expect(codes == (expected.map { [$0] } ?? []))
    }

    @Test
    func aConstantFinalHeadIsRefusedWhateverItsFoldsDid() throws {
        let evidence = try evidence(Self.planted, .magnitude, status: .constant)
        #expect(evidence.refusals.map(\.code) == [.constantModel])
    }

    @Test
    func fewOutOfSampleEventsAreNotTested() throws {
        let evidence = try evidence(SyntheticWorld(events: 110), .magnitude)
        #expect(evidence.refusals.map(\.code) == [.insufficientData])
        #expect(evidence.againstBaseline == nil && evidence.baselineP == nil && evidence.combinedP == nil)
    }

    @Test
    func onlySharedEventsCompareWithTheChampion() throws {
        let data = try Self.planted.dataset()
        let known = data.rows.suffix(400).prefix(250)
        let champion = ChampionPredictions(
            modelID: "m",
            usableHeads: [.magnitude],
            byEvent: Dictionary(
                uniqueKeysWithValues: known.map { ($0.eventID, .init(impact: 30, probabilityUp: nil)) }
            )
        )
        let evidence = try evidence(Self.planted, .magnitude, champion: champion)
        let test = try #require(evidence.againstChampion)
        #expect(test.n > 100 && test.n <= 250 && test.meanSkill > 0)
        #expect(evidence.championHasHead && (evidence.worseThanChampionP ?? 0) > 0.5)
        #expect(try !self.evidence(Self.planted, .direction, champion: champion).championHasHead)
    }
}
