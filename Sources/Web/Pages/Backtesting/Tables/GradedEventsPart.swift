import Evaluation
import Events
import Market
import Markup
import Models
import Scores
import Storage

/// Single predictions of the past beside what happened, newest first.
struct GradedEventsPart: Sendable {
    let page: BacktestEventPage
    let view: BacktestingView
    let families: [(String, String)]

    /// Rows of a page.
    static let limit = 50

    /// Writes form, table and the way on.
    func write(to html: inout HTMLWriter) {
        html.subheading("Graded events", id: "graded-events")
        form(to: &html)
        guard !page.events.isEmpty else {
            return html.empty(
                "No graded event fits this choice.",
                remedy:
                    "Predictions are graded once an outcome is known; models make them when they are trained:",
                command: "market-echo train"
            )
        }
        html.append(table.fragment)
        Pager(
            first: view.cursor == nil ? nil : view.address(section: .events),
            next: page.next.map { view.address(section: .events, cursor: $0.text) },
            names: ("Newest events", "Older events")
        ).write(to: &html)
    }

    private func form(to html: inout HTMLWriter) {
        html.element("form", ["class": "filters", "method": "get", "action": "/backtesting"]) { html in
            html.void(
                "input",
                ["type": "hidden", "name": "section", "value": BacktestingSection.events.rawValue]
            )
            html.element("div", ["class": "field"]) { html in
                html.element("label", ["for": "events-ticker"], text: "Ticker")
                html.void(
                    "input",
                    [
                        "id": "events-ticker", "name": "ticker", "size": "7", "maxlength": "20",
                        "value": view.ticker,
                    ]
                )
            }
            ViewForm.select(
                "family",
                "Family",
                families,
                view.family?.rawValue ?? BacktestingView.allFamilies,
                form: "events",
                to: &html
            )
            ViewForm.select(
                "horizon",
                "Horizon",
                Horizon.allCases.map { ($0.code, $0.badge) },
                view.horizon.code,
                form: "events",
                to: &html
            )
            ViewForm.select(
                "kind",
                "Predictions",
                SampleKind.allCases.map { ($0.rawValue, $0.title) },
                view.kind.rawValue,
                form: "events",
                to: &html
            )
            html.element("button", ["class": "do", "type": "submit"], text: "Show")
        }
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption:
                "\(view.kind.title) predictions at \(view.horizon.badge) beside what happened, newest reaction day first",
            columns: [
                .text("Reaction day"), .text("Ticker"), .text("Event"), .number("Base score", decimals: 1),
                .number("Predicted impact", decimals: 1), .number("Realized impact", decimals: 1),
                .number("Off by", decimals: 1), .number("Probability of up, %"), .text("Predicted side"),
                .number("Abnormal return, %", decimals: 1), .text("Side right"),
            ]
        )
        for row in page.events {
            table.addRow([
                .fragment(HTMLFragment { $0.day(row.reactionDay) }),
                .fragment(HTMLFragment { $0.tickerLink(row.ticker) }),
                .fragment(HTMLFragment { $0.eventLink(row.eventID, text: Wording.name(of: row.eventType)) }),
                .number(row.baseScore), .number(row.predictedImpact), .number(row.realizedImpact),
                .signed(Self.miss(row)), .number(row.probabilityUp.map { $0 * 100 }),
                .text(Self.side(row.predictedSide)), .signed(row.abnormalReturn * 100), .text(Self.hit(row)),
            ])
        }
        return table
    }

    private static func miss(_ row: BacktestEventRow) -> Double? {
        guard let predicted = row.predictedImpact, let realized = row.realizedImpact else { return nil }
        return predicted - realized
    }

    private static func side(_ side: Int?) -> String {
        switch side {
        case .some(let side): side > 0 ? "up" : "down"
        case nil: NumberText.missing
        }
    }

    private static func hit(_ row: BacktestEventRow) -> String {
        switch row.isHit {
        case true: "yes"
        case false: "no"
        case nil: row.actualSide == 0 ? "neutral band" : NumberText.missing
        }
    }
}
