import Events
import Scores
import Testing

@Suite("Base score")
struct BaseScorerTests {
    @Test(
        "Event types have the points that the project was given",
        arguments: [
            (EventType.fdaApproval, 85.0), (.fdaRejection, 80), (.fdaCompleteResponse, 75), (.fdaAdcom, 75),
            (.fdaSafetyAlert, 70), (.merger, 85), (.acquisition, 85), (.divestiture, 70),
            (.guidanceRaise, 75),
            (.guidanceLower, 75), (.guidanceWithdraw, 80), (.earningsRelease, 70), (.sec8K, 65),
            (.sec10K, 55),
            (.sec10Q, 50), (.secS1, 70), (.sec13D, 75), (.sec13G, 60), (.secDEF14A, 55), (.productLaunch, 65),
            (.productRecall, 80), (.productDelay, 70), (.investigation, 75), (.lawsuit, 65),
            (.executiveChange, 60), (.restructuring, 65), (.pressRelease, 50),
        ]
    )
    func typePoints(_ type: EventType, _ points: Double) {
        let score = Example.scorer.score(Example.event(type), context: Example.plainContext)
        #expect(score.score.value == points)
        #expect(score.points(of: .eventType) == points)
    }

    @Test("Every event type has a score and a direction", arguments: EventType.allCases)
    func totalOverTypes(_ type: EventType) {
        let score = Example.scorer.score(Example.event(type))
        #expect(score.score.value > 0)
        #expect(score.breakdown.allSatisfy { !$0.why.isEmpty && !$0.id.isEmpty })
        #expect(!score.opinion.why.isEmpty)
    }

    @Test(
        "8-K items refine the points",
        arguments: [
            ("2.02", 80.0), ("2.02 9.01", 80), ("2.02 7.01 9.01", 83), ("2.02 7.01 8.01", 86), ("7.01", 57),
            ("7.01 9.01", 57), ("7.01 8.01", 60), ("8.01", 52), ("5.02", 52), ("1.01", 53), ("5.07", 50),
            ("9.01", 60), ("1.03", 90), ("4.02", 70), ("5.01", 65), ("1.05", 58), ("2.05", 57),
            ("2.06", 57), ("3.01", 58), ("2.01", 55), ("3.03", 59), ("1.01 2.03", 53), ("12", 70),
            ("12 7", 70), ("9", 54), ("5", 52), ("7", 52), ("5 7", 52), ("", 65), ("4.09", 65),
        ]
    )
    func itemPoints(_ numbers: String, _ points: Double) {
        let items = numbers.split(separator: " ").map(String.init)
        let score = Example.scorer.score(Example.event(.sec8K, items: items), context: Example.plainContext)
        #expect(score.score.value == points)
    }

    @Test("The order of items does not matter")
    func itemOrder() {
        let forward = Example.scorer.score(Example.filing("1.01", "2.03", "7.01", "8.01", "9.01"))
        let backward = Example.scorer.score(Example.filing("9.01", "8.01", "7.01", "2.03", "1.01"))
        #expect(forward.score == backward.score)
    }

    @Test("Items of other event types are not 8-K items")
    func itemsOnlyOn8K() {
        let score = Example.scorer.score(
            Example.event(.sec10K, items: ["2.02"]),
            context: Example.plainContext
        )
        #expect(score.score.value == 55)
    }

    struct Circumstance: Sendable {
        let event: MarketEvent
        let context: ScoringContext
        let score: Double
        let factor: String
    }

    static let circumstances: [Circumstance] = {
        func plain(_ change: (inout ScoringContext) -> Void) -> ScoringContext {
            var context = Example.plainContext
            change(&context)
            return context
        }
        let filing = Example.filing("8.01")
        return [
            Circumstance(
                event: Example.event(.fdaRejection),
                context: plain { $0.sector = .pharmaBiotech },
                score: 96,
                factor: "sector:fda_in_pharma_biotech"
            ),
            Circumstance(
                event: Example.event(.fdaApproval),
                context: plain { $0.sector = .pharmaBiotech },
                score: 100,
                factor: "sector:fda_in_pharma_biotech"
            ),
            Circumstance(
                event: Example.event(.productLaunch),
                context: plain { $0.sector = .technology },
                score: 71.5,
                factor: "sector:product_launch_in_technology"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.sizeClass = .small },
                score: 59.8,
                factor: "size:small"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.sizeClass = .large },
                score: 49.4,
                factor: "size:large"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.earningsWithinFiveDays = true },
                score: 50,
                factor: "context:earnings_within_five_days"
            ),
            Circumstance(
                event: Example.filing("2.02"),
                context: plain { $0.earningsWithinFiveDays = true },
                score: 60,
                factor: "context:earnings_again_within_five_days"
            ),
            Circumstance(
                event: Example.event(.earningsRelease),
                context: plain { $0.earningsWithinFiveDays = true },
                score: 50,
                factor: "context:earnings_again_within_five_days"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.earningsDueWithinFiveDays = true },
                score: 58,
                factor: "context:earnings_due_within_five_days"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.isDuplicate = true },
                score: 47,
                factor: "context:duplicate"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.volatilityRegime = .high },
                score: 60,
                factor: "context:volatility_high"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.volatilityRegime = .low },
                score: 50,
                factor: "context:volatility_low"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.session = .beforeOpen },
                score: 53,
                factor: "context:session_before_open"
            ),
            Circumstance(
                event: filing,
                context: plain { $0.session = .regular },
                score: 50,
                factor: "context:session_regular"
            ),
        ]
    }()

    @Test("Circumstances change the score and leave a factor", arguments: circumstances.indices)
    func changesScore(_ index: Int) {
        let example = Self.circumstances[index]
        let score = Example.scorer.score(example.event, context: example.context)
        #expect(abs(score.score.value - example.score) < 1e-9)
        #expect(score.breakdown.contains { $0.id == example.factor })
    }

    @Test("Earnings that are due change nothing for earnings themselves")
    func earningsAreNotDueToThemselves() {
        var context = Example.plainContext
        context.earningsDueWithinFiveDays = true
        var unknown = Example.plainContext
        unknown.earningsDueWithinFiveDays = nil
        for event in [Example.event(.earningsRelease), Example.filing("2.02", "9.01"), Example.filing("12")] {
            let plain = Example.scorer.score(event, context: Example.plainContext)
            #expect(Example.scorer.score(event, context: context) == plain)
            #expect(Example.scorer.score(event, context: unknown) == plain)
        }
    }

    @Test("An unknown circumstance adds nothing and the notes say so")
    func unknownContext() {
        let unknown = Example.scorer.score(Example.filing("8.01"))
        let plain = Example.scorer.score(Example.filing("8.01"), context: Example.plainContext)
        #expect(unknown.score == plain.score)
        #expect(unknown.breakdown == plain.breakdown)
        #expect(plain.notes.isEmpty)
        #expect(unknown.notes.count == 7)
        for word in [
            "sector", "size", "earnings came out", "earnings were due", "repeats", "volatility",
            "time of day",
        ] {
            #expect(unknown.notes.contains { $0.contains(word) && $0.contains("unknown") }, "\(word)")
        }
    }

    @Test("Unknown items are named in the notes")
    func unknownItems() {
        let odd = Example.scorer.score(Example.filing("4.09", "8.01"), context: Example.plainContext)
        #expect(odd.notes == ["Item 4.09 has no rule, so it adds no points."])
        let none = Example.scorer.score(Example.filing(), context: Example.plainContext)
        #expect(none.notes == ["The filing's items are unknown, so no item adds points."])
    }

    @Test("A sum outside the scale is brought back by a factor of its own")
    func clampFactor() {
        var context = Example.plainContext
        context.sector = .pharmaBiotech
        context.sizeClass = .small
        let score = Example.scorer.score(Example.event(.fdaApproval), context: context)
        #expect(score.score.value == 100)
        #expect(score.breakdown.map(\.id).last == "clamp")
        #expect(abs(score.points(of: .clamp) - (100 - 85 * 1.2 * 1.15)) < 1e-9)
    }

    @Test("The points of a breakdown add up to the score")
    func breakdownAddsUp() {
        var generator = SeededGenerator(seed: 3)
        let itemPool = [
            "1.01", "1.03", "2.02", "2.03", "4.02", "5.02", "7.01", "8.01", "9.01", "12", "5", "7.77",
        ]
        for _ in 0..<3000 {
            let type = EventType.allCases.randomElement(using: &generator) ?? .sec8K
            let items = itemPool.filter { _ in Bool.random(using: &generator) }
            let context = ScoringContext(
                sector: (Sector.allCases + [nil]).randomElement(using: &generator) ?? nil,
                sizeClass: (SizeClass.allCases + [nil]).randomElement(using: &generator) ?? nil,
                earningsWithinFiveDays: [true, false, nil].randomElement(using: &generator) ?? nil,
                earningsDueWithinFiveDays: [true, false, nil].randomElement(using: &generator) ?? nil,
                isDuplicate: [true, false, nil].randomElement(using: &generator) ?? nil,
                volatilityRegime: (VolatilityRegime.allCases + [nil]).randomElement(using: &generator) ?? nil,
                session: (SessionOfDay.allCases + [nil]).randomElement(using: &generator) ?? nil
            )
            let event = Example.event(type, items: items)
            let score = Example.scorer.score(event, context: context)
            let sum = score.breakdown.reduce(0) { $0 + $1.points }
            #expect(abs(sum - score.score.value) < 1e-9)
            #expect(Set(score.breakdown.map(\.id)).count == score.breakdown.count)
            #expect(score == Example.scorer.score(event, context: context))
        }
    }

    @Test("A score names the rules that made it")
    func scoreNamesRules() {
        #expect(Example.scorer.score(Example.filing("8.01")).rulesVersion == Example.rules.version)
    }
}
