import Events
import Market
import Markup
import Scores
import Storage

/// A table of events with the scores of one horizon and the outcome once known.
struct EventTable: Sendable {
    /// What the table shows.
    let caption: String
    /// The events.
    let rows: [EventListRow]
    /// The horizon of scores and outcomes.
    var horizon = HorizonScore.standard
    /// Whether a column names the company.
    var showsTicker = true
    /// Whether columns show the outcome; without a single label they would be empty.
    private var showsOutcome: Bool { rows.contains { $0.label(horizon) != nil } }

    /// Writes the table.
    func write(to html: inout HTMLWriter) {
        var columns: [TableMarkup.Column] = [.text("Known, New York")]
        if showsTicker { columns.append(.text("Ticker")) }
        columns += [
            .text("Event"), .number("Base", decimals: 1), .number("AI-adjusted", decimals: 1),
            .number("Change", decimals: 1),
        ]
        let showsOutcome = showsOutcome
        if showsOutcome {
            columns += [.number("Realized impact", decimals: 1), .number("Abnormal return, %", decimals: 1)]
        }
        var table = TableMarkup(
            caption:
                "\(caption); \(showsOutcome ? "scores and outcomes" : "scores") at \(Wording.badge(horizon))",
            columns: columns
        )
        for row in rows { table.addRow(cells(row)) }
        table.write(to: &html)
    }

    private func cells(_ row: EventListRow) -> [TableMarkup.Cell] {
        let event = row.event
        var cells: [TableMarkup.Cell] = [
            .fragment(
                HTMLFragment { $0.knownAt(event.knownAt, precision: event.timePrecision, zone: false) }
            )
        ]
        if showsTicker { cells.append(.fragment(HTMLFragment { $0.tickerLink(event.ticker) })) }
        let score = row.prediction(horizon).map(HorizonScore.init)
        let applied = score.flatMap { $0.isApplied ? $0 : nil }
        cells += [
            .wide { Self.writeTitle(of: event, to: &$0) },
            .number(row.base?.score), Self.adjusted(score),
            applied.map { .text(HorizonScore.change($0.adjustment)) } ?? .number(nil),
        ]
        if showsOutcome {
            let label = row.label(horizon)
            cells += [.number(label?.realizedImpact), .signed(label.map { $0.abnormalReturn * 100 })]
        }
        return cells
    }

    /// The adjusted score, or why there is none.
    private static func adjusted(_ score: HorizonScore?) -> TableMarkup.Cell {
        guard let reason = score?.reason else { return .number(score?.adjusted) }
        return .fragment(HTMLFragment { $0.element("span", ["class": "reason"], text: reason.text) })
    }

    /// A title as a link to its event.
    static func writeTitle(of event: MarketEvent, to html: inout HTMLWriter) {
        html.element("a", ["href": PageAddress.event(event.eventID)]) {
            $0.outsideText(event.shownTitle, longest: OutsideText.inTable)
        }
    }
}
