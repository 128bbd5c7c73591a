public import Events
public import Market

/// Events that are alike.
public enum KindScope: Sendable, Hashable {
    /// All events.
    case all
    /// Of one family.
    case family(EventFamily)
    /// Of one type.
    case type(EventType)
    /// Form 8-K with an item, whatever else it reports.
    case item(FilingItem)
    /// Of one group of like events.
    case group(ItemGroup)
}

/// Which events to look back on.
public struct KindSelection: Sendable, Hashable {
    /// Events of one symbol; nil for all companies.
    public var ticker: String?
    /// What they have in common.
    public var kind: KindScope
    /// From this day on, by the day that the source states.
    public var since: TradingDay?
    /// To this day, the day included.
    public var until: TradingDay?
    /// Only events known, and outcomes closed, before this instant.
    public var knownBefore: UTCInstant?

    /// Creates a selection.
    public init(
        ticker: String? = nil,
        kind: KindScope = .all,
        since: TradingDay? = nil,
        until: TradingDay? = nil,
        knownBefore: UTCInstant? = nil
    ) {
        self.ticker = ticker
        self.kind = kind
        self.since = since
        self.until = until
        self.knownBefore = knownBefore
    }
}
