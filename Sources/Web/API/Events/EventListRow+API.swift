import Events
import JSONText
import Market
import Models
import Scores
import Storage

extension EventListRow {
    /// Writes the event's members, then its scores and labels in short.
    func writeMembers(to json: inout JSONWriter) {
        event.writeMembers(to: &json)
        json.member("base_score", number: base?.score, digits: 6)
        json.member("rule_direction", base?.direction.rawValue)
        json.member("rule_confidence", number: base?.confidence, digits: 6)
        json.member(
            "scores",
            array: { json in
                for prediction in predictions {
                    json.object { prediction.writeMembers(to: &$0, rules: base?.direction ?? .uncertain) }
                }
            }
        )
        json.member("labels", objects: labels) { $0.writeMembers(to: &$1) }
    }
}

extension PredictionSummary {
    /// Writes a current prediction in short.
    ///
    /// - Parameters:
    ///   - json: where to.
    ///   - rules: the side that speaks where no model states one.
    func writeMembers(to json: inout JSONWriter, rules: RuleDirection) {
        let direction =
            probabilityUp.flatMap { try? Probability($0) }.map(DirectionForecast.init(probabilityUp:))
            ?? DirectionForecast(rules: rules)
        json.member("horizon", horizon.code)
        json.member("base_score", number: baseScore, digits: 6)
        json.member("ml_score_adjusted", number: adjusted, digits: 6)
        json.member("adjustment", number: adjustment, digits: 6)
        json.member("ml_applied", isApplied)
        json.member("ml_not_applied_reason", reason?.rawValue)
        json.member("predicted_impact", number: predictedImpact, digits: 6)
        json.member("predicted_direction", direction.direction.rawValue)
        json.member("direction_source", direction.source.rawValue)
        json.member("probability_up", number: direction.probabilityUp?.value, digits: 6)
        json.member("confidence", number: direction.confidence?.value, digits: 6)
        json.member("confidence_level", direction.confidenceLevel.rawValue)
        json.member("predicted_move_pct", number: predictedMove.map { 100 * $0 }, digits: 6)
        if let interval80 {
            json.member(
                "interval_80",
                object: { json in
                    json.member("lower_pct", number: 100 * interval80.lower, digits: 6)
                    json.member("upper_pct", number: 100 * interval80.upper, digits: 6)
                }
            )
        } else {
            json.member("interval_80", String?.none)
        }
        json.member("model_family", model?.family)
        json.member("model_version", model?.version)
        json.member("model_id", model?.id)
        json.member("predicted_at", madeAt.iso8601)
    }
}

extension LabelSummary {
    /// Writes a label in short.
    func writeMembers(to json: inout JSONWriter) {
        json.member("horizon", horizon.code)
        json.member("abnormal_return", number: abnormalReturn)
        json.member("label_direction", direction)
        json.member("realized_impact", number: realizedImpact, digits: 6)
        json.member("outcome_session", outcomeSession.iso8601)
    }
}
