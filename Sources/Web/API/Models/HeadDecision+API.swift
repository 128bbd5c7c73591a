import JSONText
import Models

extension HeadDecision {
    /// Writes what the gate says about the head.
    func writeMembers(to json: inout JSONWriter) {
        json.member("passed", passed)
        json.member("refusals", refusals.map(\.code.rawValue))
        json.member("reason", reason)
        json.member("against_baseline", againstBaseline.map(SkillTestDocument.init))
        json.member("against_champion", againstChampion.map(SkillTestDocument.init))
        json.member("against_item_group_median", againstItemGroupMedian.map(SkillTestDocument.init))
    }
}

/// A paired comparison of two rules on the same events, as JSON.
private struct SkillTestDocument: JSONWritable {
    let test: SkillTest

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("n", test.n)
            json.member("companies", test.companies)
            json.member("event_days", test.days)
            json.member("clustered_by", test.clustering)
            json.member("model_loss", number: test.modelLoss, digits: 6)
            json.member("baseline_loss", number: test.baselineLoss, digits: 6)
            json.member("mean_skill", number: test.meanSkill, digits: 6)
            json.member("lower_bound", number: test.lowerBound, digits: 6)
            json.member("p_value", number: test.pValue, digits: 6)
            json.member("adjusted_p_value", number: test.adjustedP, digits: 6)
            json.member("events_needed", test.eventsNeeded)
            json.member("minimum_detectable_effect", number: test.minimumDetectable, digits: 6)
        }
    }
}

/// Plain figures of one kind of out-of-sample predictions, as JSON.
struct SampleFiguresDocument: JSONWritable {
    let figures: SampleFigures

    /// Writes the figures as an object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("events", figures.events)
            json.member("companies", figures.companies)
            json.member("event_days", figures.days)
            json.member("impact_events", figures.impactEvents)
            json.member("impact_error", number: figures.impactError, digits: 6)
            json.member("base_score_error", number: figures.baseScoreError, digits: 6)
            json.member("item_group_error", number: figures.itemGroupError, digits: 6)
            json.member("direction_events", figures.directionEvents)
            json.member("direction_accuracy", number: figures.directionAccuracy, digits: 6)
            json.member("majority_accuracy", number: figures.majorityAccuracy, digits: 6)
            json.member("brier", number: figures.brier, digits: 6)
            json.member("base_rate_brier", number: figures.baseRateBrier, digits: 6)
            json.member("interval_events", figures.intervalEvents)
            json.member("interval_coverage", number: figures.intervalCoverage, digits: 6)
            json.member("interval_width", number: figures.intervalWidth, digits: 6)
        }
    }
}
