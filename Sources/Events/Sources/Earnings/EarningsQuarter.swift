public import Market

/// What a company earned in one quarter, as Yahoo's `earningsHistory` states it.
public struct EarningsQuarter: Sendable, Hashable {
    /// The quarter's end in Yahoo's reading.
    public var end: TradingDay
    /// Consensus earnings per share before the announcement.
    public var epsEstimate: Double?
    /// Reported earnings per share.
    public var epsActual: Double?
    /// The surprise in percent of the estimate, as stated.
    public var surprisePercent: Double?

    /// Creates a quarter.
    public init(
        end: TradingDay,
        epsEstimate: Double? = nil,
        epsActual: Double? = nil,
        surprisePercent: Double? = nil
    ) {
        self.end = end
        self.epsEstimate = epsEstimate
        self.epsActual = epsActual
        self.surprisePercent = surprisePercent
    }
}
