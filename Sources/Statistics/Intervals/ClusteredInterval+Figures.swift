extension ClusteredInterval {
    /// The mean of the values; nil below two days or two companies.
    ///
    /// Throws for lengths that differ, values that are not finite, or settings that make no sense.
    public static func mean(
        _ values: [Double],
        days: [Int],
        companies: [Int],
        bootstrap: ClusterBootstrap
    ) throws(StatisticsError) -> ClusteredInterval? {
        guard let day = try bootstrap.mean(values, clusters: days),
            let company = try bootstrap.forCompanies.mean(values, clusters: companies)
        else { return nil }
        return wider(day: day, company: company)
    }

    /// The sum of the numerator over that of the denominator; nil below two days or companies.
    ///
    /// Throws for lengths that differ, values that are not finite, or settings that make no sense.
    public static func ratio(
        numerator: [Double],
        denominator: [Double],
        days: [Int],
        companies: [Int],
        bootstrap: ClusterBootstrap
    ) throws(StatisticsError) -> ClusteredInterval? {
        guard let day = try bootstrap.ratio(numerator: numerator, denominator: denominator, clusters: days),
            let company = try bootstrap.forCompanies.ratio(
                numerator: numerator,
                denominator: denominator,
                clusters: companies
            )
        else { return nil }
        return wider(day: day, company: company)
    }

    /// Any figure of a list of rows; nil where it does not exist.
    ///
    /// See ``ClusterBootstrap/statistic(clusters:_:)``.
    ///
    /// Throws for lengths that differ or settings that make no sense.
    public static func statistic(
        days: [Int],
        companies: [Int],
        bootstrap: ClusterBootstrap,
        _ statistic: (_ rows: [Int]) -> Double?
    ) throws(StatisticsError) -> ClusteredInterval? {
        try Check.sameLength(days.count, "days", companies.count, "companies")
        guard let day = try bootstrap.statistic(clusters: days, statistic),
            let company = try bootstrap.forCompanies.statistic(clusters: companies, statistic)
        else { return nil }
        return wider(day: day, company: company)
    }

    /// The share of hits, such as an accuracy; nil below two days or two companies.
    ///
    /// The bootstrap knows no spread when every row is a hit or none is. The interval is then that of Clopper
    /// and Pearson for as many trials as there are days or companies, whichever are fewer. Throws for lengths
    /// that differ or settings that make no sense.
    public static func proportion(
        _ hits: [Bool],
        days: [Int],
        companies: [Int],
        bootstrap: ClusterBootstrap
    ) throws(StatisticsError) -> ClusteredInterval? {
        let values = hits.map { $0 ? 1.0 : 0.0 }
        let mean = try mean(values, days: days, companies: companies, bootstrap: bootstrap)
        guard let mean, mean.interval.width == 0, mean.estimate == 0 || mean.estimate == 1 else {
            return mean
        }
        let trials = min(mean.dayCount, mean.companyCount)
        let exact = try ProportionInterval.clopperPearson(
            successes: mean.estimate == 1 ? trials : 0,
            trials: trials,
            confidence: bootstrap.confidence
        )
        guard let exact else { return nil }
        return ClusteredInterval(
            estimate: mean.estimate,
            interval: exact,
            n: mean.n,
            dayCount: mean.dayCount,
            companyCount: mean.companyCount,
            basis: trials == mean.dayCount ? .day : .company
        )
    }
}

extension ClusterBootstrap {
    /// The same settings on a stream of its own, so that days and companies are drawn independently.
    var forCompanies: ClusterBootstrap {
        ClusterBootstrap(resamples: resamples, confidence: confidence, seed: seed, stream: stream &+ 1)
    }
}
