public import Market

/// The question for one row: an event and a horizon.
public struct FeatureRequest: Hashable, Sendable {
    /// The event's key.
    public let eventID: String
    /// The horizon whose outcome is to be predicted.
    public let horizon: Horizon

    /// Pairs an event's key with a horizon.
    public init(eventID: String, horizon: Horizon) {
        self.eventID = eventID
        self.horizon = horizon
    }
}

/// A question that cannot be answered with features.
public enum FeatureError: Error, Hashable, Sendable {
    /// The event is not in the history.
    case unknownEvent(String)
}

extension FeatureError: CustomStringConvertible {
    /// The key and what is accepted.
    public var description: String {
        switch self {
        case .unknownEvent(let eventID):
            "no event with the key \"\(eventID)\" is in the history; "
                + "rows can be asked for events of the history only"
        }
    }
}
