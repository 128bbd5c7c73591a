/// Why an attempt to label an event at a horizon gave no label.
public enum SkipReason: String, CaseIterable, Sendable {
    /// Not enough sessions have closed since the base close.
    case pending
    /// No price is known for the symbol.
    case noPrices = "no_prices"
    /// The symbol's first close lies after the base session.
    case notYetListed = "not_yet_listed"
    /// The symbol's last close lies before the outcome session and its series has ended.
    case delistedBeforeOutcome = "delisted_before_outcome"
    /// The base session has no close although sessions before and after it may have.
    case missingBaseClose = "missing_base_close"
    /// The outcome session has no close.
    case missingOutcomeClose = "missing_outcome_close"
    /// The benchmark lacks one of the two closes.
    case benchmarkMissing = "benchmark_missing"
    /// A close is quarantined, or the series breaks between base and outcome.
    case suspectPrice = "suspect_price"
    /// The label exists but the stock has too few own moves to rank it among.
    case insufficientHistory = "insufficient_history"
    /// The symbol's prices are known to belong to another company, or are not priced by this benchmark.
    case unsupportedTicker = "unsupported_ticker"
}
