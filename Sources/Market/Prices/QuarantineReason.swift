/// Why a bar of a price source is kept but not used.
public enum QuarantineReason: String, CaseIterable, Sendable {
    /// A price that is zero, negative or not a finite number.
    case nonPositivePrice = "non_positive_price"
    /// The high lies below the low, or the close far outside both.
    case highBelowLow = "high_below_low"
    /// A price about a hundred times too large or too small, with a way back.
    case unitError = "unit_error"
    /// A one-day jump near a split ratio without a split and without the trading of a real move.
    case missingSplit = "missing_split"
    /// A run of identical closes with zero volume.
    case staleRun = "stale_run"
    /// A bar on a day on which the exchange was closed.
    case notASession = "not_a_session"
    /// A dividend that prices or adjusted closes contradict without saying what is right.
    case suspectDividend = "suspect_dividend"

    /// Whether the bar stays in use and only windows that span its day are refused.
    public var breaksLevel: Bool {
        switch self {
        case .missingSplit, .suspectDividend: true
        case .nonPositivePrice, .highBelowLow, .unitError, .staleRun, .notASession: false
        }
    }

    /// A number for hashing that never changes once given.
    var code: Int {
        switch self {
        case .nonPositivePrice: 1
        case .highBelowLow: 2
        case .unitError: 3
        case .missingSplit: 4
        case .staleRun: 5
        case .notASession: 6
        case .suspectDividend: 7
        }
    }
}
