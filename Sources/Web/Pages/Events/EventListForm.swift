import Events
import Market
import Markup
import Scores
import Storage

/// The form above the list of events: it works by address alone, without a script.
struct EventListForm: Sendable {
    /// What is chosen.
    let filter: EventListFilter

    /// Writes the form and the active filters below it.
    func write(to html: inout HTMLWriter) {
        html.element("form", ["class": "filters", "action": "/events", "method": "get", "role": "search"]) {
            html in
            input(
                "ticker",
                "Ticker",
                value: filter.ticker,
                extra: ["size": "7", "maxlength": "20"],
                to: &html
            )
            input("text", "Text", value: filter.text, extra: ["size": "16", "maxlength": "200"], to: &html)
            select("family", "Family", anything: "All families", to: &html) { html in
                for family in EventFamily.allCases {
                    Self.option(
                        family.rawValue,
                        Wording.name(of: family),
                        isChosen: family == filter.family,
                        to: &html
                    )
                }
            }
            typeSelect(to: &html)
            input("since", "Since", value: filter.since?.iso8601, type: "date", to: &html)
            input("until", "Until", value: filter.until?.iso8601, type: "date", to: &html)
            input(
                "min_score",
                "Least base score",
                value: filter.minScore.map(EventListFilter.plain),
                type: "number",
                extra: ["min": "0", "max": "100", "step": "any"],
                to: &html
            )
            choices(to: &html)
            html.element("button", ["class": "do", "type": "submit"], text: "Show")
        }
        writeChips(to: &html)
    }

    private func choices(to html: inout HTMLWriter) {
        select("direction", "Direction", anything: "Any", to: &html) { html in
            for direction in PredictedDirection.allCases {
                Self.option(
                    direction.rawValue,
                    DirectionText.word(direction).capitalizedFirst,
                    isChosen: direction == filter.direction,
                    to: &html
                )
            }
        }
        select("horizon", "Horizon", anything: nil, to: &html) { html in
            for horizon in Horizon.allCases {
                Self.option(
                    horizon.code,
                    Wording.badge(horizon),
                    isChosen: horizon == filter.horizon,
                    to: &html
                )
            }
        }
        select("sort", "Order", anything: nil, to: &html) { html in
            Self.option("newest", "Newest first", isChosen: filter.sort == .newest, to: &html)
            Self.option("score", "Highest base score", isChosen: filter.sort == .score, to: &html)
        }
    }

    private func typeSelect(to html: inout HTMLWriter) {
        select("event_type", "Event type", anything: "All types", to: &html) { html in
            for family in EventFamily.allCases {
                html.element("optgroup", ["label": Wording.name(of: family)]) { html in
                    for type in EventType.allCases where type.family == family {
                        Self.option(
                            type.rawValue,
                            Wording.name(of: type),
                            isChosen: type == filter.type,
                            to: &html
                        )
                    }
                }
            }
        }
    }

    private func writeChips(to html: inout HTMLWriter) {
        let chips = filter.chips
        guard !chips.isEmpty else { return }
        html.element("ul", ["class": "chips", "aria-label": "Active filters"]) { html in
            for chip in chips {
                html.element("li") { html in
                    html.element("a", ["class": "chip", "href": chip.address]) { html in
                        html.outsideText(chip.text, longest: 60)
                        html.raw(" <span aria-hidden=\"true\">\u{00D7}</span>")
                        html.raw("<span class=\"visually-hidden\">, remove this filter</span>")
                    }
                }
            }
            guard chips.count > 1 else { return }
            html.element("li") { $0.link("Remove all", to: "/events", ["class": "quiet-link"]) }
        }
    }

    // MARK: Controls

    private func input(
        _ name: String,
        _ label: String,
        value: String?,
        type: String = "text",
        extra: [String: String] = [:],
        to html: inout HTMLWriter
    ) {
        html.element("div", ["class": "field"]) { html in
            html.element("label", ["for": "filter-\(name)"], text: label)
            html.void(
                "input",
                [
                    "id": "filter-\(name)", "name": name, "type": type, "value": value,
                    "size": extra["size"], "maxlength": extra["maxlength"], "min": extra["min"],
                    "max": extra["max"], "step": extra["step"], "autocomplete": "off",
                ]
            )
        }
    }

    private func select(
        _ name: String,
        _ label: String,
        anything: String?,
        to html: inout HTMLWriter,
        _ options: (inout HTMLWriter) -> Void
    ) {
        html.element("div", ["class": "field"]) { html in
            html.element("label", ["for": "filter-\(name)"], text: label)
            html.element("select", ["id": "filter-\(name)", "name": name]) { html in
                if let anything { html.element("option", ["value": ""], text: anything) }
                options(&html)
            }
        }
    }

    private static func option(_ value: String, _ text: String, isChosen: Bool, to html: inout HTMLWriter) {
        html.element("option", ["value": value, "selected": isChosen ? "" : nil], text: text)
    }
}

extension String {
    /// The text with a capital first letter.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
