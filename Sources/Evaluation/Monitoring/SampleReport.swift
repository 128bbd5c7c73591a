public import Models
import Statistics

/// All figures of one slot's predictions that were made in one way.
public struct SampleReport: Sendable, Equatable {
    /// How the predictions came to be made.
    public let kind: SampleKind
    /// Predicted events with an outcome.
    public let n: Int
    /// Companies among them.
    public let companies: Int
    /// Event days among them.
    public let days: Int
    /// The direction head; nil without a graded probability.
    public let direction: DirectionReport?
    /// The magnitude head; nil without a graded impact.
    public let impact: ImpactReport?
    /// The 80 % ranges; nil without one.
    public let range: RangeReport?
    /// Calibration of the probabilities; nil without a graded probability.
    public let calibration: CalibrationReport?
    /// Every figure of the sample, in a fixed order.
    public let figures: [Figure]
}

extension SampleReport {
    /// Computes the figures of one population.
    init(
        _ rows: [GradedPrediction],
        cell: Cell,
        kind: SampleKind,
        settings: MonitoringSettings
    ) throws(StatisticsError) {
        var table = FigureTable(rows, cell: cell, kind: kind, settings: settings)
        let direction = try DirectionFigures(&table, settings: settings)
        let impact = try ImpactFigures(&table)
        let range = RangeFigures(&table)
        let figures = try table.figures()
        let directionReport = direction?.report(figures)
        self.kind = kind
        n = rows.count
        companies = Set(rows.map(\.ticker)).count
        days = Set(rows.map(\.reactionSession)).count
        self.direction = directionReport
        self.impact = impact?.report(figures)
        self.range = range?.report(figures)
        calibration = try CalibrationReport(
            table.rows,
            bands: directionReport?.bands ?? [],
            settings: settings
        )
        self.figures = figures
    }
}
