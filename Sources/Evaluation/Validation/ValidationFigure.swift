public import Statistics

/// One finding of a validation run, with its Monte-Carlo interval.
public struct ValidationFigure: Sendable, Hashable {
    /// Its name, for example `false_promotion.null`.
    public let key: String
    /// What it says, in words.
    public let title: String
    /// The share, 0...1; nil without worlds.
    public let value: Double?
    /// Worlds behind it.
    public let worlds: Int
    /// Its 95 % interval over worlds; nil below two worlds.
    public let interval: Interval?
    /// What must be true of it, in words; nil where it is reported without a goal.
    public let goal: String?
    /// Whether it is; nil without a goal.
    public let isMet: Bool?
}

extension ValidationFigure {
    /// A share of worlds, with the interval of Clopper and Pearson.
    static func share(
        _ key: String,
        _ title: String,
        of results: [WorldResult],
        goal: String? = nil,
        isMet: (Double) -> Bool = { _ in true },
        where holds: (WorldResult) -> Bool
    ) throws(StatisticsError) -> ValidationFigure {
        let hits = results.count(where: holds)
        let value = results.isEmpty ? nil : Double(hits) / Double(results.count)
        return ValidationFigure(
            key: key,
            title: title,
            value: value,
            worlds: results.count,
            interval: try ProportionInterval.clopperPearson(successes: hits, trials: results.count),
            goal: goal,
            isMet: goal.map { _ in value.map(isMet) ?? false }
        )
    }

    /// A mean of one share per world, with the normal interval over worlds: what is inside one world is dependent, worlds are not.
    static func mean(
        _ key: String,
        _ title: String,
        of shares: [Double],
        goal: String,
        isMet: (_ mean: Double, _ interval: Interval) -> Bool
    ) -> ValidationFigure {
        let n = Double(shares.count)
        guard shares.count > 1 else {
            return ValidationFigure(
                key: key,
                title: title,
                value: shares.first,
                worlds: shares.count,
                interval: nil,
                goal: goal,
                isMet: false
            )
        }
        let mean = shares.reduce(0, +) / n
        let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
        let half = NormalDistribution.quantile(0.975) * (variance / n).squareRoot()
        let interval = Interval(lower: mean - half, upper: mean + half)
        return ValidationFigure(
            key: key,
            title: title,
            value: mean,
            worlds: shares.count,
            interval: interval,
            goal: goal,
            isMet: isMet(mean, interval)
        )
    }
}
