import Evaluation
import Market
import Markup
import Scores
import Storage

/// The first page: what Market Echo is right now, the latest events, how fresh and how healthy the data are.
struct OverviewPage: Page {
    /// Counts of everything.
    let counts: Loaded<LiveCounts>
    /// The models.
    let registry: Loaded<RegistryView>
    /// Standing of families; nil while it is computed for the first time.
    let families: [FamilyReport]?
    /// The newest events.
    let latest: Loaded<[EventListRow]>
    /// Events by source.
    let sources: Loaded<[SourceFreshness]>
    /// The latest runs of jobs, newest first.
    let runs: Loaded<[RunRecord]>
    /// Whether the visitor may see the job pages.
    let isInsider: Bool
    /// The time of the visit.
    let now: UTCInstant

    /// Events of the table.
    static let latestEvents = 10

    let title = "Overview"
    let description =
        "Impact estimates of market events, what became of them, and how far they can be trusted."
    let place: PageShell.Place? = .overview

    func write(to html: inout HTMLWriter) {
        html.pageTitle(
            title,
            mark: "Prototype",
            lede:
                "Market Echo estimates how large a move a market event means for a stock, watches what the price "
                + "then did, and learns from it within a guardrail."
        )
        PrototypeNotice(counts.map(PrototypeNotice.Counts.init)).write(to: &html)
        if counts.value?.events == 0 { writeStart(to: &html) }
        OverviewPanel(counts: counts, registry: registry, families: families, isInsider: isInsider)
            .write(to: &html)
        writeLatest(to: &html)
        OverviewFreshness(counts: counts, sources: sources, runs: runs, isInsider: isInsider, now: now)
            .write(to: &html)
    }

    private func writeStart(to html: inout HTMLWriter) {
        html.empty(
            "The database is empty.",
            remedy: "The demo downloads a small public sample and does every step:",
            command: "market-echo demo"
        )
        html.element("p", ["class": "note"]) { html in
            html.text("With data of your own: ")
            for (position, command) in Self.firstSteps.enumerated() {
                if position > 0 { html.text(", then ") }
                html.element("code", text: "market-echo \(command)")
            }
            html.text(".")
        }
    }

    private static let firstSteps = [
        "import events PATH", "import prices PATH", "label-events", "train", "score",
    ]

    private func writeLatest(to html: inout HTMLWriter) {
        html.block("latest", "Latest events", aside: HTMLFragment { $0.link("All events", to: "/events") }) {
            html in
            html.part(latest) { html, rows in
                guard !rows.isEmpty else {
                    return html.empty(
                        "No event is stored yet.",
                        remedy: "Import some with",
                        command: "market-echo import events PATH"
                    )
                }
                EventTable(caption: "The newest events", rows: rows).write(to: &html)
            }
        }
    }
}

extension PrototypeNotice.Counts {
    /// The notice's counts of all counts.
    init(_ counts: LiveCounts) {
        self.init(
            events: counts.events,
            labelledOutcomes: counts.labels,
            companies: counts.companies,
            families: counts.families,
            pricesTo: counts.latestPriceDay
        )
    }
}
