package import Statistics

/// A paired comparison of a model with a simpler rule on the same out-of-sample events.
public struct SkillTest: Codable, Hashable, Sendable {
    /// Mean of (baseline loss - model loss): impact points, or Brier score; above zero the model is better.
    public let meanSkill: Double
    /// One-sided lower bound of the mean at the gate's level.
    public let lowerBound: Double
    /// Probability of such a mean were the model no better.
    public let pValue: Double
    /// The same after Holm's correction over all slots of the run.
    public let adjustedP: Double
    /// Number of events.
    public let n: Int
    /// Number of companies.
    public let companies: Int
    /// Number of event days.
    public let days: Int
    /// The dependence that widened the error most: `day`, `window` (outcome windows that overlap), `company` or `both`.
    public let clustering: String
    /// Mean loss of the baseline.
    public let baselineLoss: Double
    /// Mean loss of the model.
    public let modelLoss: Double
    /// Events that would reveal the observed skill with 80 % power at the level of one slot among all; nil where the
    /// model is no better.
    public let eventsNeeded: Int?
    /// The smallest true skill that these events would reveal with 80 % power.
    public let minimumDetectable: Double

    /// Share of the baseline's loss that the model saves at the lower bound; 0 where it saves none.
    public var relativeLowerBound: Double {
        baselineLoss > 0 ? max(0, lowerBound / baselineLoss) : 0
    }
}

extension SkillTest {
    /// Compares losses of the same events; nil where they never differ or come from fewer than two days or companies.
    ///
    /// Errors are clustered by event day and by company, and, for horizons beyond one session, by spans of that many
    /// sessions too, since outcome windows of nearby days overlap. The most careful answer counts.
    static func compare(
        baseline: [Double],
        model: [Double],
        rows: [TrainingRow],
        horizonSessions: Int,
        level: Double,
        comparisons: Int = 1
    ) throws(StatisticsError) -> SkillTest? {
        try compare(
            baseline: baseline,
            model: model,
            days: rows.map(\.reactionSession),
            tickers: rows.map(\.ticker),
            horizonSessions: horizonSessions,
            level: level,
            comparisons: comparisons
        )
    }

    /// The same for events of which only the reaction session and the symbol are known.
    package static func compare(
        baseline: [Double],
        model: [Double],
        days: [Int],
        tickers: [String],
        horizonSessions: Int,
        level: Double,
        comparisons: Int = 1
    ) throws(StatisticsError) -> SkillTest? {
        let companies = companyNumbers(tickers)
        var skill = try PairedSkill.test(
            baselineLoss: baseline,
            modelLoss: model,
            days: days,
            companies: companies
        )
        var clustering = skill?.basis.rawValue
        if horizonSessions > 1 {
            let windows = days.map { $0 / horizonSessions }
            let wide = try PairedSkill.test(
                baselineLoss: baseline,
                modelLoss: model,
                days: windows,
                companies: companies
            )
            if let wide, wide.pValue > skill?.pValue ?? -1 {
                clustering = wide.basis == .day ? "window" : wide.basis.rawValue
                skill = wide
            }
        }
        guard let skill, let clustering else { return nil }
        let perSlot = level / Double(max(comparisons, 1))
        return SkillTest(
            meanSkill: skill.meanDifference,
            lowerBound: skill.lowerBound(alpha: level),
            pValue: skill.pValue,
            adjustedP: skill.pValue,
            n: skill.n,
            companies: skill.companyCount,
            days: Set(days).count,
            clustering: clustering,
            baselineLoss: mean(baseline),
            modelLoss: mean(model),
            eventsNeeded: skill.eventsNeeded(alpha: perSlot),
            minimumDetectable: skill.minimumDetectableDifference(alpha: perSlot)
        )
    }

    /// The test with another adjusted p-value.
    func adjusted(to value: Double) -> SkillTest {
        SkillTest(
            meanSkill: meanSkill,
            lowerBound: lowerBound,
            pValue: pValue,
            adjustedP: value,
            n: n,
            companies: companies,
            days: days,
            clustering: clustering,
            baselineLoss: baselineLoss,
            modelLoss: modelLoss,
            eventsNeeded: eventsNeeded,
            minimumDetectable: minimumDetectable
        )
    }

    private static func companyNumbers(_ tickers: [String]) -> [Int] {
        var numbers: [String: Int] = [:]
        return tickers.map { ticker in
            if let number = numbers[ticker] { return number }
            numbers[ticker] = numbers.count
            return numbers.count - 1
        }
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
