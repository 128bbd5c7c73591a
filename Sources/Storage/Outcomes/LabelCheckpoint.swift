public import Market

/// The state in which all events of a symbol were last labelled at all horizons.
public struct LabelCheckpoint: Sendable, Equatable {
    /// Digest of everything that the labels depend on but the time: events, closes, benchmark, rules.
    public var fingerprint: String
    /// The session from which the next pending label may be attempted; nil where none is pending.
    public var nextDue: TradingDay?

    /// Creates a checkpoint.
    public init(fingerprint: String, nextDue: TradingDay?) {
        self.fingerprint = fingerprint
        self.nextDue = nextDue
    }
}
