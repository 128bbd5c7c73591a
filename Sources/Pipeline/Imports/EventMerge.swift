import Events

extension MarketEvent {
    /// This reading of an event laid over the stored one: what it states counts, what it leaves open stays.
    ///
    /// The same filing read by two connectors is one event. A known time of day is not given up for a mere day,
    /// and a filing's SGML header outranks every other source of its time.
    func merged(over stored: MarketEvent) -> MarketEvent {
        var merged = self
        let losesTime = timePrecision == .day && stored.timePrecision == .exact
        let outranked = stored.timeSource == .sgml && timeSource != .sgml
        if occurredOn == stored.occurredOn, losesTime || outranked {
            merged.knownAt = stored.knownAt
            merged.timePrecision = stored.timePrecision
            merged.timeSource = stored.timeSource
        }
        // A source that knows whose prices a symbol had outranks those that do not say.
        merged.tickerIsValid = tickerIsValid && (stored.tickerIsValid || ticker != stored.ticker)
        merged.cik = cik ?? stored.cik
        merged.companyName = companyName ?? stored.companyName
        merged.sourceURL = sourceURL ?? stored.sourceURL
        merged.amends = amends ?? stored.amends
        merged.relatedEventID = relatedEventID ?? stored.relatedEventID
        if summary.isEmpty { merged.summary = stored.summary }
        merged.facts = EventFacts(
            epsEstimate: facts.epsEstimate ?? stored.facts.epsEstimate,
            epsActual: facts.epsActual ?? stored.facts.epsActual,
            surprisePercent: facts.surprisePercent ?? stored.facts.surprisePercent,
            decision: facts.decision ?? stored.facts.decision
        )
        return merged
    }
}
