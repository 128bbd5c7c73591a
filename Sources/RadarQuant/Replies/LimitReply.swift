import Scores

/// What the figures cannot show, with the counts that they rest on.
struct LimitReply {
    let source: RadarQuantSource

    func answer(_ reading: QuestionReading) async throws -> RadarQuantAnswer {
        let counts = try await source.counts(EventFilter())
        let limit = NumberFact.measured("adjustment_limit", Guardrail.limit, .points, decimals: 0)
        return RadarQuantAnswer(
            topic: .limits,
            paragraphs: [
                Paragraph("What the figures rest on", CountReply.sentences(counts, EventFilter())),
                Paragraph(
                    "Limits",
                    [
                        "A score estimates how large a move may be against the stock's own usual moves; it "
                            + "has no direction and is not a forecast of a price.",
                        "Markets change: what was learnt in one period may not carry over to the next.",
                        "Companies that were delisted or whose prices are missing have no outcome, so the "
                            + "labelled events are not a fair sample of all events (survivorship).",
                        "Where only the day of an event is known, its first session may be off by one.",
                        "Events of one day or one company are not independent; intervals are widened for "
                            + "that, and small samples stay uncertain.",
                        "The rules' direction carries no calibrated probability, and a model's direction is "
                            + "shown only beside the score.",
                        "The guardrail lets a model move a base score by at most \(limit) points either way.",
                        "\(.page(.about, label: "About")) describes the method, "
                            + "\(.page(.backtesting, label: "Backtesting")) shows the out-of-sample figures.",
                    ]
                ),
            ].compactMap { $0 }
        )
    }
}
