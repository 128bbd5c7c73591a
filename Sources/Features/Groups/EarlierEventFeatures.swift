extension EventFeatures {
    /// Other events that were known before.
    static let earlierEvents: [Feature<EventFacets>] = [
        Feature(
            "sessions_since_last_event",
            "Sessions from the reaction session of the ticker's last other event to this one's",
            .sessions,
            .earlierEvents
        ) { $0.earlier.sessionsSinceLastEvent },
        Feature("events_30d", "Other events of the ticker in the 30 days before", .count, .earlierEvents) {
            $0.earlier.eventsIn30Days
        },
        Feature("events_90d", "Other events of the ticker in the 90 days before", .count, .earlierEvents) {
            $0.earlier.eventsIn90Days
        },
        Feature(
            "sessions_since_results",
            "Sessions since the ticker's last other announcement of results (earnings or 8-K item 2.02)",
            .sessions,
            .earlierEvents
        ) { $0.earlier.sessionsSinceResults },
        Feature(
            "results_within_5_sessions",
            "Whether such results came at most five sessions before",
            .indicator,
            .earlierEvents
        ) { $0.earlier.resultsWithinFiveSessions.indicator },
        Feature(
            "is_duplicate",
            "Whether an event of the ticker with the same type and items became known earlier that day",
            .indicator,
            .earlierEvents
        ) { $0.earlier.isDuplicate.indicator },
        Feature(
            "market_events_that_day",
            "Events of all tickers known since midnight in New York",
            .count,
            .earlierEvents
        ) { $0.earlier.marketEventsThatDay },
        Feature(
            "market_events_since_base",
            "Events of all tickers known since the close of the base session",
            .count,
            .earlierEvents
        ) { $0.earlier.marketEventsSinceBase },
    ]
}
