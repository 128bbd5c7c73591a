import Evaluation
import Markup
import Models

/// The main figures of the visitor's slot in a row.
struct SlotFigures: Sendable {
    let report: MonitoringReport
    let view: BacktestingView

    /// Writes the row.
    func write(to html: inout HTMLWriter) {
        guard let sample = report.cell(view.slot)?.sample(view.kind) else {
            return html.empty(
                "\(SlotName.text(view.slot)) has no graded \(view.kind.title.lowercased()) predictions; the tables list the "
                    + "slots that have."
            )
        }
        let points = NumberText.decimal(report.highConfidenceAdjustment, decimals: 0)
        var stats: [Stat] = []
        if let direction = sample.direction {
            stats.append(Self.stat("Direction right", direction.accuracy, higherIsBetter: true))
            stats.append(
                Self.stat(
                    "Direction right, moved \(points) points or more",
                    direction.highConfidenceAccuracy,
                    higherIsBetter: true
                )
            )
        }
        if let impact = sample.impact {
            stats.append(
                Self.stat("Mean error of predicted impact", impact.errorPoints, higherIsBetter: false)
            )
        }
        if let range = sample.range { stats.append(Stat("Moves inside the 80\u{A0}% range", range.coverage)) }
        html.stats(stats)
    }

    /// A figure with its interval, what it says against its first baseline, and what it rests on.
    private static func stat(_ label: String, _ figure: Figure, higherIsBetter: Bool) -> Stat {
        let text = FigureText(figure)
        return Stat(
            label,
            text.value,
            note: HTMLFragment { html in
                if let interval = text.interval {
                    html.element("span", ["class": "interval"], text: interval)
                    html.void("br")
                }
                if let verdict = FigureVerdict(figure, higherIsBetter: higherIsBetter) {
                    html.element("strong", text: verdict.sentence(figure))
                    html.void("br")
                }
                html.text(text.basis)
                html.void("br")
                html.text(text.baselines)
            }
        )
    }
}
