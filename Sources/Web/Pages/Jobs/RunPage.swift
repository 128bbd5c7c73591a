import Events
import Market
import Markup
import Models
import Scores
import Storage

/// One run of a job with everything that it counted.
struct RunPage: Page {
    let run: JobsPage.Run

    var title: String { "Run \(run.record.id): \(run.record.job)" }
    var description: String { "One run of a job: how it ended and what it counted." }
    var place: PageShell.Place? { .jobs }

    func write(to html: inout HTMLWriter) {
        let record = run.record
        html.pageTitle(
            title,
            mark: Wording.internalDiagnostic,
            lede: "How the run ended and what it counted, by family and horizon.",
            crumbs: [("Jobs and data quality", PageShell.Place.jobs.rawValue)]
        )
        if record.status == .failed || record.status == .interrupted { failure(to: &html) }
        html.facts { html in
            html.fact("Status") { $0.append(RunText.status(record.status)) }
            html.fact("Started") { $0.instant(record.startedAt) }
            if let finished = record.finishedAt { html.fact("Finished") { $0.instant(finished) } }
            html.fact("Took", text: RunText.duration(record))
            html.fact("Options") { html in
                if record.arguments.isEmpty {
                    html.text("none")
                } else {
                    html.element("code") { $0.outsideText(record.arguments) }
                }
            }
            html.fact("Process", text: "\(record.process)")
            if !record.message.isEmpty, record.status != .failed {
                html.fact("Result") { $0.outsideText(record.message) }
            }
        }
        html.block("counts", "Counts") { html in
            guard !run.counts.isEmpty else { return html.empty("The run counted nothing.") }
            html.append(table.fragment)
        }
    }

    private func failure(to html: inout HTMLWriter) {
        html.element("div", ["class": "failed", "role": "status"]) { html in
            html.element("p") { html in
                html.element(
                    "strong",
                    text: run.record.status == .failed
                        ? "The run ended with an error." : "The process ended before the run did."
                )
                if !run.record.message.isEmpty {
                    html.text(" ")
                    html.outsideText(run.record.message)
                }
            }
            html.element("p") { html in
                html.text("A run can be started again at any time; it goes on from what is stored. ")
                html.element("code", text: "market-echo doctor")
                html.text(" checks database, sources and configuration.")
            }
        }
    }

    /// A family of the ledger; trainings write the word for all families together.
    private static func name(ofFamily text: String) -> String {
        if text == Cell.globalName { return "All families" }
        return EventFamily(rawValue: text).map(Wording.name(of:)) ?? text
    }

    /// A row for each family and outcome, a column for each horizon.
    private var table: TableMarkup {
        let horizons = Horizon.allCases.filter { horizon in run.counts.contains { $0.horizon == horizon.code }
        }
        let hasWhole = run.counts.contains { Horizon(code: $0.horizon) == nil }
        var table = TableMarkup(
            caption: run.record.job == "train"
                ? "What happened to each slot, with the labelled events behind it"
                : "What happened to how many, by family and horizon",
            columns: [.text("Outcome")] + (hasWhole ? [.number("Any horizon")] : [])
                + horizons.map { .number($0.badge) }
        )
        let families = Set(run.counts.map(\.family)).sorted()
        for family in families {
            if !family.isEmpty {
                table.addGroup(Self.name(ofFamily: family))
            }
            let own = run.counts.filter { $0.family == family }
            for outcome in Set(own.map(\.outcome)).sorted() {
                func sum(_ isWanted: (RunCount) -> Bool) -> TableMarkup.Cell {
                    let rows = own.filter { $0.outcome == outcome && isWanted($0) }
                    return .count(rows.isEmpty ? nil : rows.reduce(0) { $0 + $1.n })
                }
                table.addRow(
                    [.text(outcome.replacing("_", with: " "))]
                        + (hasWhole ? [sum { Horizon(code: $0.horizon) == nil }] : [])
                        + horizons.map { horizon in sum { $0.horizon == horizon.code } }
                )
            }
        }
        return table
    }
}
