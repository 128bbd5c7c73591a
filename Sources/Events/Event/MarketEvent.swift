public import Market

/// Something that the market could learn about a company, with the instant from which it could be known.
public struct MarketEvent: Sendable, Equatable {
    /// Stable text key: EDGAR's accession number, elsewhere `source:natural-key`.
    public var eventID: String
    /// The symbol valid on the event's day.
    public var ticker: String
    /// False where the source says that the symbol's prices on that day belong to another company.
    public var tickerIsValid: Bool
    /// EDGAR's company number, ten digits, where the source has it.
    public var cik: String?
    /// The company's name where the source has it.
    public var companyName: String?
    /// Family and type; a type belongs to exactly one family.
    public var type: EventType
    /// 8-K item numbers, sorted, without duplicates; empty for other types.
    public var items: [String]
    /// The day the source says it happened.
    public var occurredOn: TradingDay
    /// The instant from which the market could know it; for day precision New York midnight of that day.
    public var knownAt: UTCInstant
    /// Whether `knownAt` is a real instant or only names a day.
    public var timePrecision: TimePrecision
    /// Where the time of day comes from.
    public var timeSource: TimeSource
    /// One line for people.
    public var title: String
    /// A few sentences for people; empty where the source has none.
    public var summary: String
    /// The connector's name.
    public var source: String
    /// A real address, never a placeholder.
    public var sourceURL: String?
    /// Typed numbers of the source.
    public var facts: EventFacts
    /// For an amendment: the key of the event that it amends, where known.
    public var amends: String?
    /// True for an amended filing (8-K/A), whether or not the original is known.
    public var isAmendment: Bool
    /// The key of another source's event about the same announcement.
    public var relatedEventID: String?

    /// Creates an event from its fields.
    public init(
        eventID: String,
        ticker: String,
        tickerIsValid: Bool = true,
        cik: String? = nil,
        companyName: String? = nil,
        type: EventType,
        items: [String] = [],
        occurredOn: TradingDay,
        knownAt: UTCInstant,
        timePrecision: TimePrecision,
        timeSource: TimeSource,
        title: String,
        summary: String = "",
        source: String,
        sourceURL: String? = nil,
        facts: EventFacts = EventFacts(),
        amends: String? = nil,
        isAmendment: Bool = false,
        relatedEventID: String? = nil
    ) {
        self.eventID = eventID
        self.ticker = ticker
        self.tickerIsValid = tickerIsValid
        self.cik = cik
        self.companyName = companyName
        self.type = type
        self.items = items
        self.occurredOn = occurredOn
        self.knownAt = knownAt
        self.timePrecision = timePrecision
        self.timeSource = timeSource
        self.title = title
        self.summary = summary
        self.source = source
        self.sourceURL = sourceURL
        self.facts = facts
        self.amends = amends
        self.isAmendment = isAmendment
        self.relatedEventID = relatedEventID
    }

    /// The family of the event's type.
    public var family: EventFamily { type.family }
}
