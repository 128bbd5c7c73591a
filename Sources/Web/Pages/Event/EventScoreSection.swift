import Events
import Market
import Markup
import Scores
import Storage

/// The two scores of the shown horizon, a way to the other horizons, and the model behind them.
struct EventScoreSection: Sendable {
    /// The page.
    let page: EventDetailPage

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block("score", "Score", aside: aside) { html in
            writeHorizons(to: &html)
            ScorePair(base: page.row.base?.score, score: page.row.score(page.horizon)).write(to: &html)
            html.element("p", ["class": "note"]) { html in
                html.text(
                    "Scores say how large a move is for this stock: 50 is an ordinary one, 95 larger than "
                )
                html.text(
                    "95 % of its own. They have no direction. The bar shows how far the model may move "
                )
                html.text(
                    "the base score: \(NumberText.decimal(Guardrail.limit, decimals: 0)) points either way."
                )
            }
            switch page.prediction {
            case .failed(let what): html.failed(what)
            case .value(let stored): write(stored, to: &html)
            }
        }
    }

    private var aside: HTMLFragment {
        guard let made = page.row.prediction(page.horizon)?.madeAt else { return .empty }
        return HTMLFragment { html in
            html.text("predicted ")
            html.instant(made)
        }
    }

    /// The badges as links: the shown horizon is the current one.
    private func writeHorizons(to html: inout HTMLWriter) {
        guard !page.row.predictions.isEmpty else { return }
        let chosen = page.row.score(page.horizon)?.horizon
        html.element("nav", ["class": "badges", "aria-label": "Horizon"]) { html in
            for score in page.row.scores {
                let isChosen = score.horizon == chosen
                var style = "badge"
                if score.isApplied { style += " is-applied" }
                if isChosen { style += " is-chosen" }
                html.link(
                    Wording.badge(score.horizon),
                    to: PageAddress.path(
                        PageAddress.event(page.event.eventID),
                        [("horizon", score.horizon.code)]
                    ),
                    ["class": style, "aria-current": isChosen ? "true" : nil]
                )
            }
        }
    }

    private func write(_ stored: StoredPrediction, to html: inout HTMLWriter) {
        switch stored {
        case .scored: writeDetails(to: &html)
        case .notScored, .unknownEvent:
            html.empty(
                "No prediction of this event is stored yet.",
                remedy: "Make one with",
                command: "market-echo score"
            )
        case .outdated:
            html.empty(
                "The base score was computed anew after these predictions were made, so they no longer belong to it.",
                remedy: "Make new ones with",
                command: "market-echo score"
            )
        }
    }

    private func writeDetails(to html: inout HTMLWriter) {
        guard let prediction = page.shown else { return }
        html.facts { html in
            html.fact("Direction") { html in
                html.text(DirectionText.text(prediction.direction))
                html.element(
                    "span",
                    ["class": "muted"],
                    text: ", \(DirectionText.basis(prediction.direction))"
                )
            }
            html.fact(
                "Typical size of the move",
                text: prediction.predictedMove.map { MoveText.size($0.value / 100) }
            )
            html.fact(
                "80 % range",
                text: prediction.interval80.map {
                    "\(MoveText.range($0.lower.value / 100, $0.upper.value / 100)) against the benchmark"
                }
            )
            html.fact("Data as of") { $0.instant(prediction.dataAsOf) }
        }
        ModelDetails(
            scope: prediction.model?.scope,
            version: prediction.model?.version,
            record: page.record(of: prediction),
            bucket: prediction.sampleSizeBucket
        )
        .write(to: &html)
    }
}

extension DirectionText {
    /// A forecast: `Up, 54 %` where a model states it, else the word of the rules.
    static func text(_ forecast: DirectionForecast) -> String {
        guard let probability = forecast.probabilityUp?.value else {
            return word(forecast.direction).capitalizedFirst
        }
        return stated(probability)
    }

    /// Who states a forecast, and what its number is worth.
    static func basis(_ forecast: DirectionForecast) -> String {
        switch forecast.source {
        case .model: "calibrated probability of a model, confidence \(forecast.confidenceLevel.rawValue)"
        case .rules: "opinion of the rules, not calibrated"
        }
    }
}
