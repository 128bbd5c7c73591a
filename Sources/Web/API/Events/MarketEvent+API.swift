import Events
import JSONText
import Market

extension MarketEvent {
    /// Writes the event's members.
    func writeMembers(to json: inout JSONWriter) {
        json.member("event_id", eventID)
        json.member("ticker", ticker)
        json.member("ticker_valid", tickerIsValid)
        json.member("cik", cik)
        json.member("company_name", companyName)
        json.member("family", family.rawValue)
        json.member("event_type", type.rawValue)
        json.member("items", items)
        json.member("occurred_on", occurredOn.iso8601)
        json.member("known_at", knownAt.iso8601)
        json.member("time_precision", timePrecision.rawValue)
        json.member("time_source", timeSource.rawValue)
        json.member("title", title)
        json.member("summary", summary)
        json.member("source", source)
        json.member("source_url", sourceURL)
        json.member(
            "facts",
            object: { json in
                json.member("eps_estimate", number: facts.epsEstimate)
                json.member("eps_actual", number: facts.epsActual)
                json.member("surprise_pct", number: facts.surprisePercent)
                json.member("decision", facts.decision)
            }
        )
        json.member("amends", amends)
        json.member("is_amendment", isAmendment)
        json.member("related_event_id", relatedEventID)
    }
}
