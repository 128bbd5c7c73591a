public import Events
public import Market

/// What is stored of one company.
public struct CompanyOverview: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// The name, from the instruments or from the newest event that states one; nil where nobody does.
    public var name: String?
    /// What is known beside events; nil where nothing is.
    public var instrument: Instrument?
    /// Events by family, families without one left out, sorted.
    public var eventCounts: [FamilyCount]
    /// When the first event could be known; nil without events.
    public var firstEvent: UTCInstant?
    /// When the newest event could be known; nil without events.
    public var lastEvent: UTCInstant?
    /// Labels by horizon; a horizon without one is left out.
    public var labelCounts: [Horizon: Int]
    /// The price series; nil where none is stored.
    public var series: SeriesFacts?

    /// Creates a value from its fields.
    public init(
        ticker: String,
        name: String? = nil,
        instrument: Instrument? = nil,
        eventCounts: [FamilyCount],
        firstEvent: UTCInstant? = nil,
        lastEvent: UTCInstant? = nil,
        labelCounts: [Horizon: Int],
        series: SeriesFacts? = nil
    ) {
        self.ticker = ticker
        self.name = name
        self.instrument = instrument
        self.eventCounts = eventCounts
        self.firstEvent = firstEvent
        self.lastEvent = lastEvent
        self.labelCounts = labelCounts
        self.series = series
    }
    /// Events in all.
    public var events: Int { eventCounts.reduce(0) { $0 + $1.events } }
}

/// Events of one family.
public struct FamilyCount: Sendable, Equatable {
    /// The family.
    public var family: EventFamily
    /// How many.
    public var events: Int

    /// Creates a value from its fields.
    public init(family: EventFamily, events: Int) {
        self.family = family
        self.events = events
    }
}

/// What is stored of a price series.
public struct SeriesFacts: Sendable, Equatable {
    /// The source's name.
    public var source: String
    /// When the source was read.
    public var fetchedAt: UTCInstant
    /// The first bar.
    public var firstDay: TradingDay
    /// The last bar.
    public var lastDay: TradingDay
    /// Bars in all.
    public var bars: Int
    /// Bars whose close is not used.
    public var quarantined: Int
    /// Level breaks that no window may span.
    public var breaks: [StoredBreak]

    /// Creates a value from its fields.
    public init(
        source: String,
        fetchedAt: UTCInstant,
        firstDay: TradingDay,
        lastDay: TradingDay,
        bars: Int,
        quarantined: Int,
        breaks: [StoredBreak]
    ) {
        self.source = source
        self.fetchedAt = fetchedAt
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.bars = bars
        self.quarantined = quarantined
        self.breaks = breaks
    }
}

/// A close that may be used.
public struct AdjustedClose: Sendable, Equatable {
    /// The day.
    public var day: TradingDay
    /// The close adjusted for splits and dividends.
    public var close: Double

    /// Creates a close.
    public init(day: TradingDay, close: Double) {
        self.day = day
        self.close = close
    }
}
