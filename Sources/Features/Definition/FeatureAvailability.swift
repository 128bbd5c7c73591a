/// From when a feature's inputs are known; all of it lies before the reaction session's close.
public enum FeatureAvailability: String, CaseIterable, Sendable {
    /// With the event itself.
    case event
    /// With other events that became known strictly before the event; a linked one may come at the same
    /// instant.
    case earlierEvents = "earlier_events"
    /// With the close of the base session, the last session before the reaction session.
    case baseClose = "base_close"
    /// With outcomes of earlier events whose outcome session closed no later than the base session.
    case closedOutcomes = "closed_outcomes"

    /// The sentence of the documentation.
    public var explanation: String {
        switch self {
        case .event: "the event itself, at its known_at"
        case .earlierEvents: "events known strictly before it (day precision: from the end of that day)"
        case .baseClose: "closes and volumes up to the base session"
        case .closedOutcomes: "outcomes of earlier events whose outcome session is not after the base session"
        }
    }
}
