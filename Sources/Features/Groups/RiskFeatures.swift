extension EventFeatures {
    /// Volatility, market exposure, level and volume of the stock up to the base session.
    static let risk: [Feature<EventFacets>] = [
        Feature(
            "volatility_20d",
            "Standard deviation of the stock's log returns over 20 sessions",
            .fraction,
            .baseClose
        ) { $0.prices.volatility20 },
        Feature(
            "volatility_60d",
            "Standard deviation of the stock's log returns over 60 sessions",
            .fraction,
            .baseClose
        ) { $0.prices.volatility60 },
        Feature("volatility_ratio", "Volatility over 20 sessions over that over 60", .ratio, .baseClose) {
            Window.ratio($0.prices.volatility20, $0.prices.volatility60)
        },
        Feature(
            "idiosyncratic_volatility_60d",
            "Standard deviation (n - 2) of the residuals of the stock's market model over 60 sessions",
            .fraction,
            .baseClose
        ) { $0.prices.idiosyncraticVolatility },
        Feature(
            "beta_120d",
            "Slope of the stock's returns on the benchmark's over 120 sessions",
            .ratio,
            .baseClose
        ) { $0.prices.beta },
        Feature(
            "distance_to_high_252d",
            "Split-adjusted close of the base session over the highest of 252 sessions, minus 1",
            .fraction,
            .baseClose
        ) { $0.prices.distanceToHigh },
        Feature(
            "volume_ratio",
            "Mean volume of 20 sessions over that of 250, up to the base session",
            .ratio,
            .baseClose
        ) { $0.prices.volumeRatio },
        Feature(
            "base_volume_ratio",
            "Volume of the base session over the mean of the 20 up to it",
            .ratio,
            .baseClose
        ) { $0.prices.baseVolumeRatio },
    ]
}
