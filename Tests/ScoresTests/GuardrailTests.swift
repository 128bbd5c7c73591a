import Foundation
import Scores
import Testing

@Suite("Guardrail")
struct GuardrailTests {
    struct Case: Sendable {
        let base: Double
        let predicted: Double
        let weight: Double
        let adjustment: Double
        let adjusted: Double
    }

    @Test(
        "The adjustment is w (prediction - base score), cut at 20",
        arguments: [
            Case(base: 50, predicted: 80, weight: 0.3, adjustment: 9, adjusted: 59),
            Case(base: 80, predicted: 50, weight: 0.3, adjustment: -9, adjusted: 71),
            Case(base: 60, predicted: 60, weight: 1, adjustment: 0, adjusted: 60),
            Case(base: 50, predicted: 100, weight: 0.5, adjustment: 20, adjusted: 70),
            Case(base: 50, predicted: 100, weight: 0.4, adjustment: 20, adjusted: 70),
            Case(base: 0, predicted: 100, weight: 1, adjustment: 20, adjusted: 20),
            Case(base: 100, predicted: 0, weight: 1, adjustment: -20, adjusted: 80),
            Case(base: 95, predicted: 100, weight: 1, adjustment: 5, adjusted: 100),
            Case(base: 3, predicted: 0, weight: 1, adjustment: -3, adjusted: 0),
        ]
    )
    func formula(_ example: Case) throws {
        let score = GuardrailedScore.applied(
            base: try ImpactScore(example.base),
            predictedImpact: try ImpactScore(example.predicted),
            weight: try BlendWeight(example.weight)
        )
        #expect(abs(score.adjustment.value - example.adjustment) < 1e-12)
        #expect(abs(score.adjusted.value - example.adjusted) < 1e-12)
        #expect(score.isApplied)
        #expect(score.reason == nil)
    }

    @Test("D10: no prediction and no weight moves a score by more than 20 points")
    func limitHolds() throws {
        #expect(Guardrail.limit == 20)
        // The exact type of the only way to apply a model: no limit among its arguments.
        let apply: (ImpactScore, ImpactScore, BlendWeight) -> GuardrailedScore = GuardrailedScore
            .applied(base:predictedImpact:weight:)
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<5000 {
            let base = try ImpactScore(generator.points())
            let predicted = try ImpactScore(generator.points())
            let score = apply(base, predicted, try BlendWeight(generator.points(0.001...1)))
            #expect((-20.0...20).contains(score.adjustment.value))
            #expect((0.0...100).contains(score.adjusted.value))
            #expect(abs(score.adjusted.value - base.value - score.adjustment.value) < 1e-9)
            // It moves toward the prediction and never past it.
            #expect(abs(score.adjusted.value - predicted.value) <= abs(base.value - predicted.value) + 1e-9)
        }
    }

    @Test("D18: only unsigned impact can be blended; a signed direction is another type with another range")
    func signedIsNotBlended() throws {
        let blend: (ImpactScore, ImpactScore, BlendWeight) -> GuardrailedScore = GuardrailedScore
            .applied(base:predictedImpact:weight:)
        let down = SignedDirection(probabilityUp: try Probability(0.2))
        #expect(abs(down.value + 0.6) < 1e-12)
        // Its number, read as points, is refused: a decided "down" is no small impact.
        #expect(throws: ScoreError.self) { try ImpactScore(down.value) }
        #expect(throws: ScoreError.self) { try ImpactScore(100 * down.value) }
        // Two events that differ only in direction have the same score.
        let base = try ImpactScore(50)
        let impact = try ImpactScore(80)
        #expect(blend(base, impact, .initial) == blend(base, impact, .initial))
        #expect(blend(base, impact, .initial).adjusted > base)
    }

    @Test("A score without a model equals its base score and says why", arguments: NotAppliedReason.allCases)
    func notApplied(_ reason: NotAppliedReason) throws {
        let base = try ImpactScore(61.5)
        let score = GuardrailedScore.notApplied(
            base: base,
            reason: reason,
            predictedImpact: try ImpactScore(90)
        )
        #expect(score.adjusted == base)
        #expect(score.adjustment == .zero)
        #expect(!score.isApplied)
        #expect(score.reason == reason)
        #expect(score.weight == nil)
    }

    @Test(
        "The reasons have fixed texts",
        arguments: [
            (NotAppliedReason.noModel, "AI model not applied (no model)"),
            (.insufficientData, "AI model not applied (insufficient data)"),
            (.gateNotPassed, "AI model not applied (quality gate not passed)"),
            (.lowConfidence, "AI model not applied (low confidence)"),
            (.outOfDistribution, "AI model not applied (event unlike the training data)"),
            (.degraded, "AI model not applied (recent accuracy too low)"),
        ]
    )
    func reasonTexts(_ reason: NotAppliedReason, _ text: String) {
        #expect(reason.text == text)
    }

    @Test("The reasons have the names of the API")
    func reasonNames() {
        #expect(
            NotAppliedReason.allCases.map(\.rawValue) == [
                "no_model", "insufficient_data", "gate_not_passed", "low_confidence", "out_of_distribution",
                "degraded",
            ]
        )
    }

    // MARK: Decoding and restoring

    @Test("Encoding and decoding gives the same score")
    func codableRoundTrip() throws {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<200 {
            let base = try ImpactScore(generator.points())
            let predicted = try ImpactScore(generator.points())
            let applied = GuardrailedScore.applied(
                base: base,
                predictedImpact: predicted,
                weight: try BlendWeight(generator.points(0.001...1))
            )
            let plain = GuardrailedScore.notApplied(base: base, reason: .degraded)
            let data = try JSONEncoder().encode([applied, plain])
            #expect(try JSONDecoder().decode([GuardrailedScore].self, from: data) == [applied, plain])
        }
    }

    @Test(
        "A forged score is refused",
        arguments: [
            #"{"base_score":50,"adjustment":35,"ml_score_adjusted":85,"predicted_impact":100,"weight":0.7}"#,
            #"{"base_score":50,"adjustment":20,"ml_score_adjusted":90,"predicted_impact":100,"weight":1}"#,
            #"{"base_score":50,"adjustment":10,"ml_score_adjusted":60,"predicted_impact":100,"weight":0.3}"#,
            #"{"base_score":120,"adjustment":0,"ml_score_adjusted":120,"ml_not_applied_reason":"no_model"}"#,
            #"{"base_score":50,"adjustment":5,"ml_score_adjusted":55,"ml_not_applied_reason":"no_model"}"#,
            #"{"base_score":50,"adjustment":0,"ml_score_adjusted":50,"ml_not_applied_reason":"because"}"#,
            #"{"base_score":50,"adjustment":0,"ml_score_adjusted":50}"#,
            #"{"base_score":50,"adjustment":0,"ml_score_adjusted":50,"predicted_impact":50,"weight":0}"#,
            #"{"base_score":50,"adjustment":15,"ml_score_adjusted":65,"weight":0.3}"#,
            """
            {"base_score":50,"adjustment":9,"ml_score_adjusted":59,"predicted_impact":80,"weight":0.3,
            "ml_not_applied_reason":"degraded"}
            """,
        ]
    )
    func forgedScores(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(GuardrailedScore.self, from: Data(json.utf8))
        }
    }

    @Test("Stored numbers that are not numbers are refused", arguments: 0..<4)
    func storedNaN(_ position: Int) {
        var values = [50, 80, 9, 59.0]
        values[position] = .nan
        #expect(throws: ScoreError.self) {
            try GuardrailedScore(
                restoringBase: values[0],
                predictedImpact: values[1],
                weight: 0.3,
                reason: nil,
                adjustment: values[2],
                adjusted: values[3]
            )
        }
    }

    @Test("Stored numbers of the formula are taken")
    func restored() throws {
        let applied = try GuardrailedScore(
            restoringBase: 50,
            predictedImpact: 80,
            weight: 0.3,
            reason: nil,
            adjustment: 9,
            adjusted: 59
        )
        #expect(
            applied
                == .applied(base: try ImpactScore(50), predictedImpact: try ImpactScore(80), weight: .initial)
        )
        let plain = try GuardrailedScore(
            restoringBase: 50,
            predictedImpact: 80,
            weight: nil,
            reason: "gate_not_passed",
            adjustment: 0,
            adjusted: 50
        )
        #expect(plain.reason == .gateNotPassed)
        #expect(plain.predictedImpact?.value == 80)
    }
}
