import Evaluation
import JSONText
import Market
import Statistics

/// What the validation lab found.
struct ValidationPresentation: Presentation {
    let report: ValidationReport

    func print(to results: ResultPrinter) throws {
        var table = TextTable([
            .text("figure"), .number("worlds"), .number("share"), .text("goal"), .text("met"), .prose("what"),
        ])
        for figure in report.figures {
            table.add([
                figure.key, "\(figure.worlds)",
                Format.percent(
                    figure.value,
                    lower: figure.interval?.lower,
                    upper: figure.interval?.upper,
                    n: figure.worlds
                ),
                figure.goal ?? "–", figure.isMet.map { $0 ? "yes" : "no" } ?? "–", figure.title,
            ])
        }
        try results.print(table)
        try results.print(
            sentence: "Engine \(report.engineVersion), seed \(report.seed): \(report.text). "
                + "Each share has its 95 % interval over worlds."
        )
    }

    func write(to json: inout JSONWriter) { report.write(to: &json) }
}
