public import Models
import Statistics

/// Whether events with a higher predicted impact really moved more: realized impact by tenth of the predicted one.
public struct LiftCurve: Sendable, Equatable {
    /// Whose predictions.
    public let scope: BacktestScope
    /// How they came to be made.
    public let kind: SampleKind
    /// Mean realized impact of all events, points.
    public let overall: Figure
    /// The tenths from the lowest predicted impact; empty below 100 events.
    public let deciles: [LiftDecile]

    /// Events below which there are no tenths.
    public static let minimumEvents = 100
}

/// A tenth of the events by predicted impact.
public struct LiftDecile: Sendable, Equatable {
    /// 1 for the lowest to 10 for the highest predicted impact.
    public let number: Int
    /// Lowest predicted impact among them, points.
    public let lowest: Double
    /// Highest predicted impact among them, points.
    public let highest: Double
    /// Mean predicted impact, points.
    public let predicted: Figure
    /// Mean realized impact, points; its baseline `overall` is the mean of all events.
    public let realized: Figure
}

extension LiftCurve {
    /// Computes the curve of a scope; nil without a graded impact.
    init?(
        _ scope: BacktestScope,
        _ kind: SampleKind,
        population: BacktestPopulation,
        settings: MonitoringSettings
    ) throws(StatisticsError) {
        let rows = population.rows(scope, kind).filter { ImpactFigures.isGraded($0.graded) }
        guard !rows.isEmpty else { return nil }
        var table = FigureTable(
            rows.map(\.graded),
            name: "backtest:\(scope.name).lift",
            kind: kind,
            settings: settings
        )
        let overall = table.mean("realized", .impactPoints, \.realizedImpact)
        let baseline = table.baseline("overall", \.realizedImpact)
        let predicted = table.rows.map { $0.predictedImpact ?? 0 }
        let ranked = table.rows.indices.sorted { (predicted[$0], $0) < (predicted[$1], $1) }
        var parts: [(lowest: Double, highest: Double, predicted: Int, realized: Int)] = []
        for number in 0..<(rows.count >= Self.minimumEvents ? 10 : 0) {
            let part = ranked[(number * rows.count / 10)..<((number + 1) * rows.count / 10)]
            let members = part.sorted()
            parts.append(
                (
                    predicted[part[part.startIndex]], predicted[part[part.endIndex - 1]],
                    table.mean("decile_\(number + 1).predicted", of: members, \.predictedImpact),
                    table.mean(
                        "decile_\(number + 1).realized",
                        of: members,
                        baselines: [baseline],
                        \.realizedImpact
                    )
                )
            )
        }
        let figures = try table.figures()
        self.init(
            scope: scope,
            kind: kind,
            overall: figures[overall],
            deciles: parts.enumerated().map { number, part in
                LiftDecile(
                    number: number + 1,
                    lowest: part.lowest,
                    highest: part.highest,
                    predicted: figures[part.predicted],
                    realized: figures[part.realized]
                )
            }
        )
    }
}

extension FigureTable {
    /// Adds the mean of impact points over some rows.
    fileprivate mutating func mean(
        _ name: String,
        of members: [Int],
        baselines: [Baseline] = [],
        _ value: (GradedPrediction) -> Double?
    ) -> Int {
        var values = [Double?](repeating: nil, count: rows.count)
        for member in members { values[member] = value(rows[member]) }
        return add(
            name,
            .impactPoints,
            .ratio(column(values), count(members)),
            members: members,
            baselines: baselines
        )
    }
}
