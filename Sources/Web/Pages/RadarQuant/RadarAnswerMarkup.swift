import Markup
import RadarQuant
import Scores

/// An answer of RadarQuant as markup: sentences with links, the cited events, the numbers with their samples.
struct RadarAnswerMarkup: Sendable {
    let reply: RadarReply

    private var answer: RadarQuantAnswer { reply.answer }

    /// Writes the answer.
    func write(to html: inout HTMLWriter) {
        if let text = reply.rephrased.text { rephrased(text, to: &html) }
        html.element("div", ["class": answer.answered ? "answer" : "answer is-declined"]) { html in
            for paragraph in answer.paragraphs { write(paragraph, to: &html) }
        }
        html.element("p", ["class": "note"], text: origin)
        citedEvents(to: &html)
        numbers(to: &html)
        html.element("p", ["class": "note"], text: answer.disclaimer)
    }

    // MARK: Sentences

    /// Sentences that a paragraph may have; more of them stand in a list.
    private static let longestParagraph = 4

    private func write(_ paragraph: Paragraph, to html: inout HTMLWriter) {
        if let heading = paragraph.heading { html.element("h3", text: heading) }
        guard paragraph.sentences.count <= Self.longestParagraph else {
            return html.element("ul", ["class": "sentences"]) { html in
                for sentence in paragraph.sentences {
                    html.element("li") { html in
                        for run in sentence.runs { Self.write(run, to: &html) }
                    }
                }
            }
        }
        html.element("p") { html in
            for (index, sentence) in paragraph.sentences.enumerated() {
                if index > 0 { html.text(" ") }
                for run in sentence.runs { Self.write(run, to: &html) }
            }
        }
    }

    private static func write(_ run: Run, to html: inout HTMLWriter) {
        switch run {
        case .text(let text), .label(let text): html.text(text)
        case .quote(let text): html.outsideText(text)
        case .number(let fact): number(fact, to: &html)
        case .event(let id, let label): html.eventLink(id, text: label)
        case .company(let ticker): html.tickerLink(ticker)
        case .model(let id, let label): html.link(label, to: PageAddress.model(id))
        case .page(let page, let label): html.link(label, to: address(page))
        }
    }

    /// A number with its sample as the tooltip.
    private static func number(_ fact: NumberFact, to html: inout HTMLWriter) {
        let shown = fact.text.replacing(" ", with: "\u{A0}")
        guard let n = fact.n else { return html.text(shown) }
        html.element(
            "span",
            ["class": "figure", "title": "\(NumberText.count(n, "event", "events")) behind it"],
            text: shown
        )
    }

    private static func address(_ page: PageName) -> String {
        let place: PageShell.Place =
            switch page {
            case .overview: .overview
            case .events: .events
            case .backtesting: .backtesting
            case .radarquant: .radarQuant
            case .jobs: .jobs
            case .about: .about
            }
        return place.rawValue
    }

    // MARK: Language model

    private func rephrased(_ text: String, to html: inout HTMLWriter) {
        html.element("div", ["class": "answer is-rephrased"]) { html in
            for line in text.split(separator: "\n") { html.element("p") { $0.outsideText(String(line)) } }
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                "Put into other words by the language model \(reply.rephrased.model ?? ""): every number in it was checked "
                    + "against the sentences below, which are the program’s own and are what counts."
            )
        }
    }

    /// Whose words these are.
    private var origin: String {
        switch reply.rephrased {
        case .off: "Written by the program from stored facts; no language model took part."
        case .text: "Written by the program from stored facts."
        case .discarded(let model):
            "Written by the program from stored facts. The language model \(model) was asked for other words; what came back "
                + "is not shown, and the server’s log has the reason."
        }
    }

    // MARK: What it rests on

    private func citedEvents(to html: inout HTMLWriter) {
        guard !answer.citedEventIDs.isEmpty else { return }
        html.element("h3", ["class": "sub"], text: "Cited events")
        html.element("ul", ["class": "cited"]) { html in
            for id in answer.citedEventIDs {
                html.element("li") { html in
                    html.eventLink(id, text: id)
                    html.text(", ")
                    html.link(
                        "explained",
                        to: PageAddress.explanation(of: id),
                        ["aria-label": "Explanation of \(id)"]
                    )
                }
            }
        }
    }

    private func numbers(to html: inout HTMLWriter) {
        let measured = answer.facts.filter { $0.value != nil }
        guard !measured.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", text: "Numbers in this answer and the events behind each")
            var table = TableMarkup(
                caption: "Numbers as they stand in the sentences",
                columns: [.text("Number"), .text("What it is"), .number("n")],
                class: "fit"
            )
            for fact in measured {
                table.addRow([.text(fact.text), .text(fact.name.replacing("_", with: " ")), .count(fact.n)])
            }
            html.append(table.fragment)
        }
    }
}
