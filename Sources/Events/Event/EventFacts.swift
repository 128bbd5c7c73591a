/// Typed numbers and decisions that the source states about an event; nil where it states none.
public struct EventFacts: Sendable, Equatable {
    /// Consensus earnings per share before the announcement, in the reporting currency.
    public var epsEstimate: Double?
    /// Reported earnings per share, in the reporting currency.
    public var epsActual: Double?
    /// The source's own surprise figure in percent of the estimate.
    public var surprisePercent: Double?
    /// A regulator's decision in the source's words, for example `approved`.
    public var decision: String?

    /// Creates facts; every one may be absent.
    public init(
        epsEstimate: Double? = nil,
        epsActual: Double? = nil,
        surprisePercent: Double? = nil,
        decision: String? = nil
    ) {
        self.epsEstimate = epsEstimate
        self.epsActual = epsActual
        self.surprisePercent = surprisePercent
        self.decision = decision
    }
}
