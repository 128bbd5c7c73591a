import Testing

@testable import Models

@Suite
struct GateTests {
    private let policy = GatePolicy()

    private func test(_ skill: Double, p: Double, n: Int = 400) -> SkillTest {
        SkillTest(
            meanSkill: skill,
            lowerBound: skill - 1,
            pValue: p,
            adjustedP: p,
            n: n,
            companies: 30,
            days: 200,
            clustering: "day",
            baselineLoss: 28,
            modelLoss: 28 - skill,
            eventsNeeded: skill > 0 ? 700 : nil,
            minimumDetectable: 2.5
        )
    }

    private func evidence(
        _ head: Head,
        _ baseline: SkillTest?,
        median: SkillTest? = nil,
        champion: SkillTest? = nil,
        worse: Double? = nil,
        hasChampion: Bool = false,
        refusals: [Refusal] = []
    ) -> HeadEvidence {
        HeadEvidence(
            head: head,
            refusals: refusals,
            againstBaseline: baseline,
            againstChampion: champion,
            worseThanChampionP: worse,
            againstItemGroupMedian: head == .magnitude ? median ?? baseline : nil,
            championHasHead: hasChampion,
            n: baseline?.n ?? 0
        )
    }

    private var idle: HeadEvidence {
        evidence(.direction, nil, refusals: [Refusal(.constantModel, "constant")])
    }

    @Test
    func aHeadThatIsBetterBeyondChancePasses() throws {
        let decision = try #require(
            try Gate.decide([(evidence(.magnitude, test(3, p: 0.001)), idle)], policy: policy).first
        )
        #expect(decision.passed)
        #expect(decision.usableHeads == [.magnitude])
        #expect(
            decision.reason.hasPrefix(
                "magnitude: saves 3 impact points, at least 2, 3 against item-group medians, at least 2, on 400 events"
            )
        )
        #expect(decision.direction.refusals.map(\.code) == [.constantModel])
    }

    /// D11: one good comparison among many slots is no reason to promote.
    @Test
    func holmCountsAllSlots() throws {
        let lucky = evidence(.magnitude, test(3, p: 0.02))
        let alone = try Gate.decide([(lucky, idle)], policy: policy)
        #expect(alone.first?.passed == true)
        let others = (0..<17).map { _ in (evidence(.magnitude, test(0.1, p: 0.5)), idle) }
        let among = try Gate.decide([(lucky, idle)] + others, policy: policy)
        #expect(among.allSatisfy { !$0.passed })
        let refusal = try #require(among.first?.magnitude.refusals.first)
        #expect(refusal.code == .notSignificant)
        #expect(refusal.text.contains("adjusted p 0.36"))
        #expect(refusal.text.contains("about 300 more needed"))
        #expect(among.first?.magnitude.againstBaseline?.adjustedP == 0.36)
    }

    /// Slots that a run was not asked for count as ones that would not have passed.
    @Test(arguments: [(0, true), (1, true), (2, true), (3, false), (18, false)])
    func leavingSlotsOutDoesNotLowerTheBar(comparisons: Int, passes: Bool) throws {
        let slots = [(magnitude: evidence(.magnitude, test(3, p: 0.02)), direction: idle)]
        let decision = try Gate.decide(slots, policy: policy, comparisons: comparisons)[0]
        #expect(decision.passed == passes)
        let adjusted = try #require(decision.magnitude.againstBaseline?.adjustedP)
        #expect(abs(adjusted - min(1, 0.02 * Double(max(comparisons, 1)))) < 1e-12)
    }

    /// A base score at the wrong level is beaten by any constant; the median of the item group is not.
    @Test(
        arguments: [
            (nil, RefusalCode.constantModel), ((-0.2, 0.7), .noSkill),
            ((0.3, 0.2), .notSignificant),
        ] as [((Double, Double)?, RefusalCode)]
    )
    func beatingTheBaseScoreAloneIsNotEnough(median: (Double, Double)?, code: RefusalCode) throws {
        var head = evidence(.magnitude, test(6, p: 1e-9))
        head.againstItemGroupMedian = median.map { test($0.0, p: $0.1) }
        let decision = try Gate.decide([(head, idle)], policy: policy)[0]
        #expect(!decision.passed)
        #expect(decision.magnitude.refusals.map(\.code) == [code])
        #expect(decision.magnitude.reason.contains("median of its item group"))
        #expect(ScoreWeight.weight(of: decision.magnitude) == 0)
    }

    @Test
    func slotsThatCannotBeTestedTakeNoPart() throws {
        let small = evidence(.magnitude, nil, refusals: [Refusal(.insufficientData, "10 events")])
        let decisions = try Gate.decide(
            [(evidence(.magnitude, test(3, p: 0.02)), idle)] + (0..<10).map { _ in (small, idle) },
            policy: policy
        )
        #expect(decisions[0].passed)
        #expect(decisions[1].magnitude.refusals.map(\.code) == [.insufficientData])
    }

    @Test
    func noSkillSaysWhatWouldHaveShown() throws {
        let decision = try Gate.decide([(evidence(.magnitude, test(-0.5, p: 0.8)), idle)], policy: policy)[0]
        #expect(decision.magnitude.refusals.map(\.code) == [.noSkill])
        #expect(decision.reason.contains("a skill of 2.5 would have shown"))
    }

    /// D16: a head that answers alike for all is refused by name, and the other head stays usable.
    @Test
    func aConstantHeadIsRefusedAlone() throws {
        let decision = try Gate.decide([(evidence(.magnitude, test(3, p: 0.001)), idle)], policy: policy)[0]
        #expect(decision.passed && !decision.direction.passed)
        let mute = try Gate.decide([(evidence(.magnitude, nil), idle)], policy: policy)[0]
        #expect(mute.magnitude.refusals.map(\.code) == [.constantModel])
    }

    @Test(arguments: [
        RefusalCode.canaryShuffledLabels, .leakDetectorFailed, .canaryTickerHash, .tooGoodToBeTrue,
    ])
    func aCanaryBlocksTheBestSkill(code: RefusalCode) throws {
        let head = evidence(.magnitude, test(9, p: 1e-9), refusals: [Refusal(code, "canary")])
        let decision = try Gate.decide([(head, idle)], policy: policy)[0]
        #expect(!decision.passed)
        #expect(decision.refusals.map(\.code).contains(code))
    }

    @Test(arguments: [
        (0.0, "below 0.0001"), (1e-9, "below 0.0001"), (0.0001, "0.0001"), (0.036, "0.036"), (1, "1"),
    ])
    func noProbabilityIsZero(value: Double, text: String) {
        #expect(ReasonNumber.probability(value) == text)
    }

    // MARK: - Champions

    @Test
    func achallengerMustBeatTheChampionOnTheSameEvents() throws {
        func decide(_ champion: SkillTest?, worse: Double?) throws -> GateDecision {
            let head = evidence(
                .magnitude,
                test(3, p: 0.001),
                champion: champion,
                worse: worse,
                hasChampion: true
            )
            return try Gate.decide([(head, idle)], policy: policy)[0]
        }
        let better = try decide(test(1, p: 0.01), worse: 0.99)
        #expect(better.passed && better.magnitude.beatsChampion == true)
        let equal = try decide(test(0.1, p: 0.4), worse: 0.6)
        #expect(!equal.passed && equal.magnitude.passed && equal.magnitude.beatsChampion == false)
        #expect(equal.refusals.map(\.code).contains(.notBetterThanChampion))
        let worse = try decide(test(-1, p: 0.99), worse: 0.01)
        #expect(!worse.passed && !worse.magnitude.passed)
        #expect(worse.refusals.map(\.code).contains(.worseThanChampion))
        let unseen = try decide(nil, worse: nil)
        #expect(!unseen.passed)
    }

    @Test
    func aHeadInUseMayNotGetLost() throws {
        let better = evidence(
            .magnitude,
            test(3, p: 0.001),
            champion: test(1, p: 0.01),
            worse: 0.9,
            hasChampion: true
        )
        let lost = evidence(
            .direction,
            test(-0.01, p: 0.9),
            champion: test(-0.01, p: 0.9),
            worse: 0.1,
            hasChampion: true
        )
        let decision = try Gate.decide([(better, lost)], policy: policy)[0]
        #expect(!decision.passed)
        #expect(decision.reason.contains("the champion's direction head would be lost"))
        let kept = evidence(
            .direction,
            test(0.01, p: 0.001),
            champion: test(0, p: 0.5),
            worse: 0.5,
            hasChampion: true
        )
        #expect(try Gate.decide([(better, kept)], policy: policy)[0].passed)
    }

    // MARK: - Too good

    @Test(arguments: [
        (0.60, 500, false, true), (0.60, 500, true, false), (0.60, 1_500, false, false),
        (0.57, 500, false, false),
        (0.9, 5_000, true, true), (0.55, 60, false, false),
    ])
    func accuracyWithoutAFactIsNotBelieved(accuracy: Double, n: Int, explained: Bool, refused: Bool) {
        let text = TooGood.direction(accuracy: accuracy, n: n, explained: explained, policy: policy)
        #expect((text != nil) == refused)
    }

    @Test
    func halvingTheErrorIsNotBelieved() {
        #expect(TooGood.magnitude(modelLoss: 10, medianLoss: 25) != nil)
        #expect(TooGood.magnitude(modelLoss: 15, medianLoss: 25) == nil)
    }

    // MARK: - Weight

    @Test(arguments: [
        (0, 0.0, 0.3), (1_000, 0.0, 0.3), (1_000, 0.25, 0.65), (1_000, 0.125, 0.475), (1_000, 0.9, 0.65),
        (9_000, 0.25, 0.93),
    ])
    func weightFollowsItsFormula(events: Int, skill: Double, expected: Double) {
        #expect(abs(ScoreWeight.weight(events: events, relativeSkill: skill) - expected) < 1e-12)
    }

    @Test
    func weightGrowsAndStaysInside() {
        var last = 0.0
        for events in stride(from: 0, through: 100_000, by: 5_000) {
            let weight = ScoreWeight.weight(events: events, relativeSkill: 0.1)
            #expect(weight > last && weight < 1)
            last = weight
        }
    }

    @Test
    func aRefusedHeadHasNoWeight() throws {
        let passed = try Gate.decide([(evidence(.magnitude, test(3, p: 0.001)), idle)], policy: policy)[0]
        #expect(
            abs(ScoreWeight.weight(of: passed.magnitude) - (0.3 + 0.7 * 400 / 1_400 * (2 / 28) / 0.25))
                < 1e-12
        )
        let refused = try Gate.decide([(evidence(.magnitude, test(3, p: 0.5)), idle)], policy: policy)[0]
        #expect(ScoreWeight.weight(of: refused.magnitude) == 0)
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (0.36, "0.36"), (12.345678, "12.35"), (-0.0012345, "-0.001235"),
        (1234.56, "1235"),
        (1e-12, "0"),
    ])
    func reasonNumbersAreShort(value: Double, text: String) {
        #expect(ReasonNumber.text(value) == text)
    }
}
