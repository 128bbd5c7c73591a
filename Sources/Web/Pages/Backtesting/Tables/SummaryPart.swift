import Evaluation
import Markup
import Models

/// The figures of every slot side by side.
struct SummaryPart: Sendable {
    let report: BacktestReport
    let view: BacktestingView

    /// Writes the table of the visitor's kind of predictions.
    func write(to html: inout HTMLWriter) {
        html.subheading("Summary by slot", id: "summary")
        let all = report.summary(view.kind)
        // With one family the slots over all families rest on the same events.
        let isSingle = Set(all.compactMap(\.cell.family)).count == 1
        let rows = all.filter { !isSingle || $0.cell.family != nil }
        guard !rows.isEmpty else {
            return html.empty(
                "There are no graded \(view.kind.title.lowercased()) predictions.",
                remedy: view.kind == .live
                    ? "Live predictions are graded once their outcome is known; new ones are made by"
                    : "They are made when models are trained:",
                command: view.kind == .live ? "market-echo score" : "market-echo train"
            )
        }
        html.append(table(rows).fragment)
    }

    private func table(_ rows: [BacktestSummaryRow]) -> TableMarkup {
        var table = TableMarkup(
            caption:
                "\(view.kind.title) predictions: direction right in %, impact errors in points, 95 % intervals",
            columns: [
                .text("Slot"), .text("Model"), .number("Events"), .number("Right, %", decimals: 1),
                .text("95 % interval"), .number("Majority, %", decimals: 1),
                .number("Impact error", decimals: 1),
                .text("95 % interval"), .number("Base score", decimals: 1),
                .number("Item median", decimals: 1),
                .number("In 80 % range, %", decimals: 1), .text("Status"),
            ]
        )
        for row in rows {
            table.addRow([
                .text(SlotName.text(row.cell)), Self.model(row),
                FigureCells.count(row.n, companies: row.companies, days: row.days),
                FigureCells.percentage(row.accuracy), FigureCells.interval(row.accuracy),
                FigureCells.percentage(row.accuracy?.baseline(named: "majority_class"), of: row.accuracy),
                .number(row.impactError?.value), FigureCells.interval(row.impactError),
                .number(row.baseScoreError), .number(row.itemGroupError),
                FigureCells.percentage(row.rangeCoverage),
                .fragment(StandingBadge(row.health.badge).fragment),
            ])
        }
        return table
    }

    private static func model(_ row: BacktestSummaryRow) -> TableMarkup.Cell {
        guard let id = row.modelID, let version = row.modelVersion else { return .text("none") }
        return .fragment(HTMLFragment { $0.link(version, to: PageAddress.model(id)) })
    }
}
