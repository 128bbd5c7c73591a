import Events
import JSONText
import Market
import Scores
import Storage

extension LiveCounts {
    /// Writes how much is stored.
    func writeMembers(to json: inout JSONWriter) {
        json.member("events", events)
        json.member("labelled_events", labelledEvents)
        json.member("labels", labels)
        json.member("companies", companies)
        json.member("families", families)
        json.member("predictions_logged", predictions)
        json.member("current_predictions", currentPredictions)
        json.member("models", models)
        json.member("champions", champions)
        json.member("latest_event_at", latestEvent?.iso8601)
        json.member("latest_price_day", latestPriceDay?.iso8601)
    }
}

extension ScoreStats {
    /// Writes how often models were applied, and how far scores were moved.
    func writeMembers(to json: inout JSONWriter) {
        json.member("applied", applied)
        json.member("not_applied", predictions - applied)
        json.member("groups", objects: rows) { $0.writeMembers(to: &$1) }
        let histograms = Horizon.allCases.compactMap { horizon in
            adjustments[horizon].map { (horizon: horizon, steps: $0) }
        }
        json.member("adjustments", objects: histograms) { histogram, json in
            json.member("horizon", histogram.horizon.code)
            json.member("step_width", number: AdjustmentStep.width)
            json.member("steps", objects: histogram.steps) { step, json in
                json.member("lower", number: step.lower, digits: 6)
                json.member("n", step.count)
            }
        }
    }
}

extension ScoreStatsRow {
    /// Writes the group as an object.
    func writeMembers(to json: inout JSONWriter) {
        json.member("family", family.rawValue)
        json.member("horizon", horizon.code)
        json.member("model_id", model?.id)
        json.member("model_family", model?.family)
        json.member("model_version", model?.version)
        json.member("ml_applied", reason == nil)
        json.member("ml_not_applied_reason", reason?.rawValue)
        json.member("predictions", predictions)
        json.member("mean_adjustment", number: meanAdjustment, digits: 6)
        json.member("mean_absolute_adjustment", number: meanAbsoluteAdjustment, digits: 6)
        json.member("smallest_adjustment", number: least, digits: 6)
        json.member("largest_adjustment", number: most, digits: 6)
    }
}
