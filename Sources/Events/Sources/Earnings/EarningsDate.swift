public import Market

/// A day on which a company announces its earnings, as a calendar states it.
public struct EarningsDate: Sendable, Hashable {
    /// The New York day.
    public var day: TradingDay
    /// The instant; nil where only the day is known.
    public var instant: UTCInstant?

    /// Creates a date.
    public init(day: TradingDay, instant: UTCInstant? = nil) {
        self.day = day
        self.instant = instant
    }

    /// Reads a time stamp of Yahoo: midnight UTC stands for a day without a time.
    public init(stamp: UTCInstant) {
        if stamp.utcSecondOfDay == 0 {
            self.init(day: stamp.utcDay)
        } else {
            self.init(day: NewYork.wallClock(of: stamp).day, instant: stamp)
        }
    }
}
