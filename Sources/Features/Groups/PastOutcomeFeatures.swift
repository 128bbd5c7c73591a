extension HorizonFeatures {
    /// Past mean realized impact.
    static let pastImpact = levels("past_impact", "Mean realized impact of past outcomes", .points, \.impact)

    /// Past share of moves up.
    static let pastDirection = levels(
        "past_up_share",
        "Share of direction +1 among past outcomes with a direction",
        .fraction,
        \.positiveShare
    )

    /// Past size of moves.
    static let pastMove = levels(
        "past_move",
        "Mean size of the abnormal return of past outcomes in units of the idiosyncratic volatility before "
            + "each times the root of the horizon",
        .deviations,
        \.move
    )

    /// How much the means rest on.
    static let pastCounts: [Feature<PastOutcomes>] = [
        Feature("past_outcomes_group", "Past outcomes of the item group over all tickers", .count) {
            Double($0.groupCount)
        },
        Feature("past_outcomes_ticker", "Past outcomes of the ticker", .count) { Double($0.tickerCount) },
        Feature("past_outcomes_ticker_group", "Past outcomes of the ticker's item group", .count) {
            Double($0.tickerGroupCount)
        },
    ]

    /// One mean at its three levels.
    private static func levels(
        _ name: String,
        _ sentence: String,
        _ unit: FeatureUnit,
        _ means: @escaping @Sendable (PastOutcomes) -> PastOutcomes.Means
    ) -> [Feature<PastOutcomes>] {
        let weight = Int(PastOutcomes.priorWeight)
        let overall = "shrunk towards that of all outcomes (weight \(weight))"
        return [
            Feature("\(name)_group", "\(sentence), item group over all tickers, \(overall)", unit) {
                means($0).group
            },
            Feature("\(name)_ticker", "\(sentence), the ticker, \(overall)", unit) { means($0).ticker },
            Feature(
                "\(name)_ticker_group",
                "\(sentence), the ticker's item group, shrunk towards the item group's (weight \(weight))",
                unit
            ) { means($0).tickerGroup },
        ]
    }
}
