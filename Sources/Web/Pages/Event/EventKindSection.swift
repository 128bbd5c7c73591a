import Events
import Market
import Markup
import Scores
import Storage

/// What events of the same kind did before this one was known.
struct EventKindSection: Sendable {
    /// The event.
    let event: MarketEvent
    /// The history of its kind.
    let kind: Loaded<EarlierOfKind>

    /// Below this number of outcomes a history says next to nothing.
    static let fewest = 5

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block("kind", "History of its kind") { html in
            html.part(kind) { html, kind in write(kind, to: &html) }
        }
    }

    private func write(_ kind: EarlierOfKind, to html: inout HTMLWriter) {
        html.element(
            "p",
            text: "\(Self.name(of: kind.group)), known and closed before this event was known."
        )
        let all = kind.allCompanies.values.reduce(0) { $0 + $1.n }
        guard all > 0 else {
            return html.empty("No earlier event of this kind has a known outcome.")
        }
        var table = TableMarkup(
            caption: "Earlier events of the kind",
            columns: [
                .text("Horizon"), .number("Outcomes"), .number("Companies"),
                .number("Mean impact", decimals: 1),
                .number("Median impact", decimals: 1), .number("Up, %"), .number("n of up"),
                .number("Mean size of move, %", decimals: 1),
            ],
            class: "fit"
        )
        table.addGroup("\(event.ticker) alone")
        for horizon in Horizon.allCases {
            table.addRow(cells(horizon, kind.sameCompany[horizon], ofCompany: true))
        }
        table.addGroup("All companies")
        for horizon in Horizon.allCases {
            table.addRow(cells(horizon, kind.allCompanies[horizon], ofCompany: false))
        }
        table.write(to: &html)
        let counts = kind.sameCompany.values.map(\.n) + kind.allCompanies.values.map(\.n)
        if counts.contains(where: { $0 < Self.fewest }) {
            html.element(
                "p",
                ["class": "note"],
                text: "Figures of fewer than \(Self.fewest) outcomes say next to nothing."
            )
        }
        writeSimilar(kind.similar, to: &html)
    }

    private func cells(_ horizon: Horizon, _ history: HistoryOfKind?, ofCompany: Bool) -> [TableMarkup.Cell] {
        let history = history ?? HistoryOfKind()
        return [
            .text(Wording.badge(horizon)), .count(history.n), .count(history.companies),
            .number(history.meanImpact), .number(history.medianImpact),
            .number(history.shareUp.map { $0 * 100 }), .count(history.directions),
            .number(history.meanAbsoluteMove.map { $0 * 100 }),
        ]
    }

    private func writeSimilar(_ rows: [EventListRow], to html: inout HTMLWriter) {
        guard !rows.isEmpty else { return }
        html.subheading("The latest of \(event.ticker) before")
        EventTable(caption: "Earlier events of the kind and company", rows: rows, showsTicker: false)
            .write(to: &html)
    }

    /// A group's name for people: `8-K with item 2.02`, `8-K with item 7.01 alone`, `Earnings release`.
    static func name(of group: ItemGroup) -> String {
        let parts = group.name.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else {
            return EventType(rawValue: group.name).map(Wording.name(of:)) ?? group.name
        }
        let code = parts[1]
        if code == "other" { return "8-K with other items" }
        if code.hasSuffix("_alone") { return "8-K with item \(code.dropLast(6)) and no other" }
        if code.hasSuffix("_only") { return "8-K with exhibits only (item \(code.dropLast(5)))" }
        return "8-K with item \(code)"
    }
}
