import Events
import Foundation
import Scores
import Testing

@Suite("Rule direction")
struct RuleDirectionTests {
    struct Case: Sendable {
        let event: MarketEvent
        let direction: RuleDirection
        let confidence: Double
        let why: String

        init(_ event: MarketEvent, _ direction: RuleDirection, _ confidence: Double, _ why: String) {
            self.event = event
            self.direction = direction
            self.confidence = confidence
            self.why = why
        }
    }

    private static func earnings(
        _ estimate: Double?,
        _ actual: Double?,
        _ surprise: Double? = nil
    ) -> MarketEvent {
        Example.event(
            .earningsRelease,
            facts: EventFacts(epsEstimate: estimate, epsActual: actual, surprisePercent: surprise)
        )
    }

    private static func decision(_ text: String) -> MarketEvent {
        Example.event(.fdaAdcom, facts: EventFacts(decision: text))
    }

    static let cases: [Case] = [
        Case(earnings(1, 1.1), .positive, 0.56, "above the estimate"),
        Case(earnings(1, 0.9), .negative, 0.74, "below the estimate"),
        Case(earnings(1, 1.005), .neutral, 0.5, "in line"),
        Case(earnings(1, 1), .neutral, 0.5, "in line"),
        Case(earnings(-1, -0.5), .positive, 0.56, "above the estimate"),
        Case(earnings(-1, -1.5), .negative, 0.74, "below the estimate"),
        Case(earnings(0, 0.01), .positive, 0.56, "above the estimate"),
        Case(earnings(0, 0), .neutral, 0.5, "in line"),
        Case(earnings(nil, nil, 4), .positive, 0.56, "above the estimate"),
        Case(earnings(nil, nil, -4), .negative, 0.74, "below the estimate"),
        Case(earnings(1, .nan), .uncertain, 0.5, "Event type Earnings release"),
        Case(earnings(nil, 1), .uncertain, 0.5, "Event type Earnings release"),
        Case(decision("Approved"), .positive, 0.6, "approv"),
        Case(decision("NOT APPROVED in this form"), .negative, 0.75, "not approved"),
        Case(decision("Complete Response Letter"), .negative, 0.75, "complete response"),
        Case(decision("Tentative approval"), .uncertain, 0.5, "tentative"),
        Case(decision("no idea"), .uncertain, 0.5, "Event type FDA advisory committee"),
        Case(Example.event(.fdaApproval), .positive, 0.6, "Event type FDA approval"),
        Case(Example.event(.fdaRejection), .negative, 0.75, "Event type FDA rejection"),
        Case(Example.event(.guidanceRaise), .positive, 0.65, "Guidance raised"),
        Case(Example.event(.guidanceLower), .negative, 0.7, "Guidance lowered"),
        Case(Example.event(.merger), .uncertain, 0.5, "Merger"),
        Case(Example.event(.dividend), .neutral, 0.5, "Dividend"),
        Case(Example.filing("1.03", "8.01"), .negative, 0.85, "Item 1.03"),
        Case(Example.filing("2.06", "4.02"), .negative, 0.7, "Item 4.02"),
        Case(Example.filing("5.07", "9.01"), .neutral, 0.5, "Item 5.07"),
        Case(Example.filing("8.01", "9.01"), .uncertain, 0.5, "Event type 8-K current report"),
        Case(Example.filing(), .uncertain, 0.5, "Event type 8-K current report"),
        Case(Example.event(.sec10K, items: ["1.03"]), .uncertain, 0.5, "Event type 10-K annual report"),
    ]

    @Test("Facts come before items, items before the type", arguments: cases.indices)
    func directions(_ index: Int) {
        let example = Self.cases[index]
        let opinion = Example.scorer.score(example.event).opinion
        #expect(opinion.direction == example.direction)
        #expect(opinion.confidence.value == example.confidence)
        #expect(opinion.why.contains(example.why), "\(opinion.why)")
    }

    @Test("Items that point both ways are uncertain")
    func conflict() throws {
        let yaml = ScoringRules.standardYAML.replacingOccurrences(
            of: "changed rights of holders\n    {points: -6,",
            with: "changed rights of holders\n    {points: -6, direction: positive, confidence: 0.7,"
        )
        let scorer = BaseScorer(rules: try ScoringRules(yaml: yaml))
        #expect(scorer.score(Example.filing("3.03")).opinion.direction == .positive)
        #expect(scorer.score(Example.filing("3.01", "3.03")).opinion.direction == .uncertain)
    }

    @Test("D6: neutral and uncertain are never down")
    func neutralIsNotDown() {
        for direction in [RuleDirection.neutral, .uncertain] {
            #expect(DirectionForecast(rules: direction).direction != .down)
            #expect(DirectionForecast(rules: direction).direction != .up)
        }
    }

    @Test("D9: a rule's confidence is a probability of its side", arguments: EventType.allCases)
    func confidenceIsProbability(_ type: EventType) {
        let opinion = Example.scorer.score(Example.event(type)).opinion
        switch opinion.direction {
        case .positive, .negative: #expect((0.5...1).contains(opinion.confidence.value))
        case .neutral, .uncertain: #expect(opinion.confidence == .half)
        }
    }
}
