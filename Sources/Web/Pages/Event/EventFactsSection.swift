import Events
import Market
import Markup
import Scores

/// What the source says about an event.
struct EventFactsSection: Sendable {
    /// The event.
    let event: MarketEvent

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block("facts", "Facts") { html in
            html.facts { html in
                html.fact("Type", text: Wording.name(of: event.type))
                html.fact("Family", text: Wording.name(of: event.family))
                writeItems(to: &html)
                html.fact("Known from") { html in
                    html.knownAt(event.knownAt, precision: event.timePrecision)
                    html.element("span", ["class": "muted"], text: ", \(Self.clock(event))")
                }
                html.fact("Happened on") { $0.day(event.occurredOn) }
                writeFigures(to: &html)
                writeLinks(to: &html)
                html.fact("Event key") { $0.element("code") { $0.outsideText(event.eventID) } }
            }
            writeText(to: &html)
        }
    }

    private func writeItems(to html: inout HTMLWriter) {
        guard !event.items.isEmpty else { return }
        html.fact(event.items.count == 1 ? "Item" : "Items") { html in
            html.element("ul", ["class": "plain"]) { html in
                for item in event.items {
                    let title = FilingItem(number: item).map { ", \($0.title)" } ?? ""
                    html.element("li", text: "\(item)\(title)")
                }
            }
        }
    }

    private func writeFigures(to html: inout HTMLWriter) {
        let facts = event.facts
        html.fact("EPS estimate", text: facts.epsEstimate.map { NumberText.decimal($0, decimals: 2) })
        html.fact("EPS actual", text: facts.epsActual.map { NumberText.decimal($0, decimals: 2) })
        html.fact(
            "Surprise",
            text: facts.surprisePercent.map { "\(NumberText.signed($0, decimals: 1))\u{A0}%" }
        )
        if let decision = facts.decision, !decision.isEmpty {
            html.fact("Decision") { $0.outsideText(decision, longest: 200) }
        }
        if let amends = event.amends {
            html.fact("Amends") { $0.eventLink(amends, text: amends) }
        } else if event.isAmendment {
            html.fact("Amendment", text: "yes, the original is not stored")
        }
    }

    private func writeLinks(to html: inout HTMLWriter) {
        html.fact("Source") { html in
            if let url = event.sourceURL {
                html.outsideLink(Self.host(of: url), to: url)
                html.text(", ")
            }
            html.text("read by \(event.source)")
        }
        html.fact("Explained") {
            $0.link("Explanation in RadarQuant", to: PageAddress.explanation(of: event.eventID))
        }
        html.fact("Data") { $0.link("Predictions as JSON", to: PageAddress.scores(of: event.eventID)) }
    }

    private func writeText(to html: inout HTMLWriter) {
        if event.shownTitle.count > 220 {
            html.element("details") { html in
                html.element("summary", text: "Whole title")
                html.element("p") { $0.outsideText(event.shownTitle) }
            }
        }
        guard !event.summary.isEmpty else { return }
        html.element("p") { $0.outsideText(event.summary, longest: 2000) }
    }

    // MARK: Words

    private static func host(of url: String) -> String {
        let rest = url.drop { $0 != "/" }.drop { $0 == "/" }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.isEmpty ? url : String(host)
    }

    /// Where the time of day comes from.
    private static func clock(_ event: MarketEvent) -> String {
        guard event.timePrecision == .exact else { return "day only; the time of day is unknown" }
        switch event.timeSource {
        case .sgml: return "from the filing's header"
        case .jsonUTC, .jsonEastern: return "from EDGAR's list of submissions"
        default: return "as stated by the source"
        }
    }
}
