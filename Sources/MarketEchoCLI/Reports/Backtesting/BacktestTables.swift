import Evaluation
import Events
import Market
import Models
import Outcomes

/// The tables of the backtesting report.
enum BacktestTables {
    /// Figures of one kind, a row for each slot.
    static func summary(_ rows: [BacktestSummaryRow], highConfidencePoints points: Double) -> TextTable {
        var table = TextTable([
            .text("slot"), .number("predic-\ntions"), .number("direction\nright, %"),
            .number("moved by\n\(Format.shortest(points)) pts, %"),
            .number("error,\npoints"), .number("base\nscore"), .number("item\ngroup"), .number("rank\ncorr."),
            .number("in 80 %\nrange"), .text("gate"),
        ])
        for row in rows {
            let sure = row.highConfidenceAccuracy
            table.add([
                row.cell.key, Format.count(row.n), FigureCells.share(row.accuracy),
                Format.percentage(sure?.value, n: sure?.n), FigureCells.points(row.impactError),
                Format.decimal(row.baseScoreError, digits: 1), Format.decimal(row.itemGroupError, digits: 1),
                Format.decimal(row.rankCorrelation?.value, digits: 2),
                Format.percentage(row.rangeCoverage?.value, n: row.rangeCoverage?.n),
                row.gatePassed.map { $0 ? "passed" : "refused" } ?? "none",
            ])
        }
        return table
    }

    /// All tables behind the summary with their titles; one without rows has nothing to show.
    static func others(_ report: BacktestReport) -> [(title: String, table: TextTable)] {
        [
            ("Skill: impact points saved against the stronger simple rule", skill(report.skillMap)),
            ("Walk-forward: mean realized impact by tenth of the predicted one, points", lift(report.lift)),
            ("Events without an outcome, % by family", coverage(report.coverage)),
            ("From stored events to graded predictions", funnel(report.funnel)),
            (
                "Mean abnormal return around events, cumulative since session -5, percentage points",
                returns(report)
            ),
            ("Size of the abnormal return over the stock's usual day, 1 is ordinary", sizes(report)),
            ("Models over time", timeline(report.timeline)),
        ]
    }

    // MARK: Skill and lift

    private static func skill(_ cells: [SkillMapCell]) -> TextTable {
        var table = TextTable([
            .text("slot"), .number("events"), .number("saved"), .number("at least\n(95 %)"), .text("against"),
            .text("source"), .text("gate"),
        ])
        for cell in cells {
            table.add([
                cell.cell.key, Format.count(cell.n), Format.signed(cell.savedPoints, digits: 2),
                Format.signed(cell.lowerBound, digits: 2),
                cell.against?.replacing("_", with: " ") ?? Format.missing, cell.source.rawValue,
                cell.gatePassed.map { $0 ? "passed" : "refused" } ?? "none",
            ])
        }
        return table
    }

    private static func lift(_ curves: [LiftCurve]) -> TextTable {
        var table = TextTable([.text("scope")] + (1...10).map { .number("\($0)") } + [.number("all")])
        for curve in curves where !curve.deciles.isEmpty {
            table.add(
                [curve.scope.name] + curve.deciles.map { Format.decimal($0.realized.value, digits: 0) }
                    + [Format.decimal(curve.overall.value, digits: 1)]
            )
        }
        return table
    }

    // MARK: Coverage

    private static func coverage(_ coverage: OutcomeCoverage) -> TextTable {
        var table = TextTable(
            [.text("family"), .number("events")] + Horizon.allCases.map { .number($0.badge) }
                + [.prose("reasons at \(Horizon.fiveDay.badge)")]
        )
        for row in coverage.families + (coverage.families.count > 1 ? [coverage.total] : []) {
            let reasons = row.horizons.first { $0.horizon == .fiveDay }?.skipped ?? []
            table.add(
                [row.family?.rawValue ?? "all", Format.count(row.events)]
                    + row.horizons.map { Format.percentage($0.shareWithout, n: $0.events) }
                    + [
                        reasons.map {
                            "\($0.reason.rawValue.replacing("_", with: " ")) \(Format.count($0.n))"
                        }
                        .joined(separator: ", ")
                    ]
            )
        }
        return table
    }

    private static func funnel(_ funnels: [OutcomeFunnel]) -> TextTable {
        var table = TextTable([.text("horizon"), .text("stage"), .number("events"), .prose("lost before it")])
        for funnel in funnels {
            for (position, stage) in (funnel.stages + [funnel.live].compactMap { $0 }).enumerated() {
                table.add([
                    position == 0 ? funnel.horizon.badge : "", stage.name.title, Format.count(stage.n),
                    stage.lost.map { "\($0.reason.replacing("_", with: " ")) \(Format.count($0.n))" }
                        .joined(separator: ", "),
                ])
            }
        }
        return table
    }

    // MARK: Returns

    /// Sessions that a terminal has room for.
    private static let shown = [-5, -1, 0, 1, 4, 9, 19]

    private static func returns(_ report: BacktestReport) -> TextTable {
        curves(report, digits: 2) { $0.cumulative }
    }

    private static func sizes(_ report: BacktestReport) -> TextTable {
        curves(report, digits: 2) { $0.relativeMove }
    }

    private static func curves(
        _ report: BacktestReport,
        digits: Int,
        _ value: (ReturnPoint) -> BandedValue?
    ) -> TextTable {
        var table = TextTable(
            [.text("events"), .number("n"), .number("days")]
                + shown.map { .number($0 > 0 ? "+\($0)" : "\($0)") }
        )
        for curve in report.returnCurves where !curve.points.isEmpty {
            let points = shown.map { session in curve.points.first { $0.session == session } }
            table.add(
                [curve.group.title, Format.count(curve.n), Format.count(curve.days)]
                    + points.map { Format.decimal($0.flatMap(value)?.value, digits: digits) }
            )
        }
        return table
    }

    // MARK: Models

    private static func timeline(_ slots: [SlotTimeline]) -> TextTable {
        var table = TextTable([.text("model"), .text("status"), .text("since"), .prose("why")])
        for model in slots.flatMap(\.models) {
            for (position, change) in model.changes.enumerated() {
                table.add([
                    position == 0 ? model.modelID : "", change.status.rawValue, change.at.iso8601,
                    change.reason.shortened(to: 100),
                ])
            }
        }
        return table
    }
}

extension FunnelStage.Name {
    /// The stage in words.
    var title: String {
        switch self {
        case .stored: "stored"
        case .onCalendar: "on the calendar"
        case .labelled: "labelled"
        case .withImpact: "with realized impact"
        case .predicted: "predicted out of sample"
        case .applied: "live score with a model applied"
        }
    }
}

extension ReturnGroup {
    /// The group in words.
    var title: String {
        switch self {
        case .all: "all"
        case .ruleSide(let side): "rules: \(side)"
        case .modelSide(let horizon, let side): "model, \(horizon.badge): \(side)"
        case .family(let family): family.rawValue
        case .itemGroup(let group): group.name
        }
    }
}
