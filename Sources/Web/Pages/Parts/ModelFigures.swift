import Markup
import Models

/// What the gate measured about a model out of sample, as facts of a list.
struct ModelFigures: Sendable {
    /// The record.
    let record: ModelRecord

    /// Figures of a record.
    init(_ record: ModelRecord) {
        self.record = record
    }

    /// Writes the facts; only within `facts`.
    func writeFacts(to html: inout HTMLWriter) {
        let decision = record.evaluation.decision
        html.fact(
            "Gate",
            text: decision.passed ? "passed: \(decision.reason)" : "not passed: \(decision.reason)"
        )
        if let test = decision.magnitude.againstBaseline {
            html.fact("Impact error, out of sample") { html in
                html.text("\(NumberText.decimal(test.modelLoss, decimals: 1)) points against ")
                html.text("\(NumberText.decimal(test.baselineLoss, decimals: 1)) of the base score")
                Self.writeSaving(test, unit: "points", decimals: 2, to: &html)
            }
        }
        if let figures = record.evaluation.lockBox ?? record.evaluation.walkForward,
            let accuracy = figures.directionAccuracy
        {
            html.fact("Direction right, out of sample") { html in
                html.text(NumberText.percent(accuracy, n: figures.directionEvents))
                html.text(
                    " against \(NumberText.percent(figures.majorityAccuracy, n: figures.directionEvents))"
                )
                html.text(" of the majority class ")
                html.element("span", ["class": "of"], text: "n \(NumberText.count(figures.directionEvents))")
            }
        }
    }

    private static func writeSaving(
        _ test: SkillTest,
        unit: String,
        decimals: Int,
        to html: inout HTMLWriter
    ) {
        html.text("; saves \(NumberText.decimal(test.meanSkill, decimals: decimals)) \(unit), at least ")
        html.text("\(NumberText.decimal(test.lowerBound, decimals: decimals)) ")
        html.element(
            "span",
            ["class": "of"],
            text: "one-sided 95 % bound, n \(NumberText.count(test.n)), "
                + "\(NumberText.count(test.companies, "company", "companies")), "
                + NumberText.count(test.days, "day", "days")
        )
    }
}
