/// A group of event types that share a model.
///
/// The raw value is the family's name on the command line, in the API and in the database.
public enum EventFamily: String, CaseIterable, Sendable, Comparable {
    /// Form 8-K current reports.
    case sec8K = "sec_8k"
    /// Form 10-Q quarterly reports.
    case sec10Q = "sec_10q"
    /// Form 10-K annual reports.
    case sec10K = "sec_10k"
    /// Earnings announcements of a calendar.
    case earnings
    /// Decisions and notices of the FDA.
    case fda
    /// Mergers, acquisitions and separations.
    case mna
    /// Dividends, buybacks, splits and offerings.
    case capitalAllocation = "capital_allocation"
    /// Products, partnerships and contracts.
    case productBusiness = "product_business"
    /// Changes of company guidance.
    case guidance
    /// Other SEC filings.
    case secOther = "sec_other"
    /// Other corporate news.
    case corporate

    /// Families are ordered by name.
    public static func < (lhs: EventFamily, rhs: EventFamily) -> Bool { lhs.rawValue < rhs.rawValue }
}
