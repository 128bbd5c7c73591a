public import Market

/// Which events a question is about.
public struct EventFilter: Sendable, Hashable {
    /// The company; nil for all.
    public var ticker: String?
    /// The kind.
    public var kind: EventKind
    /// First day on which an event may have happened; nil for no bound.
    public var since: TradingDay?
    /// Last day on which an event may have happened; nil for no bound.
    public var until: TradingDay?

    /// Creates a filter; the default lets every event pass.
    public init(
        ticker: String? = nil,
        kind: EventKind = .all,
        since: TradingDay? = nil,
        until: TradingDay? = nil
    ) {
        self.ticker = ticker
        self.kind = kind
        self.since = since
        self.until = until
    }
}
