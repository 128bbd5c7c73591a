public import Statistics

/// The tests of one sample, each of the hypothesis that the mean abnormal return of its events is zero.
///
/// A test that the data do not define is nil: below two members, without spread, or with a correlation that leaves no
/// variance.
public struct EventStudyTests: Sendable, Equatable {
    /// Mean cumulative abnormal return over its standard error across events; Student's t with `n - 1` degrees.
    ///
    /// Source: Brown and Warner (1985). Allows for a variance that the event raises, not for correlation.
    public let crossSectional: TestResult?
    /// Patell's Z: sums of standardised abnormal returns over their deviation `√(L (n - 2)/(n - 4))`, over `√N`.
    ///
    /// Source: Patell (1976). Allows neither for a raised variance nor for correlation.
    public let patell: TestResult?
    /// Mean standardised cumulative abnormal return over its standard error across events; Student's t.
    ///
    /// Source: Boehmer, Musumeci and Poulsen (1991), with the forecast variance of the sum. Allows for a raised
    /// variance, not for correlation.
    public let standardized: TestResult?
    /// The same times `√((1 - r)/(1 + (N - 1) r))` with the mean correlation `r`.
    ///
    /// Source: Kolari and Pynnönen (2010). Allows for a raised variance and for correlation.
    public let adjusted: TestResult?
    /// Rank test; see ``EventStudySample/rankTest(_:)``.
    public let rank: TestResult?
    /// Generalised sign test; see ``EventStudySample/generalizedSignTest(_:)``.
    public let sign: TestResult?
    /// The mean correlation of the adjusted test; see ``EventStudySample/meanResidualCorrelation(_:)``.
    public let meanCorrelation: Double?

    /// Computes the tests of a sample.
    ///
    /// - Parameters:
    ///   - sample: the events.
    ///   - series: the returns that the sample was collected from.
    /// - Throws: `StatisticsError` for abnormal returns that are no finite numbers.
    public init(_ sample: EventStudySample, series: [StudyReturns]) throws(StatisticsError) {
        let members = sample.members
        crossSectional = try Self.overStandardError(members.map(\.cumulative))
        standardized = try Self.overStandardError(members.map(\.standardized))
        patell = Self.patell(sample)
        meanCorrelation = sample.meanResidualCorrelation(series)
        adjusted = Self.adjusted(standardized, correlation: meanCorrelation, count: members.count)
        rank = try sample.rankTest(series)
        sign = sample.generalizedSignTest(series)
    }

    private static func overStandardError(_ values: [Double]) throws(StatisticsError) -> TestResult? {
        guard let mean = try Descriptive.mean(values),
            let deviation = try Descriptive.standardDeviation(values), deviation > 0
        else { return nil }
        let count = Double(values.count)
        return .studentT(mean / deviation * count.squareRoot(), degreesOfFreedom: count - 1)
    }

    private static func patell(_ sample: EventStudySample) -> TestResult? {
        guard !sample.members.isEmpty else { return nil }
        var sum = 0.0
        for member in sample.members {
            let freedom = Double(member.fit.degreesOfFreedom)
            let variance = Double(sample.window.count) * freedom / (freedom - 2)
            sum += member.sumOfStandardized / variance.squareRoot()
        }
        return .normal(sum / Double(sample.members.count).squareRoot())
    }

    private static func adjusted(_ plain: TestResult?, correlation: Double?, count: Int) -> TestResult? {
        guard let plain, let correlation, correlation < 1 else { return nil }
        let inflation = 1 + Double(count - 1) * correlation
        guard inflation > 0 else { return nil }
        return .studentT(
            plain.statistic * ((1 - correlation) / inflation).squareRoot(),
            degreesOfFreedom: Double(count - 1)
        )
    }
}
