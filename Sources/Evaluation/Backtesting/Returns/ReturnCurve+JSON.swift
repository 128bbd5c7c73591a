public import JSONText

extension ReturnCurve: JSONWritable {
    /// Writes the curve as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("group_by", group.kind)
            json.member("group", group.name)
            json.member("n", n)
            json.member("companies", companies)
            json.member("event_days", days)
            json.member("points", points)
        }
    }
}

extension ReturnPoint: JSONWritable {
    /// Writes the session as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("session", session)
            json.member("cumulative_abnormal_return_points", cumulative)
            json.member("relative_move", relativeMove)
        }
    }
}

extension BandedValue: JSONWritable {
    /// Writes the mean as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("value", number: value, digits: 6)
            json.member("lower", number: lower, digits: 6)
            json.member("upper", number: upper, digits: 6)
            json.member("n", n)
        }
    }
}
