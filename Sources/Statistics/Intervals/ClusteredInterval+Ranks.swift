extension ClusteredInterval {
    /// The area under the ROC curve; nil where it does not exist.
    ///
    /// Throws for lengths that differ, scores that are not finite, or settings that make no sense.
    public static func areaUnderCurve(
        scores: [Double],
        outcomes: [Bool],
        days: [Int],
        companies: [Int],
        bootstrap: ClusterBootstrap
    ) throws(StatisticsError) -> ClusteredInterval? {
        guard let day = try bootstrap.areaUnderCurve(scores: scores, outcomes: outcomes, clusters: days),
            let company = try bootstrap.forCompanies.areaUnderCurve(
                scores: scores,
                outcomes: outcomes,
                clusters: companies
            )
        else { return nil }
        return wider(day: day, company: company)
    }

    /// Spearman's rank correlation; nil where it does not exist.
    ///
    /// Throws for lengths that differ, values that are not finite, or settings that make no sense.
    public static func spearman(
        _ x: [Double],
        _ y: [Double],
        days: [Int],
        companies: [Int],
        bootstrap: ClusterBootstrap
    ) throws(StatisticsError) -> ClusteredInterval? {
        guard let day = try bootstrap.spearman(x, y, clusters: days),
            let company = try bootstrap.forCompanies.spearman(x, y, clusters: companies)
        else { return nil }
        return wider(day: day, company: company)
    }

    /// The balanced accuracy; nil where it does not exist.
    ///
    /// Throws for lengths that differ or settings that make no sense.
    public static func balancedAccuracy(
        predicted: [Bool],
        outcomes: [Bool],
        days: [Int],
        companies: [Int],
        bootstrap: ClusterBootstrap
    ) throws(StatisticsError) -> ClusteredInterval? {
        guard
            let day = try bootstrap.balancedAccuracy(
                predicted: predicted,
                outcomes: outcomes,
                clusters: days
            ),
            let company = try bootstrap.forCompanies.balancedAccuracy(
                predicted: predicted,
                outcomes: outcomes,
                clusters: companies
            )
        else { return nil }
        return wider(day: day, company: company)
    }
}
