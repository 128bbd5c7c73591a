/// What EDGAR says about a company.
public struct CompanyRecord: Sendable, Equatable {
    /// EDGAR's number of the company, ten digits.
    public var cik: String
    /// Its present name.
    public var name: String
    /// Its present symbols, the main one first; empty where it is not listed.
    public var tickers: [String]
    /// The exchanges of the symbols, in the same order.
    public var exchanges: [String]
    /// Standard industrial classification, four digits; nil where EDGAR has none.
    public var sic: String?
    /// The classification in words.
    public var sicDescription: String?

    /// Creates a record.
    public init(
        cik: String,
        name: String,
        tickers: [String] = [],
        exchanges: [String] = [],
        sic: String? = nil,
        sicDescription: String? = nil
    ) {
        self.cik = cik
        self.name = name
        self.tickers = tickers
        self.exchanges = exchanges
        self.sic = sic
        self.sicDescription = sicDescription
    }
}
