import Events
import JSONText
import Market
import Storage

extension CompanyOverview {
    /// Writes what is stored of the company.
    func writeMembers(to json: inout JSONWriter) {
        json.member("ticker", ticker)
        json.member("name", name)
        json.member("cik", instrument?.cik)
        json.member("sic", instrument?.sic)
        json.member("sector", instrument?.sector)
        json.member("size_class", instrument?.sizeClass)
        json.member("events", events)
        json.member(
            "events_by_family",
            array: { json in
                for count in eventCounts {
                    json.object { json in
                        json.member("family", count.family.rawValue)
                        json.member("events", count.events)
                    }
                }
            }
        )
        json.member("first_event_at", firstEvent?.iso8601)
        json.member("last_event_at", lastEvent?.iso8601)
        json.member(
            "labels_by_horizon",
            array: { json in
                for horizon in Horizon.allCases {
                    json.object { json in
                        json.member("horizon", horizon.code)
                        json.member("labels", labelCounts[horizon] ?? 0)
                    }
                }
            }
        )
        json.member("prices", object: series) { $0.writeMembers(to: &$1) }
    }
}

extension SeriesFacts {
    /// Writes what is stored of the series as an object.
    func writeMembers(to json: inout JSONWriter) {
        json.member("source", source)
        json.member("fetched_at", fetchedAt.iso8601)
        json.member("first_day", firstDay.iso8601)
        json.member("last_day", lastDay.iso8601)
        json.member("bars", bars)
        json.member("quarantined_bars", quarantined)
        json.member("breaks", objects: breaks) { $0.writeMembers(to: &$1) }
    }
}

extension StoredBreak {
    /// Writes a level break.
    func writeMembers(to json: inout JSONWriter) {
        json.member("day", day.iso8601)
        json.member("reason", reason.rawValue)
        json.member("detail", detail)
    }
}
