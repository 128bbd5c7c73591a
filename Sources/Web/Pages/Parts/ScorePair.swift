import Markup
import Scores

/// Base score and AI-adjusted score side by side, with the track below; where no model was applied, its reason stands
/// in place of a second number.
struct ScorePair: Sendable {
    /// The base score, 0...100; nil where the event is not scored yet.
    let base: Double?
    /// The score of the horizon that is shown; nil where there is no prediction.
    let score: HorizonScore?

    /// A pair from the score of a horizon.
    init(_ score: HorizonScore) {
        base = score.base
        self.score = score
    }

    /// A pair from what is known.
    init(base: Double?, score: HorizonScore?) {
        self.base = score?.base ?? base
        self.score = score
    }

    /// Writes the pair.
    func write(to html: inout HTMLWriter) {
        html.element("dl", ["class": "score-pair"]) { html in
            html.element("div") { html in
                html.element("dt", text: Wording.baseScoreLabel)
                html.element("dd") { $0.decimal(base, decimals: 1) }
            }
            html.element("div") { html in
                html.element("dt", text: Wording.adjustedScoreLabel)
                writeAdjusted(to: &html)
            }
        }
        if base != nil { ScoreTrack(base: base, score: score).write(to: &html) }
    }

    private func writeAdjusted(to html: inout HTMLWriter) {
        guard let score else {
            return html.element("dd", ["class": "not-applied"], text: "Not scored yet")
        }
        if let reason = score.reason {
            return html.element("dd", ["class": "not-applied"], text: reason.text)
        }
        html.element("dd") { html in
            html.decimal(score.adjusted, decimals: 1)
            html.text(" ")
            html.element("span", ["class": "delta"], text: HorizonScore.change(score.adjustment))
        }
    }
}
