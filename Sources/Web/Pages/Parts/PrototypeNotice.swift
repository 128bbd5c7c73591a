import Market
import Markup
import Scores

/// What the scores are and how much data stands behind them, on every page that shows a prediction.
struct PrototypeNotice: Sendable {
    /// Counts as they are in the database right now.
    struct Counts: Sendable, Equatable {
        /// Stored events.
        let events: Int
        /// Labels of all horizons.
        let labelledOutcomes: Int
        /// Companies with at least one event.
        let companies: Int
        /// Families with at least one event.
        let families: Int
        /// The last day with prices; nil without any.
        let pricesTo: TradingDay?
    }

    /// The counts, or that they could not be read.
    let counts: Loaded<Counts>

    /// A notice with its counts.
    init(_ counts: Loaded<Counts>) {
        self.counts = counts
    }

    /// Writes the notice.
    func write(to html: inout HTMLWriter) {
        html.element("div", ["class": "notice", "role": "note", "aria-label": "Prototype notice"]) { html in
            html.element("p") { html in
                html.element("strong", text: "Prototype.")
                html.text(" \(Wording.prototypeNotice) \(Wording.metricsNotice) ")
                html.raw("<span class=\"counts\">")
                html.text(sentence)
                html.raw("</span> ")
                html.link("Method and limits", to: "/about")
                html.text(".")
            }
        }
    }

    private var sentence: String {
        guard let counts = counts.value else { return "The live counts could not be read." }
        guard counts.events > 0 else { return "The database holds no event yet." }
        let events =
            "\(NumberText.count(counts.events, "event", "events")) of "
            + "\(NumberText.count(counts.companies, "company", "companies")) in "
            + NumberText.count(counts.families, "family", "families")
        let labels =
            counts.labelledOutcomes == 0
            ? "no labelled outcome yet"
            : NumberText.count(counts.labelledOutcomes, "labelled outcome", "labelled outcomes")
        let prices = counts.pricesTo.map { "prices to \($0.iso8601)" } ?? "no prices"
        return "Live counts: \(events), \(labels); \(prices)."
    }
}
