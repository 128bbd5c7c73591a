/// The circumstances of an event that the base score's rules may look at.
public struct EventContext: Sendable, Equatable {
    /// Part of the trading day; nil where only the day is known.
    public var phase: SessionPhase?
    /// Whether results of the same ticker came out at most five sessions before; a linked event does not
    /// count.
    public var resultsWithinFiveSessions: Bool
    /// Whether an event of the same ticker, New York day, type and items became known earlier.
    public var isDuplicate: Bool
    /// Share of the last 1,000 sessions on which the benchmark was less volatile, 0...1; nil with too little
    /// history.
    public var marketVolatilityQuantile: Double?

    /// Creates a context from its fields.
    public init(
        phase: SessionPhase?,
        resultsWithinFiveSessions: Bool,
        isDuplicate: Bool,
        marketVolatilityQuantile: Double?
    ) {
        self.phase = phase
        self.resultsWithinFiveSessions = resultsWithinFiveSessions
        self.isDuplicate = isDuplicate
        self.marketVolatilityQuantile = marketVolatilityQuantile
    }

    /// The benchmark's volatility regime; nil with too little history.
    public var marketRegime: MarketRegime? { MarketRegime(quantile: marketVolatilityQuantile) }
}

/// What later rooms need to know of a row beside its features.
public struct RowContext: Sendable, Equatable {
    /// Residual standard deviation of the market model over 60 sessions up to the base session, a fraction
    /// per session; nil where it cannot be estimated.
    public var idiosyncraticVolatility: Double?
    /// Part of the trading day; nil where only the day is known.
    public var phase: SessionPhase?
    /// Share of the last 1,000 sessions on which the benchmark was less volatile, 0...1; nil with too little
    /// history.
    public var marketVolatilityQuantile: Double?
    /// Whether results of the same ticker came out at most five sessions before.
    public var resultsWithinFiveSessions: Bool

    /// Creates a context from its fields.
    public init(
        idiosyncraticVolatility: Double?,
        phase: SessionPhase?,
        marketVolatilityQuantile: Double?,
        resultsWithinFiveSessions: Bool
    ) {
        self.idiosyncraticVolatility = idiosyncraticVolatility
        self.phase = phase
        self.marketVolatilityQuantile = marketVolatilityQuantile
        self.resultsWithinFiveSessions = resultsWithinFiveSessions
    }
}
