public import Events
public import Market

/// An event in a list.
public struct EventLine: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// Its symbol.
    public var ticker: String
    /// Its type.
    public var type: EventType
    /// One line for people.
    public var title: String
    /// The day the source says it happened.
    public var occurredOn: TradingDay
    /// Score of the rules, points; nil where it was not scored.
    public var baseScore: Double?
    /// Score after the model at the shortest horizon at which it was applied, points; nil where none was.
    public var adjustedScore: Double?
    /// That horizon.
    public var adjustedHorizon: Horizon?

    /// Creates a line.
    public init(
        eventID: String,
        ticker: String,
        type: EventType,
        title: String,
        occurredOn: TradingDay,
        baseScore: Double?,
        adjustedScore: Double? = nil,
        adjustedHorizon: Horizon? = nil
    ) {
        self.eventID = eventID
        self.ticker = ticker
        self.type = type
        self.title = title
        self.occurredOn = occurredOn
        self.baseScore = baseScore
        self.adjustedScore = adjustedScore
        self.adjustedHorizon = adjustedHorizon
    }
}

/// A move after an event in a list.
public struct MoveLine: Sendable, Equatable {
    /// The event.
    public var event: EventLine
    /// The horizon of the move.
    public var horizon: Horizon
    /// Stock return minus benchmark return, a fraction.
    public var abnormalReturn: Double
    /// Its rank among the stock's own moves, points; nil without enough history.
    public var realizedImpact: Double?

    /// Creates a line.
    public init(event: EventLine, horizon: Horizon, abnormalReturn: Double, realizedImpact: Double?) {
        self.event = event
        self.horizon = horizon
        self.abnormalReturn = abnormalReturn
        self.realizedImpact = realizedImpact
    }
}
