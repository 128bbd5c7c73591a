import Events
public import JSONText
import Market

extension Prediction: JSONWritable {
    /// Writes the prediction as an object in a fixed order of keys.
    public func write(to json: inout JSONWriter) { write(to: &json, contributions: .all) }

    /// Writes the prediction as an object with so many terms of the adjustment.
    public func write(to json: inout JSONWriter, contributions: ContributionDetail) {
        json.object { json in
            writeEvent(to: &json)
            writeHorizon(to: &json, contributions: contributions)
            Self.writeNotices(to: &json)
        }
    }

    /// The members that do not depend on the horizon.
    func writeEvent(to json: inout JSONWriter) {
        json.member("event_id", eventID)
        json.member("ticker", ticker)
        json.member("event_type", eventType.rawValue)
        json.member("base_score", number: score.base.value, digits: ScoreDigits.points)
        json.member("base_breakdown", baseBreakdown)
        json.member("rules_version", rulesVersion.description)
        json.member("adjustment_limit", number: Guardrail.limit)
    }

    /// The members of one horizon.
    func writeHorizon(to json: inout JSONWriter, contributions detail: ContributionDetail) {
        json.member("horizon", horizon.code)
        json.member("kind", kind.rawValue)
        json.member("ml_score_adjusted", number: score.adjusted.value, digits: ScoreDigits.points)
        json.member("adjustment", number: score.adjustment.value, digits: ScoreDigits.points)
        json.member("ml_applied", score.isApplied)
        json.member("ml_not_applied_reason", score.reason?.rawValue)
        json.member("ml_not_applied_text", score.reason?.text)
        json.member("predicted_impact", number: score.predictedImpact?.value, digits: ScoreDigits.points)
        json.member("blend_weight", number: score.weight?.value, digits: ScoreDigits.probability)
        json.member("contributions", detail.terms(of: contributions))
        json.member("model_family", model?.scope.code)
        json.member("model_version", model?.version)
        json.member("model_name", model?.name)
        json.member("model_id", model?.id)
        json.member("sample_size_bucket", sampleSizeBucket.rawValue)
        json.member("predicted_direction", direction.direction.rawValue)
        json.member("direction_source", direction.source.rawValue)
        json.member("probability_up", number: direction.probabilityUp?.value, digits: ScoreDigits.probability)
        json.member("confidence", number: direction.confidence?.value, digits: ScoreDigits.probability)
        json.member("confidence_level", direction.confidenceLevel.rawValue)
        json.member("predicted_move_pct", number: predictedMove?.value, digits: ScoreDigits.percent)
        json.member("interval_80", interval80)
        json.member("feature_hash", featureHash)
        json.member("predicted_at", predictedAt.iso8601)
        json.member("data_as_of", dataAsOf.iso8601)
    }

    /// The notices without which no prediction leaves the program.
    static func writeNotices(to json: inout JSONWriter) {
        json.member("status", status)
        json.member("disclaimer", disclaimer)
    }
}
