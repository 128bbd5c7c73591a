/// A page of the dashboard that a sentence points to.
public enum PageName: String, CaseIterable, Sendable {
    /// Market Echo panel, latest events, freshness.
    case overview
    /// All events with filters.
    case events
    /// Monitoring and backtesting tables.
    case backtesting
    /// Questions and explanations.
    case radarquant
    /// Run ledger and data quality.
    case jobs
    /// Method, limits, disclaimers.
    case about
}
