public import JSONText
import Market
import Statistics

extension ValidationReport: JSONWritable {
    /// Writes the report as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("issued_at", issuedAt.iso8601)
            json.member("engine_version", engineVersion)
            json.member("seed", Int(seed))
            json.member("worlds", worlds)
            json.member("meets_goals", meetsGoals)
            json.member("is_certificate", isCertificate)
            json.member("text", text)
            json.member("figures", figures)
        }
    }
}

extension ValidationFigure: JSONWritable {
    /// Writes the figure as an object; shares with six decimals.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("key", key)
            json.member("title", title)
            json.member("value", number: value, digits: 6)
            json.member("worlds", worlds)
            json.member("lower", number: interval?.lower, digits: 6)
            json.member("upper", number: interval?.upper, digits: 6)
            json.member("goal", goal)
            json.member("is_met", isMet)
        }
    }
}
