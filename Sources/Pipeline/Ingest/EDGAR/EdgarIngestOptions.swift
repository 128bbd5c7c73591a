public import Market

/// What an ingest of EDGAR is asked to do.
public struct EdgarIngestOptions: Sendable, Equatable {
    /// How filings are found.
    public enum Mode: String, CaseIterable, Sendable {
        /// By the submissions files of the companies.
        case company
        /// By the feed of current filings.
        case current
    }

    /// How filings are found.
    public var mode: Mode
    /// Who asks: a name and an address for mail, as EDGAR demands.
    public var userAgent: String
    /// Symbols to take; nil for all instruments with a company number.
    public var tickers: [String]?
    /// First filing date that is wanted; nil for all.
    public var since: TradingDay?
    /// Last filing date that is wanted; nil for all.
    public var until: TradingDay?
    /// The most companies that are asked in one run; nil for all.
    public var limit: Int?
    /// Where submissions are, without a slash at the end.
    public var dataURL: String
    /// Where the archive, the list and the feed are, without a slash at the end.
    public var wwwURL: String
    /// The most pages of the feed that are read in one run.
    public var feedPages: Int

    /// Creates options.
    public init(
        mode: Mode = .company,
        userAgent: String,
        tickers: [String]? = nil,
        since: TradingDay? = nil,
        until: TradingDay? = nil,
        limit: Int? = nil,
        dataURL: String = "https://data.sec.gov",
        wwwURL: String = "https://www.sec.gov",
        feedPages: Int = 20
    ) {
        self.mode = mode
        self.userAgent = userAgent
        self.tickers = tickers
        self.since = since
        self.until = until
        self.limit = limit
        self.dataURL = dataURL
        self.wwwURL = wwwURL
        self.feedPages = feedPages
    }

    /// Whether a text names who asks: some words and an address for mail.
    public static func isUserAgent(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count >= 2, text.utf8.count <= 200, text.utf8.allSatisfy({ (0x20...0x7e).contains($0) })
        else { return false }
        return words.contains { word in
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
                && !parts[1].hasSuffix(".")
        }
    }
}

/// Why an ingest of EDGAR cannot begin or had to stop.
public enum EdgarIngestError: Error, Equatable, CustomStringConvertible {
    /// Nobody is named who asks.
    case userAgent(String)
    /// No company is known for these symbols.
    case noCompanies
    /// EDGAR does not want to be asked now; what was read is stored.
    case refused(reason: String, companiesDone: Int)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .userAgent(let text):
            "edgar.user_agent is '\(text)'; accepted is a name and an address for mail, "
                + "for example 'Example Research contact@example.org', since EDGAR demands it"
        case .noCompanies: "no instrument with a company number is known; name symbols with --tickers"
        case .refused(let reason, let done):
            "EDGAR stopped answering after \(done) companies, which are stored; run it again later: \(reason)"
        }
    }
}
