import Market
import Markup
import Storage

/// How fresh the data are and whether all jobs did their work.
struct OverviewFreshness: Sendable {
    /// Counts of everything.
    let counts: Loaded<LiveCounts>
    /// Events by source.
    let sources: Loaded<[SourceFreshness]>
    /// The latest runs of jobs, newest first.
    let runs: Loaded<[RunRecord]>
    /// Whether the visitor may see the job pages.
    let isInsider: Bool
    /// The time of the visit.
    let now: UTCInstant

    /// Writes both sections side by side.
    func write(to html: inout HTMLWriter) {
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { html in
                html.block("freshness", "Freshness") { html in
                    html.part(sources) { html, sources in writeSources(sources, to: &html) }
                    html.part(counts) { html, counts in Self.writePrices(counts, to: &html) }
                }
            }
            html.element("div") { html in
                html.block("health", "Health", aside: healthAside) { html in
                    html.part(counts) { html, counts in Self.writeCompleteness(counts, to: &html) }
                    html.part(runs) { html, runs in writeRuns(runs, to: &html) }
                }
            }
        }
    }

    private var healthAside: HTMLFragment {
        isInsider ? HTMLFragment { $0.link("Jobs and data quality", to: "/jobs") } : .empty
    }

    private func writeSources(_ sources: [SourceFreshness], to html: inout HTMLWriter) {
        var table = TableMarkup(
            caption: "Sources of events",
            columns: [.text("Source"), .number("Events"), .text("Newest event"), .text("Last read")],
            emptyText: "No source was read yet."
        )
        for source in sources {
            table.addRow([
                .text(source.source), .count(source.events),
                .fragment(HTMLFragment { $0.day(NewYork.wallClock(of: source.lastKnownAt).day) }),
                .text(TimeText.age(of: source.lastIngestedAt, at: now)),
            ])
        }
        table.write(to: &html)
    }

    private static func writePrices(_ counts: LiveCounts, to html: inout HTMLWriter) {
        html.element("p", ["class": "note"]) { html in
            guard let day = counts.latestPriceDay else {
                html.text("No price is stored, so no outcome can be known. ")
                return html.element("code", text: "market-echo import prices PATH")
            }
            html.text("Prices to ")
            html.day(day)
            html.text(".")
            guard let latest = counts.latestEvent else { return }
            let newest = NewYork.wallClock(of: latest).day
            let behind = Int(newest.daysSinceEpoch) - Int(day.daysSinceEpoch)
            if behind > 7 {
                html.text(" They end \(NumberText.count(behind, "day", "days")) before the newest event, ")
                html.text("so the outcomes of later events are not known.")
            }
        }
    }

    private static func writeCompleteness(_ counts: LiveCounts, to html: inout HTMLWriter) {
        let slots = counts.events * Horizon.allCases.count
        html.facts { html in
            html.fact("Database", text: "readable")
            html.fact(
                "Predictions",
                text: share(counts.currentPredictions, of: slots, "events and horizons scored")
            )
            html.fact("Outcomes", text: share(counts.labels, of: slots, "events and horizons labelled"))
        }
    }

    private static func share(_ part: Int, of whole: Int, _ what: String) -> String {
        guard whole > 0 else { return "nothing to do yet" }
        return "\(NumberText.count(part)) of \(NumberText.count(whole)) \(what), "
            + NumberText.percent(Double(part) / Double(whole), decimals: 1)
    }

    private func writeRuns(_ runs: [RunRecord], to html: inout HTMLWriter) {
        var table = TableMarkup(
            caption: "Latest run of each job",
            columns: [.text("Job"), .text("Result"), .text("Began")],
            emptyText: "No job ran yet."
        )
        var seen: Set<String> = []
        for run in runs where seen.insert(run.job).inserted {
            table.addRow([
                .text(run.job), .text(Self.result(run)), .text(TimeText.age(of: run.startedAt, at: now)),
            ])
        }
        table.write(to: &html)
    }

    private static func result(_ run: RunRecord) -> String {
        switch run.status {
        case .running: "running, or its process ended without a word"
        case .succeeded: "succeeded"
        case .nothingToDo: "nothing to do"
        case .failed: "failed"
        case .interrupted: "interrupted"
        }
    }
}
