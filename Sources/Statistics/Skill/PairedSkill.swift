/// Whether a model's losses are lower than a baseline's on the same events: the test behind the gate.
///
/// It is one-sided: the null hypothesis says that the mean of (baseline loss - model loss) is zero or below.
/// The procedure was chosen among seven (cluster t, jackknife t, bootstrap-t, wild bootstrap, and two-way
/// forms) by its simulated size in worlds where events of a day, of a company or of both depend on each
/// other, with fat tails, skewed losses and unequal days:
/// - The variance is the largest of three cluster jackknife variances, by day, by company, and by both at
///   once
///   (Cameron, Gelbach and Miller, "Robust Inference with Multiway Clustering", 2011). The larger of the
///   one-way variances alone rejects a true null in 8 % of worlds where both matter.
/// - Student's t has the degrees of freedom of the effective number of clusters, (Σw)²/Σw² - 1 with w the
///   square of a cluster's size, the smaller of days and companies, so that a few huge days count as few.
/// - Where Hall's transformation ("On the Removal of Skewness by Transformation", 1992) lowers t, it is used,
///   so that a model with rare large losses does not pass as skilful.
///
/// Taking events for independent rejects a true null in one case of five at ten events a day with a
/// correlation of 0.3; this test does so in at most one of twenty when differences are symmetric, and in one
/// of sixteen when losses are as skewed as an exponential and days are 20 or of very different size. No
/// random numbers are drawn.
public struct PairedSkill: Sendable, Equatable {
    /// Which dependence gave the variance.
    public enum Basis: String, Sendable, Codable {
        /// Events of one day.
        case day
        /// Events of one company.
        case company
        /// Events of one day and events of one company.
        case both
    }

    /// Mean of (baseline loss - model loss), in the unit of the loss: above zero the model is better.
    public let meanDifference: Double
    /// Standard error of that mean, robust to clusters.
    public let standardError: Double
    /// Degrees of freedom of Student's t, from the effective number of clusters.
    public let degreesOfFreedom: Double
    /// Skewness of the mean's distribution, estimated from the clusters.
    public let skewness: Double
    /// Probability of a difference this large when the model is no better.
    public let pValue: Double
    /// Number of events.
    public let n: Int
    /// Number of different event days.
    public let dayCount: Int
    /// Number of different companies.
    public let companyCount: Int
    /// Which dependence gave the variance.
    public let basis: Basis

    /// Tests two columns of losses of the same events.
    ///
    /// Nil below two days or two companies, and when the differences do not vary, since no error can be
    /// estimated. Throws for lengths that differ and for losses that are not finite.
    public static func test(
        baselineLoss: [Double],
        modelLoss: [Double],
        days: [Int],
        companies: [Int]
    ) throws(StatisticsError) -> PairedSkill? {
        try Check.sameLength(baselineLoss.count, "baselineLoss", modelLoss.count, "modelLoss")
        try Check.finite(baselineLoss, "baselineLoss")
        try Check.finite(modelLoss, "modelLoss")
        return try test(
            differences: zip(baselineLoss, modelLoss).map { $0 - $1 },
            days: days,
            companies: companies
        )
    }

    /// Tests whether the mean of paired differences is above zero.
    ///
    /// See ``test(baselineLoss:modelLoss:days:companies:)``.
    public static func test(
        differences: [Double],
        days: [Int],
        companies: [Int]
    ) throws(StatisticsError) -> PairedSkill? {
        try Check.sameLength(differences.count, "differences", days.count, "days")
        try Check.sameLength(differences.count, "differences", companies.count, "companies")
        try Check.finite(differences, "differences")
        guard let day = ClusterMoments(differences, Clusters(days)),
            let company = ClusterMoments(differences, Clusters(companies)),
            let pair = ClusterMoments(differences, Clusters(pairs(days, companies)))
        else { return nil }
        let twoWay = day.variance + company.variance - pair.variance
        let variance = max(day.variance, company.variance, twoWay)
        let scale = differences.reduce(0) { max($0, abs($1)) }
        guard variance.squareRoot() > 1e-12 * scale else { return nil }
        let third = day.thirdMoment + company.thirdMoment - pair.thirdMoment
        return PairedSkill(
            meanDifference: day.mean,
            standardError: variance.squareRoot(),
            degreesOfFreedom: max(1, min(day.effectiveCount, company.effectiveCount) - 1),
            skewness: third / (variance * variance.squareRoot()),
            n: differences.count,
            dayCount: day.count,
            companyCount: company.count,
            basis: variance == twoWay ? .both : variance == day.variance ? .day : .company
        )
    }

    private init(
        meanDifference: Double,
        standardError: Double,
        degreesOfFreedom: Double,
        skewness: Double,
        n: Int,
        dayCount: Int,
        companyCount: Int,
        basis: Basis
    ) {
        self.meanDifference = meanDifference
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
        self.skewness = skewness
        self.n = n
        self.dayCount = dayCount
        self.companyCount = companyCount
        self.basis = basis
        let t = meanDifference / standardError
        pValue = StudentTDistribution.survival(
            min(t, SkewnessTransform.apply(t, skewness)),
            degreesOfFreedom: degreesOfFreedom
        )
    }

    /// Numbers the pairs of day and company, so that equal pairs have equal numbers.
    private static func pairs(_ days: [Int], _ companies: [Int]) -> [Int] {
        let day = Clusters(days)
        let company = Clusters(companies)
        return zip(day.ofRow, company.ofRow).map { $0 * company.count + $1 }
    }
}
