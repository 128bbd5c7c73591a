import Models

/// Whether the 80 % ranges hold what they promise, and how wide they are.
public struct RangeReport: Sendable, Equatable {
    /// Share of abnormal returns inside their range, 0...1.
    public let coverage: Figure
    /// Mean width of the range, percentage points of the price.
    public let widthPercentagePoints: Figure
}

/// Adds the range figures of a population to its table, and reads them back once they have intervals.
struct RangeFigures {
    private let coverage: Int
    private let width: Int

    /// Nil where no event has a range.
    init?(_ table: inout FigureTable) {
        guard table.rows.contains(where: { $0.interval80 != nil }) else { return nil }
        let nominal = Baseline(
            name: "nominal",
            value: ConformalFactor.targetCoverage,
            n: table.rows.count { $0.interval80 != nil }
        )
        coverage = table.share("range.coverage", baselines: [nominal]) { row in
            row.interval80.map { $0.contains(row.abnormalReturn) }
        }
        width = table.mean("range.width", .percentagePoints) { row in row.interval80.map { 100 * $0.width } }
    }

    /// The report from the table's finished figures.
    func report(_ figures: [Figure]) -> RangeReport {
        RangeReport(coverage: figures[coverage], widthPercentagePoints: figures[width])
    }
}
