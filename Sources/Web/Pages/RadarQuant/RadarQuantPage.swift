import Markup
import RadarQuant
import Scores

/// RadarQuant: questions about what is stored, and explanations of single events.
struct RadarQuantPage: Page {
    /// What the visitor asked.
    enum Asked: Sendable {
        /// Nothing yet.
        case nothing
        /// A question in words.
        case question(String, RadarReply)
        /// The explanation of an event.
        case event(String, RadarReply)
        /// The explanation of an event that is not stored.
        case unknownEvent(String)
    }

    let asked: Asked
    let notice: PrototypeNotice

    var title: String { "RadarQuant" }
    var description: String {
        "Answers and explanations made of stored facts, with their sample sizes and limits."
    }
    var place: PageShell.Place? { .radarQuant }

    /// Questions that show what can be asked.
    static let examples = [
        "How many events are stored?",
        "How accurate is the model?",
        "How well calibrated is the model?",
        "How large is the error of the predicted impact?",
        "What usually happens after 8-K item 2.02?",
        "What were the largest moves after earnings?",
        "Why was the model not applied?",
        "What are the limits?",
    ]

    func write(to html: inout HTMLWriter) {
        html.pageTitle(
            "RadarQuant",
            mark: HealthBadge.prototype.rawValue,
            lede:
                "Ask about stored events, companies, families, accuracy and limits. Every answer is made of stored facts, names its events and says how many stand behind each number."
        )
        notice.write(to: &html)
        form(to: &html)
        html.element("div", ["id": "radar-answer", "aria-live": "polite", "data-radar-answer": ""]) { html in
            answer(to: &html)
        }
        examples(to: &html)
        limits(to: &html)
    }

    private func form(to html: inout HTMLWriter) {
        html.element(
            "form",
            [
                "class": "filters ask", "method": "get", "action": "/radarquant", "role": "search",
                "data-radar": "",
            ]
        ) { html in
            html.element("div", ["class": "field field-wide"]) { html in
                html.element("label", ["for": "question"], text: "Question")
                html.void(
                    "input",
                    [
                        "id": "question", "name": "question", "type": "text", "autocomplete": "off",
                        "maxlength": "\(Question.characterLimit)", "value": questionText,
                    ]
                )
            }
            html.element("button", ["class": "do", "type": "submit"], text: "Ask")
        }
    }

    private var questionText: String? {
        if case .question(let text, _) = asked { text } else { nil }
    }

    private func answer(to html: inout HTMLWriter) {
        switch asked {
        case .nothing: break
        case .question(let text, let reply):
            html.block("answer", reply.answer.answered ? "Answer" : "Not answered") { html in
                html.element("p", ["class": "asked"]) { $0.outsideText(text) }
                RadarAnswerMarkup(reply: reply).write(to: &html)
            }
        case .event(let id, let reply):
            html.block(
                "answer",
                "Explanation",
                aside: HTMLFragment { $0.eventLink(id, text: "Page of the event") }
            ) { html in
                html.element("p", ["class": "asked"]) { html in
                    html.element("code", text: id)
                }
                RadarAnswerMarkup(reply: reply).write(to: &html)
            }
        case .unknownEvent(let id):
            html.block("answer", "Not answered") { html in
                html.element("div", ["class": "empty"]) { html in
                    html.element("p") { html in
                        html.text("No event with the key ")
                        html.element("code") { $0.outsideText(Problem.shortened(id)) }
                        html.text(" is stored. ")
                        html.link("The list of events", to: PageShell.Place.events.rawValue)
                        html.text(" has the keys that are.")
                    }
                }
            }
        }
    }

    private func examples(to html: inout HTMLWriter) {
        html.block("examples", "Questions that it can answer") { html in
            html.element("ul", ["data-radar-examples": ""]) { html in
                for example in Self.examples {
                    html.element("li") { html in
                        html.link(example, to: PageAddress.path("/radarquant", [("question", example)]))
                    }
                }
            }
            html.element("form", ["class": "filters", "method": "get", "action": "/radarquant"]) { html in
                html.element("div", ["class": "field"]) { html in
                    html.element(
                        "label",
                        ["for": "event"],
                        text: "Key of an event, for example an accession number"
                    )
                    html.void(
                        "input",
                        [
                            "id": "event", "name": "event", "type": "text", "size": "30", "maxlength": "200",
                            "autocomplete": "off", "value": eventText,
                        ]
                    )
                }
                html.element("button", ["class": "do", "type": "submit"], text: "Explain")
            }
        }
    }

    private var eventText: String? {
        switch asked {
        case .event(let id, _), .unknownEvent(let id): id
        case .nothing, .question: nil
        }
    }

    private func limits(to html: inout HTMLWriter) {
        html.block("radar-limits", "What it cannot do") { html in
            html.element("ul") { html in
                for line in [
                    "It knows nothing but what this database holds: events, outcomes, scores, models and their figures.",
                    "It gives no advice on trading and makes no forecast of a price.",
                    "Fewer than \(KindHistory.minimumEvents) events are no basis for a statement; it says so instead of making one.",
                    "It recognises questions by their words. One that it does not recognise is declined, not guessed at.",
                ] { html.element("li", text: line) }
            }
        }
    }
}
