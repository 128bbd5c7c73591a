extension EventFeatures {
    /// Earnings surprises of the event itself, of the linked earnings event, and before.
    static let surprise: [Feature<EventFacets>] =
        figures(prefix: "surprise", subject: "the event", \.surprises.own)
        + figures(
            prefix: "linked_surprise",
            subject: "the linked earnings event, where that was known",
            \.surprises.linked
        )
        + [
            Feature(
                "surprise_streak",
                "Length of the ticker's latest run of past beats (positive) or misses (negative)",
                .count,
                .earlierEvents
            ) { $0.surprises.streak },
            Feature(
                "past_surprises",
                "Past announcements of the ticker with a known surprise",
                .count,
                .earlierEvents
            ) { $0.surprises.pastCount },
        ]

    /// The four scales of one surprise.
    private static func figures(
        prefix: String,
        subject: String,
        _ figures: @escaping @Sendable (EventFacets) -> SurpriseFigures
    ) -> [Feature<EventFacets>] {
        let availability: FeatureAvailability = prefix == "surprise" ? .event : .earlierEvents
        return [
            Feature(
                "\(prefix)_percent",
                "EPS surprise of \(subject), the source's figure or else actual against estimate",
                .percent,
                availability
            ) { figures($0).percent },
            Feature(
                "\(prefix)_signed_log",
                "sign(p) ln(1 + abs p) of the EPS surprise p of \(subject) in percent",
                .logarithm,
                availability
            ) { figures($0).signedLogarithm },
            Feature(
                "\(prefix)_to_price",
                "EPS actual minus estimate of \(subject), over the split-adjusted close of the base session",
                .fraction,
                .baseClose
            ) { Window.ratio(figures($0).difference, $0.prices.close) },
            Feature(
                "\(prefix)_standardized",
                "EPS actual minus estimate of \(subject), over the standard deviation of the ticker's past "
                    + "\(SurpriseRecord.window) such differences, at least \(SurpriseRecord.minimum)",
                .deviations,
                .earlierEvents
            ) { Window.ratio(figures($0).difference, $0.surprises.pastDeviation) },
        ]
    }
}
