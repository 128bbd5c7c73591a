import Evaluation
import Market
import Markup
import Scores

/// What share of events has no outcome, and why: the survivorship panel.
struct CoveragePart: Sendable {
    let coverage: OutcomeCoverage
    /// Whether every year has a row.
    let isByYear: Bool

    /// Writes the tables.
    func write(to html: inout HTMLWriter) {
        html.subheading("Coverage: events without an outcome", id: "coverage")
        guard coverage.total.events > 0 else {
            return html.empty(
                "No event is stored yet.",
                remedy: "Import some with",
                command: "market-echo import events PATH"
            )
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                "Companies that failed, merged or were renamed are the ones whose prices are missing. "
                    + "Where their events have no outcome, every figure on this page speaks of the survivors."
            )
        }
        html.append(summary.fragment)
        if isByYear { html.append(years.fragment) }
    }

    private var summary: TableMarkup {
        var table = TableMarkup(
            caption: "Events without an outcome by family and horizon, with the recorded reasons",
            columns: [
                .text("Horizon"), .number("Events"), .number("With outcome"), .number("Without"),
                .number("Without, %", decimals: 1), .text("Reasons"),
            ]
        )
        let rows = coverage.families.count > 1 ? coverage.families + [coverage.total] : coverage.families
        for row in rows {
            table.addGroup(row.family.map(Wording.name(of:)) ?? "All families")
            for cell in row.horizons {
                table.addRow([
                    .text(cell.horizon.badge), .count(cell.events), .count(cell.labelled),
                    .count(cell.without),
                    .number(cell.shareWithout.map { $0 * 100 }), .text(Self.reasons(cell)),
                ])
            }
        }
        return table
    }

    private var years: TableMarkup {
        let horizons = coverage.total.horizons.map(\.horizon)
        var table = TableMarkup(
            caption: "Share of events without an outcome by family and year, %",
            columns: [.text("Year"), .number("Events")]
                + horizons.map { .number("\($0.badge), %", decimals: 1) } + [
                    .text("Reasons, longest horizon")
                ]
        )
        var family: String?
        for row in coverage.rows {
            let name = row.family.map(Wording.name(of:)) ?? "All families"
            if name != family { table.addGroup(name) }
            family = name
            table.addRow(
                [.text(row.year.map { "\($0)" } ?? "All years"), .count(row.events)]
                    + row.horizons.map { .number($0.shareWithout.map { $0 * 100 }) }
                    + [.text(row.horizons.last.map(Self.reasons) ?? NumberText.missing)]
            )
        }
        return table
    }

    /// The reasons with their counts, most frequent first.
    static func reasons(_ cell: CoverageCell) -> String {
        var parts = cell.skipped.map { "\(SkipText.text($0.reason)): \(NumberText.count($0.n))" }
        if cell.unattempted > 0 { parts.append("Not attempted yet: \(NumberText.count(cell.unattempted))") }
        return parts.isEmpty ? NumberText.missing : parts.joined(separator: "; ")
    }
}
