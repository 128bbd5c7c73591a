import Events
import Market
import Markup
import Scores
import Storage

/// One event of the list: who, when, what, both scores, horizons, direction, and the outcome once known.
struct EventCard: Sendable {
    /// The event with its scores and labels.
    let row: EventListRow
    /// The horizon whose score is shown.
    let horizon: Horizon
    /// Its place on the page, for identities.
    let position: Int

    /// Writes the card as an item of a list.
    func write(to html: inout HTMLWriter) {
        let event = row.event
        html.element("li", ["class": "card"]) { html in
            html.element("div", ["class": "card-what"]) { html in
                writeHead(to: &html)
                html.element("h3") { html in
                    html.element("a", ["href": PageAddress.event(event.eventID)]) {
                        $0.outsideText(event.shownTitle, longest: OutsideText.inList)
                    }
                }
                writeFoot(to: &html)
            }
            html.element("div", ["class": "card-scores"]) { html in
                ScorePair(base: row.base?.score, score: row.score(horizon)).write(to: &html)
            }
        }
    }

    private func writeHead(to html: inout HTMLWriter) {
        let event = row.event
        html.element("div", ["class": "card-head"]) { html in
            html.tickerLink(event.ticker)
            if let name = event.companyName, !name.isEmpty {
                html.element("span", ["class": "company"]) { $0.outsideText(name, longest: 40) }
            }
            html.element("span", ["class": "when"]) {
                $0.knownAt(event.knownAt, precision: event.timePrecision)
            }
        }
    }

    private func writeFoot(to html: inout HTMLWriter) {
        let prediction = row.prediction(horizon) ?? row.predictions.first
        html.element("div", ["class": "card-foot"]) { html in
            if let prediction {
                HorizonBadges(
                    row.scores,
                    chosen: prediction.horizon,
                    id: "event-\(position)"
                )
                .write(to: &html)
            }
            html.element(
                "span",
                text: DirectionText.short(
                    probabilityUp: prediction?.probabilityUp,
                    rules: row.base?.direction
                )
            )
            if let label = row.label(horizon) {
                html.element("span", ["class": "outcome"]) { html in
                    html.text("Outcome ")
                    if let impact = label.realizedImpact {
                        html.text("impact \(NumberText.decimal(impact, decimals: 0)), ")
                    }
                    html.text(MoveText.signed(label.abnormalReturn))
                }
            }
            if let prediction { writeModel(prediction.model, to: &html) }
        }
    }

    private func writeModel(_ model: ModelReference?, to html: inout HTMLWriter) {
        html.element("span", ["class": "card-model"]) { html in
            html.text(Wording.modelFamily(model.flatMap { ModelScope(code: $0.family) }))
            html.text(" · ")
            html.text(Wording.modelVersion(model?.version))
        }
    }
}

/// Price moves as text; they come as fractions and are shown in percent.
enum MoveText {
    /// With its sign: `−2.4 %`.
    static func signed(_ fraction: Double?) -> String {
        let text = NumberText.signed(fraction.map { $0 * 100 }, decimals: 1)
        return text == NumberText.missing ? text : "\(text)\u{A0}%"
    }

    /// A size without a sign: `2.4 %`.
    static func size(_ fraction: Double?) -> String {
        NumberText.percent(fraction, decimals: 1)
    }

    /// A range: `−4.1 to 4.6 %`.
    static func range(_ lower: Double?, _ upper: Double?) -> String {
        guard let lower, let upper else { return NumberText.missing }
        return "\(NumberText.signed(lower * 100, decimals: 1)) to "
            + "\(NumberText.signed(upper * 100, decimals: 1))\u{A0}%"
    }
}

extension MarketEvent {
    /// The title, or the type's name where the source gave none.
    var shownTitle: String { title.isEmpty ? Wording.name(of: type) : title }
}

extension EventListRow {
    /// The scores of all horizons that have a prediction.
    var scores: [HorizonScore] { predictions.map(HorizonScore.init) }

    /// The score of a horizon, else of the first that has one; nil without a prediction.
    func score(_ horizon: Horizon) -> HorizonScore? {
        (prediction(horizon) ?? predictions.first).map(HorizonScore.init)
    }
}

extension HorizonScore {
    /// The score of a stored prediction.
    init(_ prediction: PredictionSummary) {
        self.init(
            horizon: prediction.horizon,
            base: prediction.baseScore,
            adjusted: prediction.adjusted,
            reason: prediction.reason
        )
    }
}
