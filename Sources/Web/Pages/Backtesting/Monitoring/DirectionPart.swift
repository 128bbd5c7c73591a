import Evaluation
import Markup
import Models
import Scores

/// How often the predicted side was right, out of sample.
struct DirectionPart: Sendable {
    let slots: MonitoredSlots

    /// Writes the tables.
    func write(to html: inout HTMLWriter) {
        html.subheading("Direction: how often was the predicted side right?", id: "direction")
        html.element("p", ["class": "note"]) { html in
            html.text(
                "Graded are events outside the neutral band. A bare accuracy says little: the majority class of the "
                    + "training part is graded on the same events, and so is the direction of the rules where they name one. "
            )
            html.text(
                "“Within chance” means that the 95 % interval holds the majority class; beside it stands the smallest true "
                    + "difference, in percentage points (pp), that these events would reveal with 80 % power."
            )
        }
        let table = accuracy
        guard !table.isEmpty else {
            return html.empty(
                "No out-of-sample direction is graded yet.",
                remedy: "It needs labelled events and a trained model:",
                command: "market-echo train"
            )
        }
        html.append(table.fragment)
        html.append(highConfidence.fragment)
        html.append(bands.fragment)
    }

    private var accuracy: TableMarkup {
        var table = TableMarkup(
            caption:
                "Direction accuracy, out of sample; intervals clustered by event day, outcome window or company, the widest",
            columns: [.text("Slot")] + FigureCells.sampleColumns + [
                .number("Right, %", decimals: 1), .text("95 % interval"),
                .number("Majority, %", decimals: 1), .number("Rules, %", decimals: 1),
            ] + FigureCells.verdictColumns("majority", unit: "pp") + [
                .number("Brier score", decimals: 4), .number("of base rate", decimals: 4),
            ]
        )
        slots.addRows(to: &table) { sample in
            guard let direction = sample.direction else { return nil }
            let figure = direction.accuracy
            return FigureCells.sample(figure) + [
                FigureCells.percentage(figure), FigureCells.interval(figure),
                FigureCells.percentage(figure.baseline(named: "majority_class"), of: figure),
                FigureCells.percentage(figure.baseline(named: "rule_direction"), of: figure),
            ] + FigureCells.verdict(figure, higherIsBetter: true) + [
                .number(direction.brier.value), .number(direction.brier.baseline(named: "base_rate")?.value),
            ]
        }
        return table
    }

    private var highConfidence: TableMarkup {
        let points = NumberText.decimal(slots.report.highConfidenceAdjustment, decimals: 0)
        var table = TableMarkup(
            caption:
                "High confidence: direction accuracy where the score was adjusted by at least \(points) points",
            columns: [.text("Slot")] + FigureCells.sampleColumns + [
                .number("Right, %", decimals: 1), .text("95 % interval"),
                .number("Majority, %", decimals: 1),
            ] + FigureCells.verdictColumns("majority", unit: "pp"),
            emptyText: "No prediction has adjusted a score by so much."
        )
        slots.addRows(to: &table) { sample in
            guard let figure = sample.direction?.highConfidenceAccuracy, figure.n > 0 else { return nil }
            return FigureCells.sample(figure) + [
                FigureCells.percentage(figure), FigureCells.interval(figure),
                FigureCells.percentage(figure.baseline(named: "majority_class"), of: figure),
            ] + FigureCells.verdict(figure, higherIsBetter: true)
        }
        return table
    }

    /// Accuracy by the probability that was stated for the predicted side.
    private var bands: TableMarkup {
        var table = TableMarkup(
            caption: "Direction right, in %, by stated confidence (events)",
            columns: [.text("Slot")] + slots.bandNames.map { .number("\($0) %", decimals: 0) }
        )
        slots.addRows(to: &table) { sample in
            sample.direction?.bands.map { band in
                let figure = band.accuracy
                return figure.n == 0
                    ? .number(nil)
                    : .fragment(
                        HTMLFragment { html in
                            html.text(NumberText.percentage(figure.value, n: min(figure.n, 9_999)))
                            html.text(" ")
                            html.element("span", ["class": "of"], text: "of \(NumberText.count(figure.n))")
                        }
                    )
            }
        }
        return table
    }
}
