public import Events
public import Market
public import Models
public import Outcomes
public import Scores

/// What the backtest knows of one stored event beside its predictions.
public struct BacktestEvent: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// The event's symbol.
    public var ticker: String
    /// The event's type; its family follows from it.
    public var type: EventType
    /// The group of like events that it belongs to.
    public var itemGroup: ItemGroup
    /// The day the source says it happened.
    public var occurredOn: TradingDay
    /// Whether its instant is known or only its day.
    public var timePrecision: TimePrecision
    /// Part of the trading day in which it became known, `before_open`, `regular` or `after_close`; nil where unknown.
    public var phase: String?
    /// The first session that could react; nil where the calendar does not reach it.
    public var reactionSession: Int?
    /// Which way the rules expected the price to move; nil where no base score is stored.
    public var ruleDirection: RuleDirection?

    /// Creates an event from its fields.
    public init(
        eventID: String,
        ticker: String,
        type: EventType,
        itemGroup: ItemGroup,
        occurredOn: TradingDay,
        timePrecision: TimePrecision,
        phase: String?,
        reactionSession: Int?,
        ruleDirection: RuleDirection?
    ) {
        self.eventID = eventID
        self.ticker = ticker
        self.type = type
        self.itemGroup = itemGroup
        self.occurredOn = occurredOn
        self.timePrecision = timePrecision
        self.phase = phase
        self.reactionSession = reactionSession
        self.ruleDirection = ruleDirection
    }
}

/// A label of a stored event, as far as counts need it.
public struct BacktestLabel: Sendable, Hashable {
    /// Position of the event in the input.
    public var event: Int
    /// The horizon.
    public var horizon: Horizon
    /// Whether the move could be ranked among the stock's own.
    public var hasImpact: Bool

    /// Creates a label.
    public init(event: Int, horizon: Horizon, hasImpact: Bool) {
        self.event = event
        self.horizon = horizon
        self.hasImpact = hasImpact
    }
}

/// An entry of the skip ledger.
public struct BacktestSkip: Sendable, Hashable {
    /// Position of the event in the input.
    public var event: Int
    /// The horizon.
    public var horizon: Horizon
    /// Why there is no label.
    public var reason: SkipReason

    /// Creates an entry.
    public init(event: Int, horizon: Horizon, reason: SkipReason) {
        self.event = event
        self.horizon = horizon
        self.reason = reason
    }
}

/// How many events have a newest live score that is of one sort.
public struct LiveScoreCount: Sendable, Hashable {
    /// The horizon.
    public var horizon: Horizon
    /// Why the model was not applied; nil where it was.
    public var notAppliedReason: String?
    /// Events.
    public var n: Int

    /// Creates a count.
    public init(horizon: Horizon, notAppliedReason: String?, n: Int) {
        self.horizon = horizon
        self.notAppliedReason = notAppliedReason
        self.n = n
    }
}

/// Everything that a backtesting report is computed from, beside the monitoring report of the same predictions.
public struct BacktestInput: Sendable {
    /// The exchange calendar that numbers the sessions.
    public var calendar: ExchangeCalendar
    /// All stored events, in any order.
    public var events: [BacktestEvent]
    /// The labels of these events, in any order.
    public var labels: [BacktestLabel]
    /// Why others have none, in any order.
    public var skips: [BacktestSkip]
    /// Graded predictions: those of the monitoring report.
    public var predictions: [GradedPrediction]
    /// The registry.
    public var models: [ModelRecord]
    /// The newest live scores, counted by horizon and reason.
    public var liveScores: [LiveScoreCount]
    /// Closes of the events' symbols; symbols without prices are left out.
    public var closes: [AdjustedCloses]
    /// Closes of the benchmark; nil where there are none.
    public var benchmarkCloses: AdjustedCloses?

    /// Creates the input of a report.
    public init(
        calendar: ExchangeCalendar,
        events: [BacktestEvent],
        labels: [BacktestLabel],
        skips: [BacktestSkip],
        predictions: [GradedPrediction],
        models: [ModelRecord],
        liveScores: [LiveScoreCount],
        closes: [AdjustedCloses],
        benchmarkCloses: AdjustedCloses?
    ) {
        self.calendar = calendar
        self.events = events
        self.labels = labels
        self.skips = skips
        self.predictions = predictions
        self.models = models
        self.liveScores = liveScores
        self.closes = closes
        self.benchmarkCloses = benchmarkCloses
    }
}
