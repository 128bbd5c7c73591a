public import Events
public import Market

/// Which labels to make.
public struct LabelOptions: Sendable, Equatable {
    /// First day of the events, inclusive; nil for all.
    public var since: TradingDay?
    /// Last day of the events, inclusive; nil for all.
    public var until: TradingDay?
    /// Families; nil for all.
    public var families: Set<EventFamily>?
    /// Horizons, without duplicates.
    public var horizons: [Horizon]
    /// The most events that are looked at, oldest first; nil for all.
    public var limit: Int?
    /// Compute and count, but write nothing.
    public var dryRun: Bool
    /// Closes after this day are not yet known; nil for the latest closed session.
    public var asOf: TradingDay?
    /// Look again at symbols whose labels are complete and whose inputs have not changed.
    public var labelAll: Bool

    /// Creates options; the defaults label everything.
    public init(
        since: TradingDay? = nil,
        until: TradingDay? = nil,
        families: Set<EventFamily>? = nil,
        horizons: [Horizon] = Horizon.allCases,
        limit: Int? = nil,
        dryRun: Bool = false,
        asOf: TradingDay? = nil,
        labelAll: Bool = false
    ) {
        self.since = since
        self.until = until
        self.families = families
        self.horizons = horizons
        self.limit = limit
        self.dryRun = dryRun
        self.asOf = asOf
        self.labelAll = labelAll
    }

    /// Whether the run covers every event at every horizon.
    var isComplete: Bool {
        since == nil && until == nil && families == nil && limit == nil
            && Set(horizons) == Set(Horizon.allCases)
    }
}
