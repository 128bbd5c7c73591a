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
    /// Whether columns show the outcome.
    var showsOutcome = true

    /// Writes the table.
    func write(to html: inout HTMLWriter) {
        var columns: [TableMarkup.Column] = [.text("Known, New York")]
        if showsTicker { columns.append(.text("Ticker")) }
        columns += [
            .text("Event"), .number("Base", decimals: 1), .number("AI-adjusted", decimals: 1),
            .number("Change", decimals: 1),
        ]
        if showsOutcome {
            columns += [.number("Realized impact", decimals: 1), .number("Abnormal return, %", decimals: 1)]
        }
        var table = TableMarkup(
            caption: "\(caption); scores and outcomes at \(Wording.badge(horizon))",
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
            .fragment(
                HTMLFragment { html in
                    Self.writeTitle(of: event, to: &html)
                    guard let reason = score?.reason else { return }
                    html.void("br")
                    html.element("span", ["class": "muted"], text: reason.text)
                }
            ),
            .number(row.base?.score), .number(applied?.adjusted),
            applied.map { .text(HorizonScore.change($0.adjustment)) } ?? .number(nil),
        ]
        if showsOutcome {
            let label = row.label(horizon)
            cells += [.number(label?.realizedImpact), .signed(label.map { $0.abnormalReturn * 100 })]
        }
        return cells
    }

    /// A title as a link to its event.
    static func writeTitle(of event: MarketEvent, to html: inout HTMLWriter) {
        html.element("a", ["href": PageAddress.event(event.eventID)]) {
            $0.outsideText(event.shownTitle, longest: OutsideText.inTable)
        }
    }
}
