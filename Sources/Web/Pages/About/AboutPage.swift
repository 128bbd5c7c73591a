import Market
import Markup
import Scores
import Storage

/// The method in plain words, the guardrail, the limits with their live counts, the data behind it, the disclaimers.
struct AboutPage: Page {
    /// Counts of everything.
    let counts: Loaded<LiveCounts>
    /// Events by source.
    let sources: Loaded<[SourceFreshness]>
    /// The price series together.
    let prices: Loaded<PriceQuality>
    /// Events by the precision of their time.
    let precision: Loaded<PrecisionCounts>
    /// The symbol that returns are compared with.
    let benchmark: String

    let title = "About"
    let description =
        "How Market Echo estimates the impact of market events, within which limits, on which data."
    let place: PageShell.Place? = .about

    func write(to html: inout HTMLWriter) {
        html.pageTitle(
            "About Market Echo",
            mark: "Prototype",
            lede: "How an estimate comes about, how far it can be trusted, and what stands behind it."
        )
        PrototypeNotice(counts.map(PrototypeNotice.Counts.init)).write(to: &html)
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { writeMethod(to: &$0) }
            html.element("div") { writeGuardrail(to: &$0) }
        }
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { AboutLimits(page: self).write(to: &$0) }
            html.element("div") { html in
                writeData(to: &html)
                writeDisclaimers(to: &html)
            }
        }
    }

    // MARK: Sections

    private func writeMethod(to html: inout HTMLWriter) {
        html.block("method", "Method") { html in
            html.element("ol") { html in
                for (title, text) in Self.steps(benchmark: benchmark) {
                    html.element("li") { html in
                        html.element("strong", text: "\(title). ")
                        html.text(text)
                    }
                }
            }
        }
    }

    private static func steps(benchmark: String) -> [(String, String)] {
        [
            (
                "Events",
                "Filings and announcements are read from public sources, each with the instant from which the market "
                    + "could know it."
            ),
            (
                "Base score",
                "Rules that a person can read add up points for the type of event, its items and its circumstances. "
                    + "Each term stands on the event's page with its reason."
            ),
            (
                "Outcome",
                "After 1, 5 and 20 sessions the stock's return is compared with that of \(benchmark). The size of the "
                    + "difference is ranked among the stock's own moves of the year before: that rank, 0 to 100, is the "
                    + "realized impact. 50 is an ordinary move, 95 one larger than 95 % of its own."
            ),
            (
                "Model",
                "Boosted trees learn from labelled events what the rules miss: one model a family and horizon, and one "
                    + "for all families. They use only what was known before the event."
            ),
            (
                "Gate",
                "A model may adjust scores only if it beat the base score and the median of like events on later "
                    + "events that it had not seen, beyond chance and after correction for the number of models tried."
            ),
            (
                "Record",
                "Each prediction is written down when it is made and never changed. Live accuracy counts only "
                    + "predictions made before their outcome."
            ),
        ]
    }

    private func writeGuardrail(to html: inout HTMLWriter) {
        html.block("guardrail", "Guardrail") { html in
            html.element("p") { html in
                html.text(
                    "The model never replaces the rules. It moves the base score by a share of the distance to "
                )
                html.text("its own prediction, at most ")
                html.element("strong", text: "\(NumberText.decimal(Guardrail.limit, decimals: 0)) points")
                html.text(
                    " either way, and the result stays between 0 and 100. Where it may not speak, the score "
                )
                html.text("equals the base score and the page says why:")
            }
            html.element("ul") { html in
                for reason in NotAppliedReason.allCases { html.element("li", text: reason.text) }
            }
            html.element(
                "p",
                text:
                    "An expected direction stands beside a score and does not move it: a score is a size, not a side."
            )
        }
    }

    private func writeData(to html: inout HTMLWriter) {
        html.block("data", "Data behind it") { html in
            html.part(sources) { html, sources in
                var table = TableMarkup(
                    caption: "Sources of events",
                    columns: [
                        .text("Source"), .number("Events"), .text("Newest event"),
                        .text("Last read, New York"),
                    ],
                    emptyText: "No source was read yet."
                )
                for source in sources {
                    table.addRow([
                        .text(source.source), .count(source.events),
                        .fragment(HTMLFragment { $0.day(NewYork.wallClock(of: source.lastKnownAt).day) }),
                        .fragment(HTMLFragment { $0.instant(source.lastIngestedAt, zone: false) }),
                    ])
                }
                table.write(to: &html)
            }
            html.part(prices) { html, prices in
                html.element("p", text: Self.text(of: prices, benchmark: benchmark))
            }
        }
    }

    private static func text(of prices: PriceQuality, benchmark: String) -> String {
        guard let last = prices.lastDay else { return "No price is stored." }
        let suspect = prices.quarantined.values.reduce(0, +)
        return "\(NumberText.count(prices.series, "price series", "price series")) with "
            + "\(NumberText.count(prices.bars, "day", "days")), to \(last.iso8601); benchmark \(benchmark). "
            + "\(NumberText.count(suspect, "day is", "days are")) set aside as suspect and not used."
    }

    private func writeDisclaimers(to html: inout HTMLWriter) {
        html.block("disclaimers", "Disclaimers") { html in
            html.element("p", text: Wording.prototypeNotice)
            html.element("p", text: Wording.metricsNotice)
            html.element("p", text: Wording.adviceNotice)
        }
    }
}
