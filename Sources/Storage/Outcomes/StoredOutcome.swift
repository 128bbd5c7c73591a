public import Market
public import Outcomes

/// A label with its provenance.
public struct StoredOutcome: Sendable, Equatable {
    /// The label.
    public var outcome: Outcome
    /// Version of the rules that made it.
    public var labelVersion: String
    /// Version of the latest model trained on it; nil until one was.
    public var trainedVersion: String?
    /// When it was written.
    public var recordedAt: UTCInstant

    /// Creates a stored label.
    public init(outcome: Outcome, labelVersion: String, trainedVersion: String?, recordedAt: UTCInstant) {
        self.outcome = outcome
        self.labelVersion = labelVersion
        self.trainedVersion = trainedVersion
        self.recordedAt = recordedAt
    }

    /// Its key.
    public var key: OutcomeKey { OutcomeKey(eventID: outcome.eventID, horizon: outcome.horizon) }
}

/// Why an attempt gave no label, as the skip ledger keeps it.
public struct StoredSkip: Sendable, Hashable {
    /// The reason.
    public var reason: SkipReason
    /// The symbol that the event had.
    public var ticker: String

    /// Creates an entry.
    public init(reason: SkipReason, ticker: String) {
        self.reason = reason
        self.ticker = ticker
    }
}
