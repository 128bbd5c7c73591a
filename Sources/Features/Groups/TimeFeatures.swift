import Market

extension EventFeatures {
    /// When the event became known.
    static let time: [Feature<EventFacets>] =
        SessionPhase.allCases.map { phase in
            Feature(
                "known_\(phase.rawValue)",
                "Whether the event became known \(phase.phrase)",
                .indicator,
                .event
            ) { ($0.clock.phase == phase).indicator }
        } + [
            Feature("known_time_unknown", "Whether only the day of the event is known", .indicator, .event) {
                ($0.clock.phase == nil).indicator
            },
            Feature(
                "minutes_to_close",
                "Clock time from the event to the close of the reaction session",
                .minutes,
                .event
            ) { $0.clock.minutesToClose },
            Feature("weekday", "Day of the week in New York, 1 for Monday to 7 for Sunday", .count, .event) {
                Double($0.clock.day.weekday)
            },
            Feature("month", "Month in New York, 1 to 12", .count, .event) {
                Double($0.clock.day.civil.month)
            },
        ]
}

extension SessionPhase {
    /// The phase in words that fit behind "became known".
    fileprivate var phrase: String {
        switch self {
        case .beforeOpen: "on the day of the reaction session before it opens"
        case .regular: "while the reaction session trades"
        case .afterClose: "after the close of the base session and before the day of the reaction session"
        }
    }
}
