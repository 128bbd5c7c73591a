import Market
import Markup
import Storage

/// The run ledger as a table: a row a run with a summary of what it counted.
struct RunTable: Sendable {
    let runs: [JobsPage.Run]
    /// Whether the visitor chose some of the runs.
    var isFiltered = false

    /// Characters of a message that the list shows; the run's page has all of it.
    private static let longestMessage = 160

    /// Writes the table.
    func write(to html: inout HTMLWriter) {
        guard !runs.isEmpty else {
            guard !isFiltered else { return html.empty("No run fits this choice.") }
            return html.empty(
                "No job has run on this database yet.",
                remedy: "The first one fills it:",
                command: "market-echo demo"
            )
        }
        var table = TableMarkup(
            caption: "Runs; times are New York’s",
            columns: [
                .text("Run"), .text("Job"), .text("Status"), .text("Started"), .text("Took"),
                .text("Result or error"),
                .text("Counts by family and horizon"),
            ]
        )
        for run in runs {
            let record = run.record
            table.addRow([
                .fragment(HTMLFragment { $0.link("\(record.id)", to: "/jobs/\(record.id)") }),
                .fragment(RunText.line(record.job)),
                .fragment(RunText.status(record.status)),
                .fragment(HTMLFragment { $0.instant(record.startedAt, zone: false) }),
                .fragment(RunText.line(RunText.duration(record))),
                .fragment(HTMLFragment { $0.outsideText(record.message, longest: Self.longestMessage) }),
                .text(RunText.summary(run)),
            ])
        }
        html.append(table.fragment)
    }
}

/// A run in words.
enum RunText {
    /// The status, failures marked.
    static func status(_ status: RunStatus) -> HTMLFragment {
        HTMLFragment { html in
            html.element(
                "span",
                [
                    "class": status == .failed || status == .interrupted
                        ? "run-status is-failed" : "run-status"
                ],
                text: status.rawValue.replacing("_", with: " ")
            )
        }
    }

    /// Words that stay on one line.
    static func line(_ text: String) -> HTMLFragment {
        HTMLFragment { $0.element("span", ["class": "nowrap"], text: text) }
    }

    /// How long it took; the ledger keeps whole seconds.
    static func duration(_ run: RunRecord) -> String {
        guard let finished = run.finishedAt else {
            return run.status == .running ? "running" : NumberText.missing
        }
        let seconds = finished.secondsSinceEpoch - run.startedAt.secondsSinceEpoch
        switch seconds {
        case ..<1: return "< 1 s"
        case ..<120: return "\(seconds) s"
        case ..<7200: return "\(seconds / 60) min \(seconds % 60) s"
        default: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        }
    }

    /// What was counted, over all families and horizons: `labelled 44,499, pending 12`.
    ///
    /// A training counts the labelled events behind each slot, which do not add up; there the slots are counted.
    static func summary(_ run: JobsPage.Run) -> String {
        var totals: [(name: String, n: Int)] = []
        let isTraining = run.record.job == "train"
        for count in run.counts {
            let n = isTraining ? 1 : count.n
            if let index = totals.firstIndex(where: { $0.name == count.outcome }) {
                totals[index].n += n
            } else {
                totals.append((count.outcome, n))
            }
        }
        let largest = totals.sorted { ($1.n, $0.name) < ($0.n, $1.name) }
        let shown = largest.prefix(4).map { "\($0.name.replacing("_", with: " ")) \(NumberText.count($0.n))" }
        guard !shown.isEmpty else { return NumberText.missing }
        let slots = Set(run.counts.map { [$0.family, $0.horizon] }).count
        let rest = largest.count > 4 ? ", \(largest.count - 4) more reasons" : ""
        return shown.joined(separator: ", ") + rest + (slots > 1 ? ", in \(slots) slots" : "")
    }
}
