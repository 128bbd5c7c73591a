public import Events
public import Market
public import Outcomes

/// How fresh and how complete the stored data are.
public struct DataQuality: Sendable, Equatable {
    /// Events by source, sorted.
    public var sources: [SourceFreshness]
    /// The price series together.
    public var prices: PriceQuality
    /// What became of the events of each family, year and horizon, sorted.
    public var survivorship: [SurvivorshipRow]

    /// Creates a value from its fields.
    public init(sources: [SourceFreshness], prices: PriceQuality, survivorship: [SurvivorshipRow]) {
        self.sources = sources
        self.prices = prices
        self.survivorship = survivorship
    }

    /// Share of events and horizons without a label, 0...1; nil without events.
    public var unlabelledShare: Double? {
        let events = survivorship.reduce(0) { $0 + $1.events }
        guard events > 0 else { return nil }
        return 1 - Double(survivorship.reduce(0) { $0 + $1.labelled }) / Double(events)
    }
}

/// The events of one source.
public struct SourceFreshness: Sendable, Equatable {
    /// The connector's name.
    public var source: String
    /// How many events.
    public var events: Int
    /// When the newest could be known.
    public var lastKnownAt: UTCInstant
    /// When one was last ingested.
    public var lastIngestedAt: UTCInstant

    /// Creates a value from its fields.
    public init(source: String, events: Int, lastKnownAt: UTCInstant, lastIngestedAt: UTCInstant) {
        self.source = source
        self.events = events
        self.lastKnownAt = lastKnownAt
        self.lastIngestedAt = lastIngestedAt
    }
}

/// The price series together.
public struct PriceQuality: Sendable, Equatable {
    /// Series.
    public var series: Int
    /// Bars.
    public var bars: Int
    /// The newest last bar of all series; nil without a series.
    public var lastDay: TradingDay?
    /// When a source was last read; nil without a series.
    public var lastFetchedAt: UTCInstant?
    /// Series that end before the newest, earliest first: ended, renamed or no longer refreshed.
    public var stale: [StaleSeries]
    /// Bars whose close is not used, by reason; reasons without one are left out.
    public var quarantined: [QuarantineReason: Int]
    /// Level breaks, sorted by symbol and day.
    public var breaks: [SymbolBreak]

    /// Creates a value from its fields.
    public init(
        series: Int,
        bars: Int,
        lastDay: TradingDay? = nil,
        lastFetchedAt: UTCInstant? = nil,
        stale: [StaleSeries],
        quarantined: [QuarantineReason: Int],
        breaks: [SymbolBreak]
    ) {
        self.series = series
        self.bars = bars
        self.lastDay = lastDay
        self.lastFetchedAt = lastFetchedAt
        self.stale = stale
        self.quarantined = quarantined
        self.breaks = breaks
    }
}

/// A series that ends before others do.
public struct StaleSeries: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// Its last bar.
    public var lastDay: TradingDay

    /// Creates a value from its fields.
    public init(ticker: String, lastDay: TradingDay) {
        self.ticker = ticker
        self.lastDay = lastDay
    }
}

/// A level break of a symbol.
public struct SymbolBreak: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// The break.
    public var levelBreak: StoredBreak

    /// Creates a value from its fields.
    public init(ticker: String, levelBreak: StoredBreak) {
        self.ticker = ticker
        self.levelBreak = levelBreak
    }
}

/// What became of the events of one family and year at one horizon.
public struct SurvivorshipRow: Sendable, Equatable {
    /// The family.
    public var family: EventFamily
    /// The UTC year in which the events could be known.
    public var year: Int
    /// The horizon.
    public var horizon: Horizon
    /// Events.
    public var events: Int
    /// Events with a label.
    public var labelled: Int
    /// Attempts without a label, by reason; reasons without one are left out.
    public var skipped: [SkipReason: Int]

    /// Creates a value from its fields.
    public init(
        family: EventFamily,
        year: Int,
        horizon: Horizon,
        events: Int,
        labelled: Int,
        skipped: [SkipReason: Int]
    ) {
        self.family = family
        self.year = year
        self.horizon = horizon
        self.events = events
        self.labelled = labelled
        self.skipped = skipped
    }

    /// Events that were never attempted.
    public var notAttempted: Int { events - labelled - skipped.values.reduce(0, +) }
}
