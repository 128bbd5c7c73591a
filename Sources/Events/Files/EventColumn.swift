import Market

/// The columns of an events file, in the order in which they are written.
public enum EventColumn: Int, CaseIterable, Sendable {
    /// The stable key; EDGAR's accession number for filings.
    case eventID
    /// The symbol on the event's day.
    case ticker
    /// The family's name; may be left out.
    case family
    /// The type's name.
    case eventType
    /// The form of a filing, in place of `family` and `event_type`.
    case form
    /// 8-K items, `;` between.
    case items
    /// EDGAR's company number.
    case cik
    /// The company's name.
    case companyName
    /// The day of the filing; the same as `occurred_on`.
    case filingDate
    /// The day on which it happened.
    case occurredOn
    /// The instant of acceptance, UTC; the same as `known_at`.
    case acceptanceDatetime
    /// The instant from which the market could know it, UTC; empty where only the day is known.
    case knownAt
    /// `exact` or `day`.
    case timePrecision
    /// Where the time of day comes from.
    case timeSource
    /// One line for people.
    case title
    /// A few sentences for people.
    case summary
    /// The address of the source.
    case sourceURL
    /// File name of a filing's main document; makes the address where `source_url` is not a column.
    case primaryDocument
    /// Consensus earnings per share.
    case epsEstimate
    /// Reported earnings per share.
    case epsActual
    /// Surprise in percent of the estimate.
    case surprisePercent
    /// A regulator's decision.
    case decision
    /// 1 for an amended filing.
    case isAmendment
    /// The key of the event that it amends.
    case amends
    /// The key of another source's event about the same announcement.
    case relatedEventID
    /// 0 where prices under the symbol belong to another company on that day.
    case tickerValid
    /// The connector's name.
    case connector
    /// The base score at the time of writing; understood and not read, since it is computed.
    case baseScore

    /// The column's heading: `event_id`.
    public var name: String { Self.names[rawValue] }

    /// Columns that `EventsCSVWriter` writes; the others are other ways to say the same.
    public static let written = allCases.filter {
        ![.form, .filingDate, .acceptanceDatetime, .primaryDocument].contains($0)
    }

    /// Finds a column by its heading as people write it; nil for a column that is not read.
    public init?(heading: some StringProtocol) {
        guard let column = Self.byKey[ColumnName.key(heading)] else { return nil }
        self = column
    }

    private static let names = [
        "event_id", "ticker", "family", "event_type", "form", "items", "cik", "company_name", "filing_date",
        "occurred_on", "acceptance_datetime", "known_at", "time_precision", "time_source", "title", "summary",
        "source_url", "primary_document", "eps_estimate", "eps_actual", "surprise_pct", "decision",
        "is_amendment", "amends", "related_event_id", "ticker_valid", "connector", "base_score",
    ]
    private static let byKey = Dictionary(
        uniqueKeysWithValues: zip(names.map { ColumnName.key($0) }, allCases)
    )
}
