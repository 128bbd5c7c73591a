import Events
import Market
import Markup
import Outcomes
import Scores
import Storage

/// The survivorship panel: the share of events without an outcome, by family, year and reason.
struct SurvivorshipMarkup: Sendable {
    let rows: [SurvivorshipRow]
    /// The share over all events and horizons, 0...1.
    let share: Double?

    /// Writes the panel.
    func write(to html: inout HTMLWriter) {
        html.element("p") { html in
            html.text(
                "\(NumberText.percent(share, decimals: 1)) of all attempts, events times horizons, have no outcome. "
            )
            html.text(
                "Companies that failed, merged or were renamed are over-represented among them, so figures about outcomes speak of survivors."
            )
        }
        html.append(reasons.fragment)
        html.append(years.fragment)
    }

    private var families: [EventFamily] {
        var seen: [EventFamily] = []
        for row in rows where !seen.contains(row.family) { seen.append(row.family) }
        return seen
    }

    private var reasons: TableMarkup {
        var table = TableMarkup(
            caption: "Attempts without an outcome by family and reason",
            columns: [.text("Reason")] + Horizon.allCases.map { .number($0.badge) }
        )
        for family in families {
            table.addGroup(Wording.name(of: family))
            let own = rows.filter { $0.family == family }
            for reason in SkipReason.allCases
            where own.contains(where: { $0.skipped[reason, default: 0] > 0 }) {
                table.addRow(
                    [.text(SkipText.text(reason))]
                        + Horizon.allCases.map { horizon in
                            .count(sum(own, horizon) { $0.skipped[reason, default: 0] })
                        }
                )
            }
            if own.contains(where: { $0.notAttempted > 0 }) {
                table.addRow(
                    [.text("Not attempted yet")]
                        + Horizon.allCases.map { horizon in .count(sum(own, horizon) { $0.notAttempted }) }
                )
            }
            table.addRow(
                [.text("With an outcome")]
                    + Horizon.allCases.map { horizon in .count(sum(own, horizon) { $0.labelled }) }
            )
        }
        return table
    }

    private func sum(_ rows: [SurvivorshipRow], _ horizon: Horizon, _ value: (SurvivorshipRow) -> Int) -> Int
    {
        rows.reduce(0) { $0 + ($1.horizon == horizon ? value($1) : 0) }
    }

    private var years: TableMarkup {
        var table = TableMarkup(
            caption: "Share of events without an outcome by family and year, %",
            columns: [.text("Year"), .number("Events")]
                + Horizon.allCases.map { .number("\($0.badge), %", decimals: 1) }
        )
        for family in families {
            table.addGroup(Wording.name(of: family))
            let own = rows.filter { $0.family == family }
            for year in Set(own.map(\.year)).sorted() {
                let cells = Horizon.allCases.map { horizon -> TableMarkup.Cell in
                    let row = own.first { $0.year == year && $0.horizon == horizon }
                    guard let row, row.events > 0 else { return .number(nil) }
                    return .number(100 * (1 - Double(row.labelled) / Double(row.events)))
                }
                let events = own.lazy.filter { $0.year == year }.map(\.events).max()
                table.addRow([.text("\(year)"), .count(events)] + cells)
            }
        }
        return table
    }
}
