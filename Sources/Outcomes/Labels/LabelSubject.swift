public import Events
public import Market

/// What the labeller needs to know of one event.
public struct LabelSubject: Sendable {
    /// The event's key.
    public let eventID: String
    /// The event's type.
    public let type: EventType
    /// The instant from which the market could know it.
    public let knownAt: UTCInstant
    /// The day of the event.
    public let occurredOn: TradingDay
    /// Whether `knownAt` is exact.
    public let timePrecision: TimePrecision
    /// False where the symbol's prices on that day belong to another company.
    public let tickerIsValid: Bool

    /// Creates a subject from its fields.
    public init(
        eventID: String,
        type: EventType,
        knownAt: UTCInstant,
        occurredOn: TradingDay,
        timePrecision: TimePrecision,
        tickerIsValid: Bool
    ) {
        self.eventID = eventID
        self.type = type
        self.knownAt = knownAt
        self.occurredOn = occurredOn
        self.timePrecision = timePrecision
        self.tickerIsValid = tickerIsValid
    }

    /// Takes the subject out of an event.
    public init(_ event: MarketEvent) {
        self.init(
            eventID: event.eventID,
            type: event.type,
            knownAt: event.knownAt,
            occurredOn: event.occurredOn,
            timePrecision: event.timePrecision,
            tickerIsValid: event.tickerIsValid
        )
    }
}

/// The result of trying to label one event at one horizon.
public enum LabelAttempt: Sendable, Equatable {
    /// A label.
    case labelled(Outcome)
    /// No label, with its one reason.
    case skipped(SkipReason)
}
