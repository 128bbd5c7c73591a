import Events
public import JSONText
import Market
import Models

extension AccuracyTable: JSONWritable {
    /// Writes the table as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("group_by", query.groupBy.rawValue)
            json.member("family", query.family?.rawValue)
            json.member("horizon", query.horizon?.code)
            json.member("kind", query.kind.rawValue)
            json.member("minimum_events", Self.minimumEvents)
            json.member("overall", overall)
            json.member("groups", groups)
        }
    }
}

extension AccuracyGroup: JSONWritable {
    /// Writes the group as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("key", key)
            json.member("n", n)
            json.member("companies", companies)
            json.member("event_days", days)
            json.member("too_few", tooFew)
            json.member("accuracy", accuracy)
            json.member("mean_absolute_error", impactError)
        }
    }
}

extension AccuracyOverTime: JSONWritable {
    /// Writes the periods as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            scope.write(to: &json)
            json.member("kind", kind.rawValue)
            json.member("period", period.rawValue)
            json.member("points", points)
        }
    }
}

extension AccuracyPoint: JSONWritable {
    /// Writes the period as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("start", start.iso8601)
            json.member("end", end.iso8601)
            json.member("group", group)
        }
    }
}

extension BacktestScope {
    /// Writes the scope as members of an object.
    func write(to json: inout JSONWriter) {
        json.member("scope", name)
        json.member("family", family?.rawValue)
        json.member("horizon", horizon?.code)
    }
}
