/// What is known of a stored price series when newer prices arrive.
public struct StoredPriceFacts: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// Hash of the stored bars, for writing onto no other ones than these.
    public var vintage: String
    /// The newest stored bars by day, at least those that a fresh tail may cover; never empty.
    public var recent: [Bar]
    /// Day of the last stored split; nil for none.
    public var lastSplit: TradingDay?
    /// Day of the last stored dividend; nil for none.
    public var lastDividend: TradingDay?

    /// Creates the facts of a series.
    public init(
        ticker: String,
        vintage: String,
        recent: [Bar],
        lastSplit: TradingDay? = nil,
        lastDividend: TradingDay? = nil
    ) {
        self.ticker = ticker
        self.vintage = vintage
        self.recent = recent
        self.lastSplit = lastSplit
        self.lastDividend = lastDividend
    }
}
