/// What earlier outcomes of one horizon say about an event, as known at its base session.
///
/// Means are shrunk: (sum + 20 m) / (n + 20), where m is the shrunk mean one level up. The levels are all
/// outcomes, the item group and the ticker below it, and the ticker's own item group below the item group.
/// NaN as long as not one outcome is known.
struct PastOutcomes: Sendable {
    /// How many outcomes the mean one level up counts for.
    static let priorWeight = 20.0

    /// Mean of one quantity at each level.
    struct Means: Sendable {
        /// Item group over all tickers.
        let group: Double
        /// The ticker over all item groups.
        let ticker: Double
        /// The ticker's item group.
        let tickerGroup: Double
    }

    /// Mean realized impact, points.
    let impact: Means
    /// Share of direction +1 among the outcomes with a direction.
    let positiveShare: Means
    /// Mean size of the abnormal return in units of expected volatility.
    let move: Means
    /// Outcomes of the item group over all tickers.
    let groupCount: Int
    /// Outcomes of the ticker.
    let tickerCount: Int
    /// Outcomes of the ticker's item group.
    let tickerGroupCount: Int

    /// No outcome is known.
    static let none = PastOutcomes(all: .none, group: .none, ticker: .none, tickerGroup: .none)

    init(all: OutcomeTotals, group: OutcomeTotals, ticker: OutcomeTotals, tickerGroup: OutcomeTotals) {
        func means(_ sum: (OutcomeTotals) -> Double, _ count: (OutcomeTotals) -> Double) -> Means {
            let overall = Window.ratio(sum(all), count(all))
            let ofGroup = Self.shrunk(sum: sum(group), count: count(group), towards: overall)
            return Means(
                group: ofGroup,
                ticker: Self.shrunk(sum: sum(ticker), count: count(ticker), towards: overall),
                tickerGroup: Self.shrunk(
                    sum: sum(tickerGroup),
                    count: count(tickerGroup),
                    towards: ofGroup
                )
            )
        }
        impact = means(\.impactSum, \.impactCount)
        positiveShare = means(\.positiveCount, \.directedCount)
        move = means(\.moveSum, \.moveCount)
        groupCount = group.count
        tickerCount = ticker.count
        tickerGroupCount = tickerGroup.count
    }

    /// A mean drawn towards the mean one level up, which stands for `priorWeight` observations.
    static func shrunk(sum: Double, count: Double, towards mean: Double) -> Double {
        (sum + priorWeight * mean) / (count + priorWeight)
    }
}
