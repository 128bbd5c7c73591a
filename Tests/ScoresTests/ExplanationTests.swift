import Foundation
import JSONText
import Scores
import Testing

@Suite("Explanation")
struct ExplanationTests {
    private static func factors(_ base: ImpactScore) -> [ScoreFactor] {
        [ScoreFactor(id: "event_type:x", group: .eventType, points: base.value, why: "x")]
    }

    private static func sum(_ terms: [Contribution]) -> Double { terms.reduce(0) { $0 + $1.points } }

    @Test("Hand-computed: base score 50, bias 60, two features, w = 0.5")
    func handComputed() throws {
        let base = try ImpactScore(50)
        let attribution = try ImpactAttribution(
            bias: 60,
            features: [
                FeatureContribution(feature: "volatility_20", group: "volatility", points: 12),
                FeatureContribution(feature: "eps_surprise", group: "surprise", points: -4),
            ]
        )
        let score = GuardrailedScore.applied(
            base: base,
            predictedImpact: try ImpactScore(68),
            weight: try BlendWeight(0.5)
        )
        let explanation = try Explanation(
            baseFactors: Self.factors(base),
            score: score,
            attribution: attribution
        )
        // 0.5 (60 - 50) = 5, 0.5 * 12 = 6, 0.5 * -4 = -2; together 9.
        #expect(
            explanation.contributions == [
                Contribution(feature: "model_average", group: "model_average", points: 5),
                Contribution(feature: "volatility_20", group: "volatility", points: 6),
                Contribution(feature: "eps_surprise", group: "surprise", points: -2),
            ]
        )
        #expect(
            explanation.steps.map(\.sum) == [50, 50, 56, 61, 59, 59]
        )
        #expect(explanation.steps.last?.label == Wording.adjustedScoreLabel)
    }

    @Test("Where the guardrail cuts, all terms shrink alike")
    func cut() throws {
        let base = try ImpactScore(20)
        let attribution = try ImpactAttribution(
            bias: 40,
            features: [FeatureContribution(feature: "a", group: "g", points: 40)]
        )
        let score = GuardrailedScore.applied(
            base: base,
            predictedImpact: try ImpactScore(80),
            weight: try BlendWeight(1)
        )
        let explanation = try Explanation(
            baseFactors: Self.factors(base),
            score: score,
            attribution: attribution
        )
        // Wanted 60 = 20 + 40, allowed 20: a third of each.
        #expect(abs(explanation.contributions[0].points - 20.0 / 3) < 1e-12)
        #expect(abs(explanation.contributions[1].points - 40.0 / 3) < 1e-12)
    }

    @Test("A raw prediction outside the scale leaves a term of its own")
    func outsideScale() throws {
        let base = try ImpactScore(90)
        let attribution = try ImpactAttribution(
            bias: 60,
            features: [FeatureContribution(feature: "a", group: "g", points: 50)]
        )
        let score = GuardrailedScore.applied(
            base: base,
            predictedImpact: try ImpactScore(100),
            weight: try BlendWeight(0.5)
        )
        let explanation = try Explanation(
            baseFactors: Self.factors(base),
            score: score,
            attribution: attribution
        )
        #expect(explanation.contributions.first { $0.feature == "score_range" }?.points == -5)
        #expect(abs(Self.sum(explanation.contributions) - 5) < 1e-12)
    }

    @Test("Contributions always add up to the applied adjustment")
    func addsUp() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<3000 {
            let base = try ImpactScore(generator.points())
            let features = (0..<Int.random(in: 0...40, using: &generator)).map { index in
                FeatureContribution(
                    feature: "f\(index)",
                    group: "g\(index % 7)",
                    points: generator.points(-15...15)
                )
            }
            let attribution = try ImpactAttribution(bias: generator.points(40...60), features: features)
            // The head's own sum is a Float.
            let predicted = ImpactScore(clamping: Double(Float(attribution.total)))
            let score = GuardrailedScore.applied(
                base: base,
                predictedImpact: predicted,
                weight: try BlendWeight(generator.points(0.001...1))
            )
            let explanation = try Explanation(
                baseFactors: Self.factors(base),
                score: score,
                attribution: attribution
            )
            let adjustment = score.adjustment.value
            #expect(abs(Self.sum(explanation.contributions) - adjustment) < 1e-9)
            #expect(abs(Self.sum(explanation.byGroup) - adjustment) < 1e-9)
            #expect(abs(Self.sum(explanation.top(5)) - adjustment) < 1e-9)
            #expect(explanation.top(5).count <= 6)
            let steps = explanation.steps
            #expect(abs((steps.dropLast().last?.sum ?? 0) - score.adjusted.value) < 1e-9)
            for feature in features {
                let term = explanation.contributions.first { $0.feature == feature.feature }
                #expect(try #require(term).points * feature.points >= 0)
            }
        }
    }

    @Test("A score without a model has no terms but keeps its base factors")
    func notApplied() throws {
        let base = try ImpactScore(61)
        let score = GuardrailedScore.notApplied(base: base, reason: .gateNotPassed)
        let explanation = try Explanation(baseFactors: Self.factors(base), score: score, attribution: nil)
        #expect(explanation.contributions.isEmpty)
        #expect(explanation.byGroup.isEmpty)
        #expect(explanation.steps.map(\.points) == [61, 61, 61])
        #expect(explanation.steps.last?.label == "AI model not applied (quality gate not passed)")
    }

    @Test("An attribution of another prediction is refused")
    func wrongAttribution() throws {
        let base = try ImpactScore(50)
        let score = GuardrailedScore.applied(
            base: base,
            predictedImpact: try ImpactScore(80),
            weight: .initial
        )
        let other = try ImpactAttribution(bias: 79, features: [])
        #expect(throws: ScoreError.self) {
            try Explanation(baseFactors: Self.factors(base), score: score, attribution: other)
        }
        #expect(throws: ScoreError.self) {
            try Explanation(baseFactors: Self.factors(base), score: score, attribution: nil)
        }
        #expect(throws: ScoreError.self) {
            try Explanation(
                baseFactors: [],
                score: score,
                attribution: try ImpactAttribution(bias: 80, features: [])
            )
        }
        #expect(throws: ScoreError.self) { try ImpactAttribution(bias: .nan, features: []) }
        #expect(throws: ScoreError.self) {
            try ImpactAttribution(
                bias: 1,
                features: [FeatureContribution(feature: "a", group: "g", points: .infinity)]
            )
        }
    }

    @Test("Rounded contributions in JSON still add up")
    func jsonAddsUp() throws {
        let base = try ImpactScore(43.7)
        let features = (0..<45).map {
            FeatureContribution(feature: "f\($0)", group: "g", points: 1 / Double($0 + 3))
        }
        let attribution = try ImpactAttribution(bias: 52.123456789, features: features)
        let score = GuardrailedScore.applied(
            base: base,
            predictedImpact: ImpactScore(clamping: attribution.total),
            weight: .initial
        )
        let explanation = try Explanation(
            baseFactors: Self.factors(base),
            score: score,
            attribution: attribution
        )
        let text = JSONWriter.text(explanation)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let terms = try #require(object["contributions"] as? [[String: Any]])
        let total = terms.reduce(0) { $0 + (($1["points"] as? Double) ?? .nan) }
        #expect(abs(total - (object["adjustment"] as? Double ?? .nan)) < 1e-6)
    }
}
