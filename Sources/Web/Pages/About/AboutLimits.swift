import Market
import Markup
import Scores
import Storage

/// What the estimates cannot know, with counts from the database.
struct AboutLimits: Sendable {
    /// The page.
    let page: AboutPage

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block("limits", "Limits") { html in
            html.element("ul") { html in
                item("Sample", samples, to: &html)
                item("Survivorship", survivorship, to: &html)
                item("Time of day", precision, to: &html)
                item(
                    "Change",
                    "Markets change. What was true in the years of the training data need not stay true; the monitoring "
                        + "watches for it, and a model whose accuracy falls is taken out of use.",
                    to: &html
                )
                item(
                    "Direction",
                    "The size of a move can be estimated better than its side. Where no direction model passed its "
                        + "gate, pages show the opinion of the rules, which is not calibrated.",
                    to: &html
                )
                item(
                    "Cause",
                    "A move after an event need not come from the event: other news, the sector and chance move prices "
                        + "too.",
                    to: &html
                )
            }
        }
    }

    private func item(_ title: String, _ text: String, to html: inout HTMLWriter) {
        html.element("li") { html in
            html.element("strong", text: "\(title). ")
            html.text(text)
        }
    }

    // MARK: Live counts

    private var samples: String {
        guard let counts = page.counts.value else { return "The counts could not be read." }
        return "Stored are \(NumberText.count(counts.events, "event", "events")) of "
            + "\(NumberText.count(counts.companies, "company", "companies")) in "
            + "\(NumberText.count(counts.families, "family", "families")); "
            + "\(NumberText.count(counts.labelledEvents, "is labelled", "are labelled")), and all figures rest on these "
            + "alone. Each figure shows its own n, and below minimum numbers nothing is claimed."
    }

    private var survivorship: String {
        let general =
            "Companies that were taken over or vanished are missing where their prices are missing, "
            + "which can flatter every figure."
        guard let counts = page.counts.value else { return "The counts could not be read. \(general)" }
        let slots = counts.events * Horizon.allCases.count
        guard slots > 0 else { return general }
        let share = 1 - Double(counts.labels) / Double(slots)
        return
            "\(NumberText.percent(share, decimals: 1)) of events and horizons have no known outcome, for lack of "
            + "prices or of time. \(general)"
    }

    private var precision: String {
        let general =
            "For such an event the first session that could react is the day itself, which puts news after "
            + "the close a day too early."
        guard let precision = page.precision.value else { return "The counts could not be read. \(general)" }
        guard precision.events > 0 else { return general }
        let share = Double(precision.dayOnly) / Double(precision.events)
        return "Of \(NumberText.count(precision.dayOnly, "event", "events")) "
            + "(\(NumberText.percent(share, decimals: 1))) only the day is known. \(general)"
    }
}
