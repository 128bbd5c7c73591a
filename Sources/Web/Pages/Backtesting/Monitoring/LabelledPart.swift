import Evaluation
import Events
import Market
import Markup
import Models
import Scores

/// How much is labelled: in all, by family, by horizon.
struct LabelledPart: Sendable {
    let report: MonitoringReport

    /// Writes the figures and the table.
    func write(to html: inout HTMLWriter) {
        html.stats(stats)
        guard !report.families.isEmpty else {
            return html.empty(
                "No event is labelled yet.",
                remedy: "Labels need events and prices; then run",
                command: "market-echo label-events"
            )
        }
        html.append(table.fragment)
    }

    private var stats: [Stat] {
        let labelled = report.labelled
        return [
            Stat(
                "Labelled events",
                NumberText.count(labelled.events),
                note: "\(NumberText.count(labelled.companies, "company", "companies")), "
                    + NumberText.count(labelled.days, "event day", "event days")
            ),
            Stat("Labelled outcomes", NumberText.count(report.totalOutcomes), note: "events times horizons"),
            Stat(
                "Families with labels",
                NumberText.count(report.families.count { $0.labelled.events > 0 }),
                note: "of \(EventFamily.allCases.count) in the taxonomy"
            ),
            Stat(
                "Data as of",
                report.dataAsOf.map { TimeText.newYork($0).prefix(10) }.map(String.init)
                    ?? NumberText.missing,
                note: "benchmark \(report.benchmark)"
            ),
        ]
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "Labelled events by family; an event counts once however many horizons it has",
            columns: [
                .text("Family"), .number("Events"), .number("Companies"), .number("Days"),
            ] + Horizon.allCases.map { .number($0.badge) } + [
                .text("Status"), .text("Best horizon, and why not more"),
            ]
        )
        for family in report.families {
            table.addRow(
                [
                    .text(Wording.name(of: family.family)), .count(family.labelled.events),
                    .count(family.labelled.companies), .count(family.labelled.days),
                ] + family.byHorizon.map { .count($0.events) } + [
                    .fragment(StandingBadge(family.health.badge).fragment), .text(reason(family)),
                ]
            )
        }
        return table
    }

    /// The family's best slot and why it stands as it does.
    private func reason(_ family: FamilyReport) -> String {
        let best = report.cells.first {
            $0.cell.family == family.family && $0.health.badge == family.health.badge
        }
        guard let best else { return family.health.reason }
        return "\(best.cell.horizon.badge): \(StandingReason.text(best.health))"
    }
}
