/// Features that a person reads together.
///
/// The raw value names the group in tables; each feature of the current set belongs to exactly one group.
public enum FeatureGroup: String, CaseIterable, Sendable {
    /// The base score and its factors.
    case baseScore = "base_score"
    /// Family, type and amendment.
    case eventType = "event_type"
    /// Items of form 8-K.
    case items
    /// Earnings against estimates.
    case surprise
    /// Time of day, weekday, month.
    case time
    /// Events before this one.
    case earlierEvents = "earlier_events"
    /// Returns before the event.
    case returns
    /// Volatility, beta, distance to the year's high, volume.
    case risk
    /// The benchmark before the event.
    case market
    /// What like events did before.
    case pastOutcomes = "past_outcomes"

    /// The group of a feature by its name; nil for a name that the current set does not have.
    public init?(feature name: String) {
        guard let group = Self.byFeature[name] else { return nil }
        self = group
    }

    /// The group's name for people.
    public var title: String {
        switch self {
        case .baseScore: "Base score and its factors"
        case .eventType: "Event type"
        case .items: "8-K items"
        case .surprise: "Earnings surprise"
        case .time: "Time of the event"
        case .earlierEvents: "Earlier events"
        case .returns: "Returns before the event"
        case .risk: "Volatility and trading"
        case .market: "Market before the event"
        case .pastOutcomes: "Outcomes of like events"
        }
    }

    private static let byFeature: [String: FeatureGroup] = {
        let ofEvent: [(FeatureGroup, [Feature<EventFacets>])] = [
            (.baseScore, EventFeatures.baseScore), (.eventType, EventFeatures.eventType),
            (.items, EventFeatures.items), (.surprise, EventFeatures.surprise), (.time, EventFeatures.time),
            (.earlierEvents, EventFeatures.earlierEvents), (.returns, EventFeatures.returns),
            (.risk, EventFeatures.risk), (.market, EventFeatures.market),
        ]
        var groups: [String: FeatureGroup] = [:]
        for (group, features) in ofEvent {
            for feature in features { groups[feature.definition.name] = group }
        }
        for feature in HorizonFeatures.all { groups[feature.definition.name] = .pastOutcomes }
        return groups
    }()
}
