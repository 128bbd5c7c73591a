import Market
import Markup
import Scores

/// The badges of an event's horizons; the shown one opens a tooltip with the others.
struct HorizonBadges: Sendable {
    /// The scores, shortest horizon first.
    let scores: [HorizonScore]
    /// The horizon whose score is shown.
    let chosen: Horizon
    /// Start of the tooltip's identity, unique on the page.
    let id: String

    /// Badges.
    ///
    /// - Parameters:
    ///   - scores: One score a horizon.
    ///   - chosen: The horizon that is shown.
    ///   - id: Start of the tooltip's identity, unique on the page.
    init(_ scores: [HorizonScore], chosen: Horizon = HorizonScore.standard, id: String) {
        self.scores = scores
        self.chosen = chosen
        self.id = id
    }

    /// Writes the badges.
    func write(to html: inout HTMLWriter) {
        html.element("span", ["class": "badges"]) { html in
            for score in scores {
                if score.horizon == chosen {
                    writeChosen(score, to: &html)
                } else {
                    html.element(
                        "span",
                        ["class": score.isApplied ? "badge is-applied" : "badge"],
                        text: Wording.badge(score.horizon)
                    )
                }
            }
        }
    }

    private func writeChosen(_ score: HorizonScore, to html: inout HTMLWriter) {
        let tip = "\(id)-tip"
        html.element("span", ["class": "tip"]) { html in
            html.element(
                "button",
                [
                    "type": "button", "aria-describedby": tip,
                    "class": score.isApplied ? "badge is-applied is-chosen" : "badge is-chosen",
                ],
                text: Wording.badge(score.horizon)
            )
            html.element("span", ["class": "tip-text", "role": "tooltip", "id": tip]) { html in
                html.text("Shown: \(score.text).")
                for other in scores where other.horizon != chosen {
                    html.void("br")
                    html.text("\(other.text).")
                }
            }
        }
    }
}
