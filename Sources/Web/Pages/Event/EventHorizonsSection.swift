import Market
import Markup
import Scores
import Storage

/// The predictions of all horizons side by side.
struct EventHorizonsSection: Sendable {
    /// The page.
    let page: EventDetailPage

    /// Writes the section; nothing where there is no prediction.
    func write(to html: inout HTMLWriter) {
        let predictions = page.predictions
        guard !predictions.isEmpty else { return }
        html.block("horizons", "All horizons") { html in
            var table = TableMarkup(
                caption: "Predictions by horizon: scores in points, moves in % against the benchmark",
                columns: [
                    .text("Horizon"), .number("Base", decimals: 1), .number("AI-adjusted", decimals: 1),
                    .number("Adjustment", decimals: 1), .number("Typical move, %", decimals: 1),
                    .number("80 % range, %", decimals: 1), .text("Direction"), .text("Confidence"),
                    .text("Sample size"), .text("Model"),
                ]
            )
            for prediction in predictions { table.addRow(cells(prediction)) }
            table.write(to: &html)
        }
    }

    private func cells(_ prediction: Prediction) -> [TableMarkup.Cell] {
        let score = prediction.score
        return [
            .text(Wording.badge(prediction.horizon)),
            .number(score.base.value),
            score.isApplied ? .number(score.adjusted.value) : .number(nil),
            score.isApplied ? .text(HorizonScore.change(score.adjustment.value)) : .number(nil),
            .number(prediction.predictedMove?.value),
            .text(Self.range(prediction.interval80)),
            .text(
                prediction.direction.source == .rules
                    ? "Rules: \(DirectionText.word(prediction.direction.direction))"
                    : DirectionText.text(prediction.direction)
            ),
            .text(Self.confidence(prediction.direction)),
            .text(prediction.sampleSizeBucket.rawValue.replacing("-", with: "–")),
            .wide { Self.writeModel(prediction, to: &$0) },
        ]
    }

    private static func range(_ range: ReturnInterval?) -> String {
        guard let range else { return NumberText.missing }
        return "\(NumberText.signed(range.lower.value, decimals: 1)) to "
            + NumberText.signed(range.upper.value, decimals: 1)
    }

    private static func confidence(_ direction: DirectionForecast) -> String {
        guard let confidence = direction.confidence else { return "not rated" }
        return "\(NumberText.percent(confidence.value, decimals: 0)), \(direction.confidenceLevel.rawValue)"
    }

    private static func writeModel(_ prediction: Prediction, to html: inout HTMLWriter) {
        if let reason = prediction.score.reason { html.text(reason.text) }
        guard let model = prediction.model else { return }
        if !prediction.score.isApplied { html.text("; ") }
        html.link("Version \(model.version)", to: PageAddress.model(model.id))
    }
}
