public import Market
public import Models
import Statistics

/// Accuracy and error of one scope by calendar period.
public struct AccuracyOverTime: Sendable, Equatable {
    /// Whose predictions.
    public let scope: BacktestScope
    /// How they came to be made.
    public let kind: SampleKind
    /// The length of a period: `quarter` where at least three in four of them have 50 predictions, else `year`.
    public let period: AccuracyGrouping
    /// The periods with predictions, oldest first.
    public let points: [AccuracyPoint]

    /// Predictions that a period should have.
    public static let wantedEvents = 50
}

/// One period.
public struct AccuracyPoint: Sendable, Equatable {
    /// Its first day.
    public let start: TradingDay
    /// The first day after it.
    public let end: TradingDay
    /// Its figures.
    public let group: AccuracyGroup
}

extension AccuracyOverTime {
    /// Computes the periods of a scope; nil without predictions.
    init?(
        _ scope: BacktestScope,
        _ kind: SampleKind,
        population: BacktestPopulation,
        settings: MonitoringSettings
    ) throws(StatisticsError) {
        let rows = population.rows(scope, kind)
        guard !rows.isEmpty else { return nil }
        var unit = CalendarPeriod.Unit.quarter
        var periods = Dictionary(grouping: rows) { CalendarPeriod($0.day, .quarter) }
        if 4 * periods.values.count(where: { $0.count >= Self.wantedEvents }) < 3 * periods.count {
            unit = .year
            periods = Dictionary(grouping: rows) { CalendarPeriod($0.day, .year) }
        }
        var points: [AccuracyPoint] = []
        for (period, rows) in periods.sorted(by: { $0.key.start < $1.key.start }) {
            let group = try AccuracyGroup(
                key: period.name,
                rows,
                name: "\(scope.name).\(unit == .year ? "year" : "quarter")=\(period.name)",
                kind: kind,
                population: population,
                settings: settings
            )
            points.append(AccuracyPoint(start: period.start, end: period.end, group: group))
        }
        self.init(scope: scope, kind: kind, period: unit == .year ? .year : .quarter, points: points)
    }
}
