/// Answers that say why there is none, and what can be asked.
enum Declining {
    static let trading = decline(
        .trading,
        .tradingAdvice,
        [
            "This question asks what to do with a security; Market Echo gives no such advice.",
            "It estimates how large the reaction to an event may be, and shows what happened after earlier "
                + "events.",
        ]
    )

    static let forecast = decline(
        .forecast,
        .priceForecast,
        [
            "Market Echo states no prices and does not forecast where a price will go.",
            "It estimates how large the reaction to a stored event may be, and shows what happened after "
                + "earlier events.",
        ]
    )

    static let outside = decline(
        .outside,
        .outside,
        [
            "This is outside of what can be answered here: stored events, their outcomes, and the models "
                + "that score them."
        ]
    )

    static let language = decline(
        .unreadable,
        .language,
        ["Questions are understood in English only."]
    )

    static let empty = decline(
        .unreadable,
        .empty,
        ["There is no word in this question."]
    )

    static let help = answer(
        .help,
        [
            "Questions about stored events are answered from stored facts, by fixed rules and without a "
                + "language model."
        ]
    )

    static func unknownEvent(_ key: String) -> RadarQuantAnswer {
        let name: Sentence = Quote.safe(key).map { "with the key \(quote: $0)" } ?? "with this key"
        return decline(
            .explainEvent,
            .unknownEvent,
            [
                "No event \(name) is stored.",
                "The \(.page(.events, label: "Events page")) lists all that are.",
            ]
        )
    }

    static func unknownCompany(_ symbol: String) -> RadarQuantAnswer {
        let name: Sentence = Quote.safe(symbol).map { "the symbol \(quote: $0)" } ?? "this symbol"
        return decline(
            .latestEvents,
            .unknownCompany,
            ["No event of a company with \(name) is stored."]
        )
    }

    static func noData(_ topic: Topic, _ sentence: Sentence) -> RadarQuantAnswer {
        RadarQuantAnswer(
            topic: topic,
            paragraphs: [Paragraph(nil, [sentence])].compactMap { $0 },
            declineReason: .noData
        )
    }

    // MARK: Parts

    private static func decline(
        _ topic: Topic,
        _ reason: DeclineReason,
        _ sentences: [Sentence]
    ) -> RadarQuantAnswer {
        RadarQuantAnswer(topic: topic, paragraphs: paragraphs(sentences), declineReason: reason)
    }

    private static func answer(_ topic: Topic, _ sentences: [Sentence]) -> RadarQuantAnswer {
        RadarQuantAnswer(topic: topic, paragraphs: paragraphs(sentences))
    }

    private static func paragraphs(_ sentences: [Sentence]) -> [Paragraph] {
        [Paragraph(nil, sentences), Paragraph("What can be asked", examples)].compactMap { $0 }
    }

    private static let examples: [Sentence] = [
        "Ask about one event by its key, for example \"explain\" with an accession number behind it.",
        "Ask for the latest or the largest reactions of a company or a family, or how a company reacted to a "
            + "kind of event: \"how did AAPL react to earnings\".",
        "Ask how many events, outcomes and companies are stored.",
        "Ask for the accuracy, the calibration, the error or the model of a family and horizon: \"how "
            + "accurate are \(label: "8-K") predictions at \(label: "5 days")\".",
        "Ask what a word means: base score, guardrail, realized impact, abnormal return; or for the limits.",
    ]
}
