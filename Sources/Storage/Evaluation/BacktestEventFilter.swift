public import Events
public import Market
public import Models

/// Which graded events are asked for.
public struct BacktestEventFilter: Sendable, Hashable {
    /// Only this family.
    public var family: EventFamily?
    /// Only this horizon.
    public var horizon: Horizon?
    /// Only predictions that were made in this way.
    public var kind: SampleKind?
    /// Only this symbol.
    public var ticker: String?
    /// Only events whose reaction session falls on this day or later.
    public var since: TradingDay?
    /// Only events whose reaction session falls on this day or earlier.
    public var until: TradingDay?

    /// Creates a filter that lets everything through.
    public init(
        family: EventFamily? = nil,
        horizon: Horizon? = nil,
        kind: SampleKind? = nil,
        ticker: String? = nil,
        since: TradingDay? = nil,
        until: TradingDay? = nil
    ) {
        self.family = family
        self.horizon = horizon
        self.kind = kind
        self.ticker = ticker
        self.since = since
        self.until = until
    }
}

/// A place in the list of graded events: the last row of a page.
public struct BacktestEventCursor: Sendable, Hashable {
    /// Day of the base session, the one before the reaction session.
    public var baseSession: TradingDay
    /// The event's key.
    public var eventID: String
    /// The horizon.
    public var horizon: Horizon
    /// The number of the prediction.
    public var prediction: Int

    /// Creates a cursor.
    public init(baseSession: TradingDay, eventID: String, horizon: Horizon, prediction: Int) {
        self.baseSession = baseSession
        self.eventID = eventID
        self.horizon = horizon
        self.prediction = prediction
    }

    /// The cursor as text: day, horizon, number and key with `~` between, to be escaped where it stands in an address.
    public var text: String { "\(baseSession.iso8601)~\(horizon.code)~\(prediction)~\(eventID)" }

    /// Reads a cursor; nil for any other text.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: "~", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let day = TradingDay(iso8601: parts[0]),
            let horizon = Horizon(code: parts[1]),
            let prediction = Int(parts[2]), prediction >= 0, !parts[3].isEmpty
        else { return nil }
        self.init(baseSession: day, eventID: String(parts[3]), horizon: horizon, prediction: prediction)
    }
}

extension BacktestEventCursor: Comparable {
    /// Places are ordered as the tables order them; horizons by their codes.
    public static func < (lhs: BacktestEventCursor, rhs: BacktestEventCursor) -> Bool {
        if lhs.baseSession != rhs.baseSession { return lhs.baseSession < rhs.baseSession }
        if lhs.eventID != rhs.eventID { return lhs.eventID.utf8.lexicographicallyPrecedes(rhs.eventID.utf8) }
        if lhs.horizon != rhs.horizon { return lhs.horizon.code < rhs.horizon.code }
        return lhs.prediction < rhs.prediction
    }
}

/// A graded prediction of one event.
public struct BacktestEventRow: Sendable, Equatable {
    /// The event's key.
    public var eventID: String
    /// The event's symbol.
    public var ticker: String
    /// The event's family.
    public var family: EventFamily
    /// The event's type.
    public var eventType: EventType
    /// The horizon.
    public var horizon: Horizon
    /// How the prediction came to be made.
    public var kind: SampleKind
    /// Day of the reaction session.
    public var reactionDay: TradingDay
    /// Name and version of the model.
    public var modelID: String
    /// Score of the rules, 0...100.
    public var baseScore: Double
    /// Points that the model moved the score by.
    public var adjustment: Double
    /// Predicted impact, 0...100; nil without a magnitude head.
    public var predictedImpact: Double?
    /// Realized impact, 0...100; nil without enough history.
    public var realizedImpact: Double?
    /// Calibrated probability of up; nil without a direction head.
    public var probabilityUp: Double?
    /// Abnormal return, a fraction.
    public var abnormalReturn: Double
    /// +1, 0 or -1: sign of the abnormal return outside the neutral band.
    public var actualSide: Int

    /// +1 or -1; nil where there is no probability or it is one half.
    public var predictedSide: Int? {
        guard let probabilityUp, probabilityUp != 0.5 else { return nil }
        return probabilityUp > 0.5 ? 1 : -1
    }

    /// Whether the predicted side was right; nil where none was predicted or the move lies in the neutral band.
    public var isHit: Bool? {
        guard actualSide != 0, let predictedSide else { return nil }
        return (predictedSide > 0) == (abnormalReturn > 0)
    }
}

/// One page of graded events, newest reaction day first.
public struct BacktestEventPage: Sendable, Equatable {
    /// The rows.
    public var events: [BacktestEventRow]
    /// Where the next page begins; nil on the last one.
    public var next: BacktestEventCursor?

    /// Creates a page.
    public init(events: [BacktestEventRow], next: BacktestEventCursor?) {
        self.events = events
        self.next = next
    }
}
