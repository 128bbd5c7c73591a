import Evaluation
import Events
import Market
import Markup
import Models
import Scores

/// The form that chooses whose pictures are drawn; it works without JavaScript.
struct ViewForm: Sendable {
    let view: BacktestingView
    let report: MonitoringReport

    /// Writes the form.
    func write(to html: inout HTMLWriter) {
        html.element("form", ["class": "filters", "method": "get", "action": "/backtesting"]) { html in
            if view.section != .overview {
                html.void("input", ["type": "hidden", "name": "section", "value": view.section.rawValue])
            }
            Self.select(
                "family",
                "Pictures for",
                Self.families(report),
                view.family?.rawValue ?? BacktestingView.allFamilies,
                to: &html
            )
            Self.select(
                "horizon",
                "Horizon",
                Horizon.allCases.map { ($0.code, $0.badge) },
                view.horizon.code,
                to: &html
            )
            Self.select(
                "kind",
                "Predictions",
                SampleKind.allCases.map { ($0.rawValue, $0.title) },
                view.kind.rawValue,
                to: &html
            )
            html.element("button", ["class": "do", "type": "submit"], text: "Show")
            html.element("p", ["class": "note"], text: view.kind.explanation)
        }
    }

    /// The families that have anything to show, all together first where there are several.
    static func families(_ report: MonitoringReport) -> [(String, String)] {
        (report.families.count == 1 ? [] : [(BacktestingView.allFamilies, "All families")])
            + report.families.map { ($0.family.rawValue, Wording.name(of: $0.family)) }
    }

    /// A labelled list of choices.
    static func select(
        _ name: String,
        _ label: String,
        _ options: [(value: String, text: String)],
        _ chosen: String,
        form: String = "view",
        to html: inout HTMLWriter
    ) {
        let id = "\(form)-\(name)"
        html.element("div", ["class": "field"]) { html in
            html.element("label", ["for": id], text: label)
            html.element("select", ["id": id, "name": name]) { html in
                for option in options {
                    html.element(
                        "option",
                        ["value": option.value, "selected": option.value == chosen ? "" : nil],
                        text: option.text
                    )
                }
            }
        }
    }
}
