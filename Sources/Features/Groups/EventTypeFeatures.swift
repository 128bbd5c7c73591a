import Events

extension EventFeatures {
    /// Family, type and group of the event.
    static let eventType: [Feature<EventFacets>] =
        EventFamily.allCases.map { family in
            Feature(
                "family_\(family.rawValue)",
                "Whether the event is of family \(family.rawValue)",
                .indicator,
                .event
            ) { ($0.event.family == family).indicator }
        } + [
            Feature(
                "event_type",
                "Event type",
                .code,
                .event,
                codes: EventType.allCases.map(\.rawValue)
            ) { typeCodes[$0.event.type] ?? .nan },
            Feature("item_group", "Item group", .code, .event, codes: ItemGroup.all.map(\.name)) {
                Double($0.group.index)
            },
            Feature("is_amendment", "Whether the filing amends another one", .indicator, .event) {
                $0.event.isAmendment.indicator
            },
            Feature("time_is_exact", "Whether the time of day is known", .indicator, .event) {
                $0.clock.isExact.indicator
            },
        ]

    private static let typeCodes = Dictionary(
        uniqueKeysWithValues: EventType.allCases.enumerated().map { ($0.element, Double($0.offset)) }
    )
}
