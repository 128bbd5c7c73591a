import Markup
import Scores

/// A thin scale from 0 to 100: the reach of the guardrail, a tick at the base score, a dot at the adjusted score.
///
/// It repeats numbers that stand beside it and is therefore left out for screen readers.
struct ScoreTrack: Sendable {
    /// The base score, 0...100.
    let base: Double?
    /// The score that is shown; without one, or where no model was applied, there is no dot.
    let score: HorizonScore?

    /// Writes the track as SVG.
    func write(to html: inout HTMLWriter) {
        html.element("svg", ["class": "track", "aria-hidden": "true", "focusable": "false"]) { html in
            html.raw("<line class=\"track-line\" x1=\"0\" x2=\"100%\" y1=\"7\" y2=\"7\"/>")
            guard let base else { return }
            let lower = max(0, base - Guardrail.limit)
            let upper = min(100, base + Guardrail.limit)
            html.void(
                "rect",
                [
                    "class": "track-reach", "x": Self.percent(lower), "width": Self.percent(upper - lower),
                    "y": "4", "height": "6",
                ]
            )
            if let score, score.isApplied {
                let from = min(score.base, score.adjusted)
                html.void(
                    "rect",
                    [
                        "class": "track-move", "x": Self.percent(from),
                        "width": Self.percent(abs(score.adjustment)), "y": "6", "height": "2",
                    ]
                )
            }
            let tick = Self.percent(base)
            html.void("line", ["class": "track-base", "x1": tick, "x2": tick, "y1": "1", "y2": "13"])
            if let score, score.isApplied {
                html.void(
                    "circle",
                    ["class": "track-dot", "cx": Self.percent(score.adjusted), "cy": "7", "r": "4"]
                )
            }
        }
    }

    private static func percent(_ value: Double) -> String {
        "\((value * 10).rounded() / 10)%"
    }
}
