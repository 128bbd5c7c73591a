import Charts
import Evaluation
import Market
import Markup
import Models
import Scores

/// The pictures of the backtesting part, drawn for the visitor's family, horizon and kind.
struct BacktestPictures: Sendable {
    let report: BacktestReport
    let view: BacktestingView

    /// The name of what the pictures are about: `8-K current report, 5-Day`.
    private var scopeName: String { SlotName.text(view.slot) }

    private static let clustered =
        "95 % intervals, clustered by event day, outcome window or company, the widest"

    // MARK: Over time, lift

    /// Accuracy by quarter or year.
    func accuracyOverTime() -> AccuracyTimeline {
        let curve = report.overTime.first { $0.scope == view.scope && $0.kind == view.kind }
        let overall = report.accuracyTables.first { $0.query.groupBy == .year }?.overall
        let graded = curve?.points.reduce(0) { $0 + ($1.group.accuracy?.n ?? 0) } ?? 0
        return AccuracyTimeline(
            heading: ChartHeading(
                id: "chart-accuracy-over-time",
                title: "Direction right by \(curve?.period.title ?? "period"): \(scopeName)",
                sample: curve == nil ? nil : ChartSample(events: graded),
                intervals: Self.clustered,
                note:
                    "\(view.kind.title) predictions; periods below \(AccuracyTable.minimumEvents) graded events are empty",
                emptyText: overall == nil
                    ? "No prediction is graded yet."
                    : "There are no graded \(view.kind.title.lowercased()) predictions of \(scopeName)."
            ),
            periods: curve?.points.map { point in
                AccuracyTimeline.Period(
                    name: point.group.key.replacing("-", with: " "),
                    n: point.group.accuracy?.n ?? point.group.n,
                    accuracy: ChartEstimate(point.group.accuracy),
                    baseline: point.group.accuracy?.baseline(named: "majority_class")?.value
                )
            } ?? []
        )
    }

    /// Realized impact by tenth of the predicted one.
    func lift() -> LiftChart {
        let curve = report.lift.first { $0.scope == view.scope && $0.kind == view.kind }
        return LiftChart(
            heading: ChartHeading(
                id: "chart-lift",
                title: "Realized impact by tenth of predicted impact: \(scopeName)",
                sample: curve.map { ChartSample($0.overall) },
                intervals: Self.clustered,
                note: "\(view.kind.title) predictions",
                emptyText: curve == nil
                    ? "There are no graded \(view.kind.title.lowercased()) predictions of \(scopeName)."
                    : "Tenths need \(LiftCurve.minimumEvents) graded events."
            ),
            deciles: curve?.deciles.map { decile in
                LiftChart.Decile(
                    name: "\(decile.number)",
                    n: decile.realized.n,
                    predicted: decile.predicted.value,
                    realized: ChartEstimate(decile.realized)
                )
            } ?? [],
            overallMean: curve?.overall.value
        )
    }

    // MARK: Skill

    /// Families by horizon, coloured by the lower bound of skill.
    func skillMap() -> SkillHeatMap {
        var families: [String] = []
        for cell in report.skillMap where !families.contains(SlotName.family(cell.cell)) {
            families.append(SlotName.family(cell.cell))
        }
        let most = report.skillMap.max { $0.n < $1.n }
        return SkillHeatMap(
            heading: ChartHeading(
                id: "chart-skill",
                title: "Impact points saved against the stronger simple rule, by family and horizon",
                sample: most.map { ChartSample(events: $0.n, companies: $0.companies, days: $0.days) },
                intervals: "one-sided 95 % lower bounds, clustered by day, outcome window and company",
                note: "rules are the base score and the item-group median; sample of the largest cell",
                emptyText: "No model is trained yet."
            ),
            horizons: Horizon.allCases.map(\.badge),
            rows: families.map { family in
                SkillHeatMap.Row(
                    name: family,
                    cells: Horizon.allCases.map { horizon in
                        let cell = report.skillMap.first {
                            SlotName.family($0.cell) == family && $0.cell.horizon == horizon
                        }
                        return SkillHeatMap.Cell(
                            skill: cell?.savedPoints.map { ChartEstimate($0, atLeast: cell?.lowerBound) },
                            n: cell?.n ?? 0,
                            judgement: Self.judgement(of: cell)
                        )
                    }
                )
            },
            unit: .points
        )
    }

    /// Only the gate's own test counts all slots (Holm), and only where it let the impact head pass.
    static func judgement(of cell: SkillMapCell?) -> SkillHeatMap.Judgement {
        guard let cell, cell.source == .gate else { return .untested }
        guard cell.impactHeadPassed == true else { return .refused }
        return .tested(passed: cell.adjustedP.map { $0 < 0.05 } ?? false)
    }

    /// What to know about cells whose numbers do not come from the gate; nil where there is none.
    var skillRemark: String? {
        let untested = report.skillMap.filter { $0.source == .computed }
        guard !untested.isEmpty else { return nil }
        let names = untested.map { cell in
            let server = cell.servedBy.map { ", served by \(SlotName.text($0))" } ?? ""
            return "\(SlotName.text(cell.cell))\(server)"
        }
        return
            "Not tested by the gate, so their bounds are not corrected for the number of slots and prove nothing: "
            + "\(names.joined(separator: "; "))."
    }

    // MARK: Funnel, models

    /// Where events are lost on the way to a graded prediction.
    func funnel() -> FunnelChart {
        let funnel = report.funnel.first { $0.horizon == view.horizon }
        let stages = funnel?.stages ?? []
        return FunnelChart(
            heading: ChartHeading(
                id: "chart-funnel",
                title: "From stored events to graded predictions, all families, \(view.horizon.badge)",
                sample: stages.first.map { ChartSample(events: $0.n) },
                note: "Walk-forward and lock-box predictions",
                emptyText: "No event is stored yet."
            ),
            stages: stages.enumerated().map { index, stage in
                FunnelChart.Stage(
                    name: FunnelText.stage(stage.name),
                    count: stage.n,
                    losses: index + 1 < stages.count
                        ? stages[index + 1].lost.map {
                            FunnelChart.Loss(reason: FunnelText.short($0.reason), count: $0.n)
                        } : []
                )
            }
        )
    }

    /// The champions of each slot over time.
    func timeline(today: TradingDay) -> Charts.ModelTimeline {
        Charts.ModelTimeline(
            heading: ChartHeading(
                id: "chart-models",
                title: "Status of each version, by slot",
                note: "Champions are in use; others were trained and are not",
                emptyText: "No model is trained yet."
            ),
            slots: report.timeline.map { slot in
                Charts.ModelTimeline.Slot(
                    name: slot.cell.key,
                    versions: slot.models.flatMap(Self.versions)
                )
            },
            until: ChartDay(today)
        )
    }

    /// The spans of a model's life; a status that another followed on the same day has none.
    private static func versions(_ life: ModelLife) -> [Charts.ModelTimeline.Version] {
        life.changes.enumerated().compactMap { index, change in
            let next = index + 1 < life.changes.count ? life.changes[index + 1].at : nil
            let from = change.at.utcDay
            guard next?.utcDay != from else { return nil }
            return Charts.ModelTimeline.Version(
                name: life.version,
                status: Charts.ModelTimeline.Status(change.status),
                from: ChartDay(from),
                to: next.map { ChartDay($0.utcDay) }
            )
        }
    }
}

extension ChartDay {
    /// A trading day.
    init(_ day: TradingDay) {
        self.init(daysSinceEpoch: day.daysSinceEpoch)
    }
}

extension Charts.ModelTimeline.Status {
    /// The status of the registry.
    init(_ status: ModelStatus) {
        self =
            switch status {
            case .staging: .staging
            case .champion: .champion
            case .archived: .archived
            }
    }
}
