import Evaluation
import Events
import Market
import Markup
import Models
import Scores

/// Accuracy and error group by group, with the form that chooses the grouping.
struct AccuracyPart: Sendable {
    let table: AccuracyTable
    let view: BacktestingView
    let families: [(String, String)]

    /// Groups that the first page shows; the others have a page.
    static let limit = 30

    init(table: AccuracyTable, view: BacktestingView, report: MonitoringReport?) {
        self.table = table
        self.view = view
        families =
            report.map(ViewForm.families) ?? [(BacktestingView.allFamilies, "All families")]
    }

    /// Writes form and table.
    func write(to html: inout HTMLWriter) {
        html.subheading("Accuracy by group", id: "accuracy")
        form(to: &html)
        guard !table.groups.isEmpty else {
            return html.empty(
                "There are no graded \(view.kind.title.lowercased()) predictions in this choice.",
                remedy: "They are made when models are trained:",
                command: "market-echo train"
            )
        }
        let isCut = view.section == .overview && table.groups.count > Self.limit
        html.append(markup(isCut ? Array(table.groups.prefix(Self.limit)) : table.groups).fragment)
        html.element("p", ["class": "note"]) { html in
            html.text(
                "A group below \(AccuracyTable.minimumEvents) graded events gets no figure. "
                    + "With many groups some look good or bad by chance alone. "
            )
            if isCut {
                html.text("Shown are \(Self.limit) of \(NumberText.count(table.groups.count)) groups; ")
                html.link("all of them", to: view.address(section: .accuracy, anchor: "accuracy"))
                html.text(" have a page.")
            }
        }
    }

    private func form(to html: inout HTMLWriter) {
        html.element("form", ["class": "filters", "method": "get", "action": "/backtesting#accuracy"]) {
            html in
            if view.section != .overview {
                html.void("input", ["type": "hidden", "name": "section", "value": view.section.rawValue])
            }
            ViewForm.select(
                "group_by",
                "Group by",
                AccuracyGrouping.allCases.map { ($0.rawValue, $0.title) },
                view.grouping.rawValue,
                to: &html
            )
            ViewForm.select(
                "family",
                "Family",
                families,
                view.family?.rawValue ?? BacktestingView.allFamilies,
                form: "accuracy",
                to: &html
            )
            ViewForm.select(
                "horizon",
                "Horizon",
                Horizon.allCases.map { ($0.code, $0.badge) },
                view.horizon.code,
                form: "accuracy",
                to: &html
            )
            ViewForm.select(
                "kind",
                "Predictions",
                SampleKind.allCases.map { ($0.rawValue, $0.title) },
                view.kind.rawValue,
                form: "accuracy",
                to: &html
            )
            html.element("button", ["class": "do", "type": "submit"], text: "Group")
        }
    }

    private func markup(_ groups: [AccuracyGroup]) -> TableMarkup {
        let horizon = table.query.horizon?.badge ?? "all horizons"
        let scope = view.family.map { Wording.name(of: $0) } ?? "all families"
        var markup = TableMarkup(
            caption:
                "\(view.kind.title) predictions at \(horizon), \(scope), by \(view.grouping.title)",
            columns: [
                .text(view.grouping.title.capitalizedFirst), .number("Graded"),
                .number("Right, %", decimals: 1),
                .text("95 % interval"), .number("Majority, %", decimals: 1),
            ] + FigureCells.verdictColumns("majority", unit: "pp") + [
                .number("Impact error", decimals: 1), .text("95 % interval"),
                .number("Base score", decimals: 1),
                .number("Item median", decimals: 1),
            ]
        )
        for group in groups {
            markup.addRow([.text(GroupName.text(group.key, of: view.grouping))] + Self.cells(group))
        }
        markup.addRow([.text("All groups together")] + Self.cells(table.overall), class: "total")
        return markup
    }

    private static func cells(_ group: AccuracyGroup) -> [TableMarkup.Cell] {
        let accuracy = group.accuracy
        let error = group.impactError
        return [
            FigureCells.count(group.n, companies: group.companies, days: group.days),
            FigureCells.percentage(accuracy),
            FigureCells.interval(accuracy),
            FigureCells.percentage(accuracy?.baseline(named: "majority_class"), of: accuracy),
        ]
            + (group.tooFew
                ? [.text("too few events"), .number(nil)]
                : FigureCells.verdict(accuracy, higherIsBetter: true)) + [
                .number(error?.value), FigureCells.interval(error),
                .number(error?.baseline(named: "base_score")?.value),
                .number(error?.baseline(named: "item_group_median")?.value),
            ]
    }
}
