import Market

extension EventColumn {
    /// Whether the column holds numbers.
    public var isNumber: Bool {
        switch self {
        case .epsEstimate, .epsActual, .surprisePercent, .baseScore: true
        default: false
        }
    }

    /// An event's value in this column as written to a file; nil for an empty field.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - baseScore: its base score, 0...100; nil for an empty field.
    /// - Returns: the text before any quoting.
    public func text(of event: MarketEvent, baseScore: Double? = nil) -> String? {
        switch self {
        case .eventID: event.eventID
        case .ticker: event.ticker
        case .family: event.family.rawValue
        case .eventType: event.type.rawValue
        case .items: event.items.joined(separator: ";")
        case .cik: event.cik
        case .companyName: event.companyName
        case .occurredOn: event.occurredOn.iso8601
        case .knownAt: event.timePrecision == .exact ? event.knownAt.iso8601 : nil
        case .timePrecision: event.timePrecision.rawValue
        case .timeSource: event.timeSource.rawValue
        case .title: event.title
        case .summary: event.summary
        case .sourceURL: event.sourceURL
        case .epsEstimate: event.facts.epsEstimate.map { "\($0)" }
        case .epsActual: event.facts.epsActual.map { "\($0)" }
        case .surprisePercent: event.facts.surprisePercent.map { "\($0)" }
        case .decision: event.facts.decision
        case .isAmendment: event.isAmendment ? "1" : "0"
        case .amends: event.amends
        case .relatedEventID: event.relatedEventID
        case .tickerValid: event.tickerIsValid ? "1" : "0"
        case .connector: event.source
        case .baseScore: baseScore.map { "\($0)" }
        case .form, .filingDate, .acceptanceDatetime, .primaryDocument: nil
        }
    }
}
