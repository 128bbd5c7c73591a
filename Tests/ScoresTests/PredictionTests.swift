import Events
import Foundation
import JSONText
import Market
import Scores
import Testing

@Suite("Prediction")
struct PredictionTests {
    /// The parts of a prediction, each of which a test may change.
    struct Parts {
        var eventID = "0000000000-24-000001"
        var horizon = Horizon.fiveDay
        var score: GuardrailedScore
        var baseBreakdown: [ScoreFactor]
        var model: ModelProvenance?
        var labelledEvents = 640
        var direction: DirectionForecast
        var predictedMove: Percent?
        var interval: ReturnInterval?
        var contributions: [Contribution]
        var dataAsOf: UTCInstant

        static func example() throws -> Parts {
            let base = Example.scorer.score(Example.filing("2.02", "9.01"), context: Example.plainContext)
            let score = GuardrailedScore.applied(
                base: base.score,
                predictedImpact: try ImpactScore(70),
                weight: .initial
            )
            return Parts(
                score: score,
                baseBreakdown: base.breakdown,
                model: try ModelProvenance(
                    id: "m-7",
                    name: "sec_8k-5d",
                    scope: .family(.sec8K),
                    version: "1.2.0"
                ),
                direction: DirectionForecast(probabilityUp: try Probability(0.42)),
                predictedMove: try Percent(2.5),
                interval: try ReturnInterval(lower: try Percent(-4.25), upper: try Percent(3.5)),
                contributions: [
                    Contribution(feature: "model_average", group: "model_average", points: -5),
                    Contribution(feature: "volatility_20", group: "volatility", points: 2),
                ],
                dataAsOf: Self.instant(0)
            )
        }

        static func instant(_ seconds: Int64) -> UTCInstant {
            UTCInstant(secondsSinceEpoch: 1_700_000_000 + seconds)
        }

        func make() throws(ScoreError) -> Prediction {
            try Prediction(
                eventID: eventID,
                ticker: "ABC",
                eventType: .sec8K,
                horizon: horizon,
                kind: .live,
                score: score,
                baseBreakdown: baseBreakdown,
                rulesVersion: Example.rules.version,
                model: model,
                labelledEvents: labelledEvents,
                direction: direction,
                predictedMove: predictedMove,
                interval80: interval,
                contributions: contributions,
                featureHash: "00ff",
                predictedAt: Parts.instant(60),
                dataAsOf: dataAsOf
            )
        }
    }
    // MARK: JSON

    @Test("Every field of the interface is there, in a fixed order")
    func json() throws {
        let version = Example.rules.version
        let why = try #require(try Parts.example().baseBreakdown.map(\.why).last)
        let typeWhy = try #require(try Parts.example().baseBreakdown.map(\.why).first)
        let expected = """
            {
              "event_id": "0000000000-24-000001",
              "ticker": "ABC",
              "event_type": "sec_8k",
              "base_score": 80,
              "base_breakdown": [
                {
                  "factor": "event_type:sec_8k",
                  "group": "event_type",
                  "points": 65,
                  "why": "\(typeWhy)"
                },
                {
                  "factor": "item:2.02",
                  "group": "items",
                  "points": 15,
                  "why": "\(why)"
                }
              ],
              "rules_version": "\(version)",
              "adjustment_limit": 20,
              "horizon": "5d",
              "kind": "live",
              "ml_score_adjusted": 77,
              "adjustment": -3,
              "ml_applied": true,
              "ml_not_applied_reason": null,
              "ml_not_applied_text": null,
              "predicted_impact": 70,
              "blend_weight": 0.3,
              "contributions": [
                {
                  "feature": "model_average",
                  "group": "model_average",
                  "points": -5
                },
                {
                  "feature": "volatility_20",
                  "group": "volatility",
                  "points": 2
                }
              ],
              "model_family": "sec_8k",
              "model_version": "1.2.0",
              "model_name": "sec_8k-5d",
              "model_id": "m-7",
              "sample_size_bucket": "500-1999",
              "predicted_direction": "down",
              "direction_source": "model",
              "probability_up": 0.42,
              "confidence": 0.58,
              "confidence_level": "medium",
              "predicted_move_pct": 2.5,
              "interval_80": {
                "lower_pct": -4.25,
                "upper_pct": 3.5
              },
              "feature_hash": "00ff",
              "predicted_at": "2023-11-14T22:14:20Z",
              "data_as_of": "2023-11-14T22:13:20Z",
              "status": "prototype",
              "disclaimer": "\(Wording.disclaimer)"
            }
            """
        #expect(JSONWriter.text(try Parts.example().make(), style: .pretty) == expected)
    }

    static let interfaceFields = [
        "event_id", "ticker", "event_type", "base_score", "ml_score_adjusted", "adjustment",
        "adjustment_limit",
        "horizon", "model_family", "model_version", "ml_applied", "ml_not_applied_reason", "confidence_level",
        "confidence", "sample_size_bucket", "predicted_direction", "probability_up", "predicted_move_pct",
        "interval_80", "base_breakdown", "contributions", "predicted_at", "data_as_of", "status",
        "disclaimer",
    ]

    @Test("A prediction of rules alone has every field too, null where nothing is known")
    func rulesOnly() throws {
        var parts = try Parts.example()
        parts.score = .notApplied(base: parts.score.base, reason: .noModel)
        parts.model = nil
        parts.contributions = []
        parts.direction = DirectionForecast(rules: .negative)
        parts.predictedMove = nil
        parts.interval = nil
        parts.labelledEvents = 12
        let text = JSONWriter.text(try parts.make())
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(Set(Self.interfaceFields).subtracting(object.keys).isEmpty)
        #expect(object["ml_score_adjusted"] as? Double == object["base_score"] as? Double)
        #expect(object["ml_not_applied_reason"] as? String == "no_model")
        #expect(object["ml_not_applied_text"] as? String == "AI model not applied (no model)")
        #expect(object["predicted_direction"] as? String == "down")
        #expect(object["confidence_level"] as? String == "not_rated")
        #expect(object["sample_size_bucket"] as? String == "<50")
        for field in ["model_family", "model_version", "confidence", "probability_up", "interval_80"] {
            #expect(object[field] is NSNull, "\(field)")
        }
        #expect(object["status"] as? String == "prototype")
        #expect((object["disclaimer"] as? String)?.contains("not investment advice") == true)
    }

    // MARK: What belongs together

    struct Contradiction: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Parts) throws -> Void
    }

    static let contradictions = [
        Contradiction(testDescription: "breakdown adds up to") { $0.baseBreakdown.removeLast() },
        Contradiction(testDescription: "contributions add up to") { $0.contributions.removeLast() },
        Contradiction(testDescription: "contributions add up to nan") {
            $0.contributions.append(Contribution(feature: "x", group: "x", points: .nan))
        },
        Contradiction(testDescription: "a model was applied, but none is named") { $0.model = nil },
        Contradiction(testDescription: "the reason is no_model, but a model is named") {
            $0.score = .notApplied(base: $0.score.base, reason: .noModel)
            $0.contributions = []
        },
        Contradiction(testDescription: "a model states the direction, but none is named") {
            $0.score = .notApplied(base: $0.score.base, reason: .insufficientData)
            $0.contributions = []
            $0.model = nil
        },
        Contradiction(testDescription: "labelled events is -1") { $0.labelledEvents = -1 },
        Contradiction(testDescription: "a size has no sign") { $0.predictedMove = try Percent(-2) },
        Contradiction(testDescription: "is younger than the prediction") { $0.dataAsOf = Parts.instant(61) },
    ]

    @Test("Parts that contradict each other make no prediction", arguments: contradictions)
    func refusesContradiction(_ example: Contradiction) throws {
        var parts = try Parts.example()
        try example.change(&parts)
        let error = #expect(throws: ScoreError.self) { try parts.make() }
        #expect("\(try #require(error))".contains(example.testDescription))
    }

    // MARK: Several horizons

    @Test("A set shares the event and lists its horizons, shortest first")
    func predictionSet() throws {
        var twenty = try Parts.example()
        twenty.horizon = .twentyDay
        var one = try Parts.example()
        one.horizon = .oneDay
        let set = try PredictionSet([try twenty.make(), try one.make()])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(JSONWriter.text(set).utf8)) as? [String: Any]
        )
        let horizons = try #require(object["horizons"] as? [[String: Any]])
        #expect(horizons.map { $0["horizon"] as? String } == ["1d", "20d"])
        #expect(object["base_score"] as? Double == 80)
        #expect(object["disclaimer"] as? String == Wording.disclaimer)
        let fields = Set(object.keys).union(horizons.flatMap(\.keys))
        #expect(Set(Self.interfaceFields).subtracting(fields).isEmpty)
    }

    @Test("A set of nothing, of one horizon twice, or of two events is refused")
    func wrongSets() throws {
        let one = try Parts.example().make()
        var other = try Parts.example()
        other.eventID = "another"
        other.horizon = .oneDay
        #expect(throws: ScoreError.self) { try PredictionSet([]) }
        #expect(throws: ScoreError.self) { try PredictionSet([one, one]) }
        #expect(throws: ScoreError.self) { try PredictionSet([one, try other.make()]) }
    }
}
