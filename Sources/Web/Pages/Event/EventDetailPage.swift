import Events
import Market
import Markup
import Models
import Scores
import Storage

/// One event with everything that is known about it: facts, scores, how they come about, what happened, its kind.
struct EventDetailPage: Page {
    /// Live counts.
    let counts: Loaded<PrototypeNotice.Counts>
    /// The event with scores and labels in short.
    let row: EventListRow
    /// The horizon whose score is explained.
    let horizon: Horizon
    /// Its current predictions with breakdown and contributions.
    let prediction: Loaded<StoredPrediction>
    /// Factors of the base score and what was not known; nil where the event was not scored.
    let breakdown: Loaded<StoredBreakdown?>
    /// Records of the models behind the predictions, by key.
    let models: Loaded<[String: ModelRecord]>
    /// Labels with provenance and revisions; nil where the event has gone.
    let labels: Loaded<LabelHistory?>
    /// What models predicted about it before they had learnt from it.
    let outOfSample: Loaded<[OutOfSampleRecord]>
    /// What events of its kind did before.
    let kind: Loaded<EarlierOfKind>
    /// Events around it.
    let related: Loaded<[RelatedEvent]>

    /// The event.
    var event: MarketEvent { row.event }

    var title: String { "\(event.ticker): \(OutsideText.shortened(event.shownTitle, longest: 80))" }
    var description: String { "Base score, AI-adjusted score and outcomes of one event of \(event.ticker)." }
    let place: PageShell.Place? = .events

    func write(to html: inout HTMLWriter) {
        writeHead(to: &html)
        PrototypeNotice(counts).write(to: &html)
        html.element("div", ["class": "columns wide-left"]) { html in
            html.element("div") { EventScoreSection(page: self).write(to: &$0) }
            html.element("div") { EventFactsSection(event: event).write(to: &$0) }
        }
        EventExplanationSection(page: self).write(to: &html)
        EventHorizonsSection(page: self).write(to: &html)
        EventOutcomesSection(page: self).write(to: &html)
        EventKindSection(event: event, kind: kind).write(to: &html)
        EventRelatedSection(related: related).write(to: &html)
    }

    private func writeHead(to html: inout HTMLWriter) {
        html.element("nav", ["class": "crumbs", "aria-label": "Where this page is"]) { html in
            html.link("Events", to: "/events")
            html.raw(" <span aria-hidden=\"true\">/</span> ")
            html.link(event.ticker, to: PageAddress.company(event.ticker))
        }
        html.element("div", ["class": "title"]) { html in
            html.element("h1") { $0.outsideText(event.shownTitle, longest: 220) }
            html.mark("Prototype")
        }
        html.element("p", ["class": "lede"]) { html in
            html.tickerLink(event.ticker)
            if let name = event.companyName, !name.isEmpty {
                html.text(", ")
                html.outsideText(name, longest: 80)
            }
            html.text(". \(Wording.name(of: event.type)), known ")
            html.knownAt(event.knownAt, precision: event.timePrecision)
            html.text(event.timePrecision == .day ? ", time of day unknown." : ".")
        }
    }

    // MARK: What the sections ask for

    /// The predictions, where they could be read and belong to the stored base score.
    var predictions: [Prediction] { prediction.value?.predictions?.predictions ?? [] }

    /// The prediction of the shown horizon, else the first.
    var shown: Prediction? { predictions.first { $0.horizon == horizon } ?? predictions.first }

    /// The record of a prediction's model.
    func record(of prediction: Prediction) -> ModelRecord? {
        prediction.model.flatMap { models.value?[$0.id] }
    }
}
