import Events
public import JSONText
import Market
import Outcomes

extension OutcomeCoverage: JSONWritable {
    /// Writes the panel as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("total", total)
            json.member("families", families)
            json.member("years", rows)
        }
    }
}

extension CoverageRow: JSONWritable {
    /// Writes the row as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("family", family?.rawValue)
            json.member("year", year)
            json.member("events", events)
            json.member("horizons", horizons)
        }
    }
}

extension CoverageCell: JSONWritable {
    /// Writes the cell as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("horizon", horizon.code)
            json.member("events", events)
            json.member("labelled", labelled)
            json.member("without_outcome", without)
            json.member("share_without_outcome", number: shareWithout, digits: 6)
            json.member("not_attempted", unattempted)
            json.member(
                "skipped",
                array: { json in
                    for skip in skipped {
                        json.object { json in
                            json.member("reason", skip.reason.rawValue)
                            json.member("n", skip.n)
                        }
                    }
                }
            )
        }
    }
}

extension OutcomeFunnel: JSONWritable {
    /// Writes the funnel as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("horizon", horizon.code)
            json.member("stages", stages)
            json.member("live", live)
        }
    }
}

extension FunnelStage: JSONWritable {
    /// Writes the stage as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("stage", name.rawValue)
            json.member("n", n)
            json.member("lost", lost)
        }
    }
}

extension LostCount: JSONWritable {
    /// Writes the count as an object.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("reason", reason)
            json.member("n", n)
        }
    }
}
