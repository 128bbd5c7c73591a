import Market

/// How much is stored.
struct CountReply {
    let source: RadarQuantSource

    func answer(_ reading: QuestionReading) async throws -> RadarQuantAnswer {
        let counts = try await source.counts(reading.filter)
        return RadarQuantAnswer(
            topic: .counts,
            paragraphs: [Paragraph(nil, Self.sentences(counts, reading.filter))].compactMap { $0 }
        )
    }

    static func sentences(_ counts: StoreCounts, _ filter: EventFilter) -> [Sentence] {
        let events = NumberFact.count("events", counts.events)
        guard counts.events > 0 else { return ["There are \(events) stored \(filter.words)."] }
        var first: Sentence = "There are \(events) stored \(filter.words)"
        if filter.ticker == nil {
            first = first + ", from \(NumberFact.count("companies", counts.companies)) companies"
        }
        if let start = counts.firstDay, let end = counts.lastDay {
            first = first + "; the first is of \(label: start.iso8601) and the last of \(label: end.iso8601)"
        }
        let labelled = NumberFact.count("labelled_events", counts.labelledEvents)
        let outcomes = NumberFact.count("labelled_outcomes", counts.labelledOutcomes)
        let scored = NumberFact.count("scored_events", counts.scoredEvents)
        return [
            "\(first).",
            "Of these, \(labelled) have a known outcome at one horizon or more, \(outcomes) outcomes in all; "
                + "\(scored) have a prediction.",
        ]
    }
}
