import JSONText
import Models

/// A gate decision as JSON.
struct DecisionJSON: JSONWritable {
    let decision: GateDecision

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("passed", decision.passed)
            json.member("reason", decision.reason)
            for head in [decision.magnitude, decision.direction] {
                json.member(head.head.rawValue, object: { write(head, to: &$0) })
            }
        }
    }

    private func write(_ head: HeadDecision, to json: inout JSONWriter) {
        json.member("passed", head.passed)
        json.member("refusals", head.refusals.map(\.code.rawValue))
        json.member("reason", head.reason)
        json.member("against_baseline", head.againstBaseline.map(SkillTestJSON.init))
        json.member("against_champion", head.againstChampion.map(SkillTestJSON.init))
        json.member("against_item_group_median", head.againstItemGroupMedian.map(SkillTestJSON.init))
    }
}

/// A comparison of two losses as JSON.
struct SkillTestJSON: JSONWritable {
    let test: SkillTest

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("n", test.n)
            json.member("companies", test.companies)
            json.member("days", test.days)
            json.member("clustering", test.clustering)
            json.member("model_loss", number: test.modelLoss)
            json.member("baseline_loss", number: test.baselineLoss)
            json.member("mean_skill", number: test.meanSkill)
            json.member("lower_bound", number: test.lowerBound)
            json.member("p", number: test.pValue)
            json.member("p_adjusted", number: test.adjustedP)
            json.member("events_needed", test.eventsNeeded)
        }
    }
}
