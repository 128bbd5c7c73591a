import Events
import JSONText
import Market
import Outcomes
import Storage

extension DataQuality {
    /// Writes freshness, quarantine and survivorship.
    func writeMembers(to json: inout JSONWriter) {
        json.member("sources", objects: sources) { $0.writeMembers(to: &$1) }
        json.member("prices", object: prices.writeMembers)
        json.member("share_without_label", number: unlabelledShare, digits: 6)
        json.member("survivorship", objects: survivorship) { $0.writeMembers(to: &$1) }
    }
}

extension SourceFreshness {
    /// Writes the source as an object.
    func writeMembers(to json: inout JSONWriter) {
        json.member("source", source)
        json.member("events", events)
        json.member("last_known_at", lastKnownAt.iso8601)
        json.member("last_ingested_at", lastIngestedAt.iso8601)
    }
}

extension PriceQuality {
    /// Writes the series together as an object.
    func writeMembers(to json: inout JSONWriter) {
        json.member("series", series)
        json.member("bars", bars)
        json.member("last_day", lastDay?.iso8601)
        json.member("last_fetched_at", lastFetchedAt?.iso8601)
        json.member("stale", objects: stale) { series, json in
            json.member("ticker", series.ticker)
            json.member("last_day", series.lastDay.iso8601)
        }
        let counts = QuarantineReason.allCases.compactMap { reason in
            quarantined[reason].map { (reason: reason, bars: $0) }
        }
        json.member("quarantined", objects: counts) { count, json in
            json.member("reason", count.reason.rawValue)
            json.member("bars", count.bars)
        }
        json.member("breaks", objects: breaks) { item, json in
            json.member("ticker", item.ticker)
            item.levelBreak.writeMembers(to: &json)
        }
    }
}

extension SurvivorshipRow {
    /// Writes the row as an object.
    func writeMembers(to json: inout JSONWriter) {
        json.member("family", family.rawValue)
        json.member("year", year)
        json.member("horizon", horizon.code)
        json.member("events", events)
        json.member("labelled", labelled)
        json.member("not_attempted", notAttempted)
        let counts = SkipReason.allCases.compactMap { reason in
            skipped[reason].map { (reason: reason, n: $0) }
        }
        json.member("skipped", objects: counts) { count, json in
            json.member("reason", count.reason.rawValue)
            json.member("n", count.n)
        }
    }
}
