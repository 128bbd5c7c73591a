extension EventFeatures {
    /// Returns of the stock up to the base session.
    static let returns: [Feature<EventFacets>] = periods.flatMap { name, period, value in
        [
            Feature(
                "return_\(name)",
                "Return of the stock over \(period) up to the base session",
                .fraction,
                .baseClose
            ) { value($0.prices.returns) },
            Feature(
                "abnormal_return_\(name)",
                "Return of the stock minus that of the benchmark over \(period) up to the base session",
                .fraction,
                .baseClose
            ) { value($0.prices.abnormalReturns) },
        ]
    }

    private static let periods: [(String, String, @Sendable (PeriodReturns) -> Double)] = [
        ("1d", "1 session", { $0.one }), ("5d", "5 sessions", { $0.five }),
        ("20d", "20 sessions", { $0.twenty }), ("60d", "60 sessions", { $0.sixty }),
    ]
}
