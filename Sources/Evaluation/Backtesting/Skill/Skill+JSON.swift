import Events
public import JSONText
import Market
import Models

extension SkillMapCell: JSONWritable {
    /// Writes the cell as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("cell", cell.key)
            json.member("family", cell.familyName)
            json.member("horizon", cell.horizon.code)
            json.member("served_by", servedBy?.key)
            json.member("source", source.rawValue)
            json.member("against", against)
            json.member("saved_points", number: savedPoints, digits: 6)
            json.member("lower_bound_points", number: lowerBound, digits: 6)
            json.member("adjusted_p", number: adjustedP, digits: 6)
            json.member("baseline_error", number: baselineError, digits: 6)
            json.member("model_error", number: modelError, digits: 6)
            json.member("n", n)
            json.member("companies", companies)
            json.member("event_days", days)
            json.member("gate_passed", gatePassed)
            json.member("reason", reason)
        }
    }
}

extension LiftCurve: JSONWritable {
    /// Writes the curve as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            scope.write(to: &json)
            json.member("kind", kind.rawValue)
            json.member("overall", overall)
            json.member("deciles", deciles)
        }
    }
}

extension LiftDecile: JSONWritable {
    /// Writes the tenth as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("decile", number)
            json.member("lowest_predicted", number: lowest, digits: 6)
            json.member("highest_predicted", number: highest, digits: 6)
            json.member("predicted", predicted)
            json.member("realized", realized)
        }
    }
}
