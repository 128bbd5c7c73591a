public import Market

/// A source of daily prices.
public enum PriceSource: String, CaseIterable, Sendable {
    /// Yahoo's chart service.
    case yahoo
    /// Stooq's CSV download.
    case stooq
    /// A folder of files named after their symbols.
    case folder
}

/// Where the price keeper reads, and how long it waits.
public struct PriceRefreshSettings: Sendable, Equatable {
    /// The sources in the order in which they are asked for each symbol.
    public var sources: [PriceSource]
    /// Address of the chart service, without a path.
    public var yahooURL: String
    /// Address of Stooq, without a path.
    public var stooqURL: String
    /// Folder of price files; empty for none.
    public var folder: String
    /// CSV file of the symbol map; empty for none.
    public var symbolsPath: String
    /// Minutes after a session's close from which its prices count as final.
    public var finalAfterMinutes: Int
    /// Days after which a symbol without prices is looked at again.
    public var retryMissingAfterDays: Int

    /// Creates settings; the defaults are those of the documentation.
    public init(
        sources: [PriceSource] = [.yahoo, .stooq],
        yahooURL: String = "https://query1.finance.yahoo.com",
        stooqURL: String = "https://stooq.com",
        folder: String = "",
        symbolsPath: String = "",
        finalAfterMinutes: Int = 120,
        retryMissingAfterDays: Int = 14
    ) {
        self.sources = sources
        self.yahooURL = yahooURL
        self.stooqURL = stooqURL
        self.folder = folder
        self.symbolsPath = symbolsPath
        self.finalAfterMinutes = finalAfterMinutes
        self.retryMissingAfterDays = retryMissingAfterDays
    }
}

/// Which symbols a refresh looks at.
public struct PriceRefreshOptions: Sendable, Equatable {
    /// Symbols; nil for those with events that need prices.
    public var tickers: [String]?
    /// Events from this day on count as recent; nil for the last 90 days.
    public var since: TradingDay?
    /// The most symbols beside the benchmark; nil for all.
    public var limit: Int?
    /// Ask the sources and say what would be done, but write nothing.
    public var dryRun: Bool

    /// Creates options.
    public init(tickers: [String]? = nil, since: TradingDay? = nil, limit: Int? = nil, dryRun: Bool = false) {
        self.tickers = tickers
        self.since = since
        self.limit = limit
        self.dryRun = dryRun
    }
}
