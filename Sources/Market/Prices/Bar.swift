/// One session of one instrument as the price source gave it.
///
/// Open, high, low and close are split-adjusted, `adjustedClose` is adjusted for dividends too; all in the
/// instrument's currency. A missing number is NaN here and NULL in storage.
public struct Bar: Sendable, Equatable {
    /// The civil day of the bar.
    public var day: TradingDay
    /// First price of the session.
    public var open: Double
    /// Highest price of the session.
    public var high: Double
    /// Lowest price of the session.
    public var low: Double
    /// Last price of the session, split-adjusted.
    public var close: Double
    /// Last price of the session, adjusted for splits and dividends.
    public var adjustedClose: Double
    /// Shares traded.
    public var volume: Double
    /// Cash dividend per share with this ex-date; 0 for none.
    public var dividend: Double
    /// Split factor that takes effect on this day (2 for two-for-one); 0 or 1 for none.
    public var splitFactor: Double

    /// Creates a bar from its fields.
    public init(
        day: TradingDay,
        open: Double,
        high: Double,
        low: Double,
        close: Double,
        adjustedClose: Double,
        volume: Double,
        dividend: Double = 0,
        splitFactor: Double = 0
    ) {
        self.day = day
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.adjustedClose = adjustedClose
        self.volume = volume
        self.dividend = dividend
        self.splitFactor = splitFactor
    }
}
