public import Market
public import Outcomes

/// What is known of an event's outcome at one horizon.
public struct HorizonOutcome: Sendable, Equatable {
    /// What became of the attempt to measure it.
    public enum Result: Sendable, Equatable {
        /// The outcome.
        case labelled(Outcome)
        /// There is none, and why.
        case skipped(SkipReason)
    }

    /// The horizon.
    public var horizon: Horizon
    /// The outcome or why there is none.
    public var result: Result
    /// The last day of the window; nil where unknown.
    public var outcomeDay: TradingDay?

    /// Creates an outcome or the reason for want of one.
    public init(horizon: Horizon, result: Result, outcomeDay: TradingDay? = nil) {
        self.horizon = horizon
        self.result = result
        self.outcomeDay = outcomeDay
    }

    /// The outcome; nil where there is none.
    public var outcome: Outcome? {
        if case .labelled(let outcome) = result { outcome } else { nil }
    }
}
