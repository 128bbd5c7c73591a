public import Market

/// Adjusted closes of one instrument on the session grid: what an event study needs of a price series.
public struct AdjustedCloses: Sendable, Equatable {
    /// The instrument's symbol.
    public let ticker: String
    /// Calendar session of element 0.
    public let firstSession: Int
    /// Closes adjusted for splits and dividends; NaN where there is no usable close.
    public let values: [Double]
    /// Sessions at which the level breaks for no market reason; no return may span one.
    public let breaks: [Int]

    /// Creates a series.
    public init(ticker: String, firstSession: Int, values: [Double], breaks: [Int]) {
        self.ticker = ticker
        self.firstSession = firstSession
        self.values = values
        self.breaks = breaks
    }

    /// Takes the closes out of a price series; quarantined ones are NaN there.
    public init(_ series: PriceSeries) {
        self.init(
            ticker: series.ticker,
            firstSession: series.firstSession,
            values: series.adjusted,
            breaks: series.breaks
        )
    }
}
