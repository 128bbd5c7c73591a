/// What a refresh of prices did.
public struct PriceRefreshReport: Sendable, Equatable {
    /// What was written and repaired, by series.
    public var prices = PriceImportReport()
    /// Symbols that were looked at, the benchmark first.
    public var looked: [String] = []
    /// Symbols whose whole history was read again, with the reason.
    public var reread: [PriceRefreshNote] = []
    /// Symbols without prices at any source, with what the sources said.
    public var missing: [PriceRefreshNote] = []
    /// Symbols that are not looked at again yet since no source had prices.
    public var skipped: [String] = []
    /// Symbols whose fresh prices are not believed, with the reason; their series stay as they were.
    public var suspect: [PriceRefreshNote] = []
    /// What went wrong at a source, one line each.
    public var problems: [String] = []
    /// Whether nothing was written since a dry run was wanted.
    public var dryRun = false

    /// Creates an empty report.
    public init() {}
}

/// A symbol with a reason.
public struct PriceRefreshNote: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// The reason in words.
    public var reason: String

    /// Creates a note.
    public init(ticker: String, reason: String) {
        self.ticker = ticker
        self.reason = reason
    }
}

/// Why prices cannot be refreshed at all.
public enum PriceRefreshError: Error, Equatable, CustomStringConvertible {
    /// The symbol map cannot be used.
    case symbols(path: String, reason: String)
    /// No source is configured.
    case noSource
    /// Every symbol failed since no source could be reached.
    case nothingReachable([String])

    /// The error with what to do.
    public var description: String {
        switch self {
        case .symbols(let path, let reason): "prices.symbols_path is '\(path)': \(reason)"
        case .noSource: "prices.sources is empty; accepted are yahoo, stooq and folder with commas between"
        case .nothingReachable(let problems):
            "no price source could be used: \(problems.prefix(3).joined(separator: "; "))"
        }
    }
}
