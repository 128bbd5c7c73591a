import Events
import JSONText
import Market
import Models
import Storage

extension BacktestEventRow {
    /// Writes a graded prediction.
    func writeMembers(to json: inout JSONWriter) {
        json.member("event_id", eventID)
        json.member("ticker", ticker)
        json.member("family", family.rawValue)
        json.member("event_type", eventType.rawValue)
        json.member("horizon", horizon.code)
        json.member("kind", kind.rawValue)
        json.member("reaction_day", reactionDay.iso8601)
        json.member("model_id", modelID)
        json.member("base_score", number: baseScore, digits: 6)
        json.member("adjustment", number: adjustment, digits: 6)
        json.member("ml_score_adjusted", number: min(max(baseScore + adjustment, 0), 100), digits: 6)
        json.member("predicted_impact", number: predictedImpact, digits: 6)
        json.member("realized_impact", number: realizedImpact, digits: 6)
        json.member("probability_up", number: probabilityUp, digits: 6)
        json.member("predicted_side", predictedSide)
        json.member("actual_side", actualSide)
        json.member("abnormal_return", number: abnormalReturn)
        json.member("is_hit", isHit)
    }
}
