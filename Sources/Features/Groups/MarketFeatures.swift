extension EventFeatures {
    /// The benchmark up to the base session.
    static let market: [Feature<EventFacets>] = [
        Feature("market_return_5d", "Return of the benchmark over 5 sessions", .fraction, .baseClose) {
            $0.benchmark.returns.five
        },
        Feature("market_return_20d", "Return of the benchmark over 20 sessions", .fraction, .baseClose) {
            $0.benchmark.returns.twenty
        },
        Feature(
            "market_volatility_5d",
            "Standard deviation of the benchmark's log returns over 5 sessions",
            .fraction,
            .baseClose
        ) { $0.benchmark.volatility5 },
        Feature(
            "market_volatility_20d",
            "Standard deviation of the benchmark's log returns over 20 sessions",
            .fraction,
            .baseClose
        ) { $0.benchmark.volatility20 },
        Feature(
            "market_volatility_ratio",
            "Benchmark volatility over 5 sessions over that over 20",
            .ratio,
            .baseClose
        ) { Window.ratio($0.benchmark.volatility5, $0.benchmark.volatility20) },
        Feature(
            "market_volatility_quantile",
            "Mid-rank of the benchmark's 20-session volatility among those of its last "
                + "\(BenchmarkStatistics.quantileSessions) sessions, at least "
                + "\(BenchmarkStatistics.quantileMinimum)",
            .fraction,
            .baseClose
        ) { $0.benchmark.volatilityQuantile },
        Feature(
            "market_regime",
            "Volatility regime of that rank, split at 0.25 and 0.75",
            .code,
            .baseClose,
            codes: MarketRegime.allCases.map(\.rawValue)
        ) { facets in
            let quantile = facets.benchmark.volatilityQuantile
            let regime = MarketRegime(quantile: quantile.isNaN ? nil : quantile)
            return regime.flatMap { MarketRegime.allCases.firstIndex(of: $0) }.map(Double.init) ?? .nan
        },
    ]
}
