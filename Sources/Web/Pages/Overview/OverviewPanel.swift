import Evaluation
import Events
import Market
import Markup
import Models
import Scores
import Storage

/// The Market Echo panel: live counts, and per family how far its models can be trusted.
struct OverviewPanel: Sendable {
    /// Counts of everything.
    let counts: Loaded<LiveCounts>
    /// The models.
    let registry: Loaded<RegistryView>
    /// Standing of families; nil while it is computed for the first time.
    let families: [FamilyReport]?
    /// Whether the visitor may see the monitoring.
    let isInsider: Bool

    /// Writes the panel.
    func write(to html: inout HTMLWriter) {
        html.block("market-echo", "Market Echo", mark: "Prototype", aside: aside) { html in
            html.part(counts) { html, counts in html.stats(Self.stats(counts)) }
            html.part(registry) { html, registry in writeModels(registry, to: &html) }
        }
    }

    private var aside: HTMLFragment {
        isInsider ? HTMLFragment { $0.link(Wording.monitoringTitle, to: "/backtesting") } : .empty
    }

    private static func stats(_ counts: LiveCounts) -> [Stat] {
        [
            Stat(
                "Events",
                NumberText.count(counts.events),
                note: "\(NumberText.count(counts.companies, "company", "companies")), "
                    + NumberText.count(counts.families, "family", "families")
            ),
            Stat(
                "Labelled events",
                NumberText.count(counts.labelledEvents),
                note: NumberText.count(counts.labels, "labelled outcome", "labelled outcomes")
            ),
            Stat(
                "Current predictions",
                NumberText.count(counts.currentPredictions),
                note: "\(NumberText.count(counts.predictions)) in the log"
            ),
            Stat(
                "Models in use",
                NumberText.count(counts.champions),
                note: "of \(NumberText.count(counts.models, "version", "versions")) trained"
            ),
        ]
    }

    private func writeModels(_ registry: RegistryView, to html: inout HTMLWriter) {
        guard !registry.models.isEmpty || !registry.refusals.isEmpty else {
            return html.empty(
                "No model was trained yet: scores are those of the rules.",
                remedy: "Label events and train with",
                command: "market-echo label-events && market-echo train"
            )
        }
        var table = TableMarkup(
            caption: "Models by family: labelled events, standing, and the model in use at each horizon",
            columns: [.text("Family"), .number("Labelled events"), .number("Companies")]
                + Horizon.allCases.map { .text(Wording.badge($0)) } + [.text("Standing")]
        )
        for scope in Self.scopes(registry, families: families ?? []) {
            let report = scope.flatMap { family in families?.first { $0.family == family } }
            let known = report?.labelled
            table.addRow(
                [
                    .text(scope.map(Wording.name(of:)) ?? "All families together"),
                    .count(known?.events ?? Self.trainedEvents(registry, scope)),
                    .count(known?.companies ?? Self.trainedCompanies(registry, scope)),
                ]
                    + Horizon.allCases.map {
                        .fragment(Self.model(registry, Cell(family: scope, horizon: $0)))
                    }
                    + [.wide { standing(scope, report, to: &$0) }]
            )
        }
        table.write(to: &html)
        if families == nil {
            html.element("p", ["class": "note"], text: "The standing of families is being computed.")
        }
    }

    // MARK: Cells

    /// Families that have a model or labelled events, and nil for all families together.
    private static func scopes(_ registry: RegistryView, families: [FamilyReport]) -> [EventFamily?] {
        let cells = registry.models.map(\.record.cell) + registry.refusals.map(\.cell)
        let known = Set(cells.compactMap(\.family)).union(families.map(\.family))
        return known.sorted().map { $0 } + (cells.contains { $0.family == nil } ? [nil] : [])
    }

    private static func trainedEvents(_ registry: RegistryView, _ scope: EventFamily?) -> Int? {
        registry.models.filter { $0.record.cell.family == scope }.map(\.record.sampleCount).max()
    }

    private static func trainedCompanies(_ registry: RegistryView, _ scope: EventFamily?) -> Int? {
        registry.models.filter { $0.record.cell.family == scope }.map(\.record.companyCount).max()
    }

    private static func model(_ registry: RegistryView, _ cell: Cell) -> HTMLFragment {
        HTMLFragment { html in
            if let champion = registry.champion(of: cell)?.record {
                html.link(champion.version.text, to: PageAddress.model(champion.id))
                html.element(
                    "span",
                    ["class": "of"],
                    text: champion.weight > 0
                        ? " weight \(NumberText.decimal(champion.weight, decimals: 2))" : " not applied"
                )
            } else if let latest = registry.models.last(where: { $0.record.cell == cell })?.record {
                html.link(latest.version.text, to: PageAddress.model(latest.id))
                html.element("span", ["class": "of"], text: " gate not passed")
            } else {
                html.element("span", ["class": "muted"], text: "none")
            }
        }
    }

    /// The badge and the first of its reasons; the monitoring has all of them.
    private func standing(_ scope: EventFamily?, _ report: FamilyReport?, to html: inout HTMLWriter) {
        guard let health = report?.health else {
            let text =
                scope == nil
                ? "used where a family has no model" : families == nil ? "not computed yet" : "none"
            return html.element("span", ["class": "muted"], text: text)
        }
        let reasons = health.reason.split(separator: "; ")
        let first = reasons.first.map(String.init) ?? ""
        let more = reasons.count - 1
        let others = more > 0 ? "; \(NumberText.count(more, "more reason", "more reasons"))" : ""
        StandingBadge(health.badge, reason: first + others).write(to: &html)
    }
}
