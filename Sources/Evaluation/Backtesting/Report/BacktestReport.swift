public import Market
public import Models
public import Statistics

/// Everything that the backtesting page shows, as one value.
///
/// Figures of whole slots are those of the monitoring report, so one model has one accuracy wherever it is shown. Every
/// other figure is computed in the same way on a part of the same graded predictions, each event once for a horizon:
/// by the model that would answer for it.
public struct BacktestReport: Sendable, Equatable {
    /// When the report was made.
    public let generatedAt: UTCInstant
    /// The instant up to which prices and events are known.
    public let dataAsOf: UTCInstant?
    /// Symbol and name of the benchmark.
    public let benchmark: String
    /// Points of adjustment from which a prediction counts as made with high confidence.
    public let highConfidenceAdjustment: Double
    /// Resamples behind each interval.
    public let resamples: Int
    /// Seed of the resampling.
    public let seed: UInt64
    /// Distinct labelled events, with companies and days.
    public let labelled: LabelledCount
    /// Labelled outcomes: events times horizons.
    public let totalOutcomes: Int
    /// Figures by slot and kind.
    public let summary: [BacktestSummaryRow]
    /// Events with and without outcomes.
    public let coverage: OutcomeCoverage
    /// Accuracy by every grouping: all families and horizons, walk-forward.
    public let accuracyTables: [AccuracyTable]
    /// Accuracy by calendar period: each horizon over all families, then each family at each horizon.
    public let overTime: [AccuracyOverTime]
    /// Skill by family and horizon.
    public let skillMap: [SkillMapCell]
    /// Realized impact by tenth of the predicted one, in the scopes of `overTime`.
    public let lift: [LiftCurve]
    /// How many events reach a graded prediction, by horizon.
    public let funnel: [OutcomeFunnel]
    /// The models of each slot over time.
    public let timeline: [SlotTimeline]
    /// Abnormal returns around events.
    public let returnCurves: [ReturnCurve]

    let population: BacktestPopulation
    let settings: MonitoringSettings

    /// The accuracies of a query: the stored table where there is one, else computed now.
    ///
    /// It takes some ten milliseconds over tens of thousands of predictions; call it off the cooperative thread pool.
    ///
    /// - Throws: `StatisticsError` where a prediction holds numbers that are not finite.
    public func accuracy(_ query: AccuracyQuery) throws(StatisticsError) -> AccuracyTable {
        if let table = accuracyTables.first(where: { $0.query == query }) { return table }
        return try AccuracyTable(query, population: population, settings: settings)
    }

    /// Summary rows of one kind, sorted by slot.
    public func summary(_ kind: SampleKind) -> [BacktestSummaryRow] { summary.filter { $0.kind == kind } }
}
