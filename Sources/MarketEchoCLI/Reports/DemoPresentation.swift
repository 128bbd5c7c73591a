import Events
import JSONText
import Market
import Models
import Pipeline
import Scores
import Storage

/// What the demo did, step by step, and how well the models do.
struct DemoPresentation: Presentation {
    let report: DemoReport
    let models: [ModelRecord]

    func print(to results: ResultPrinter) throws {
        try results.print(title: "Sample")
        try results.print(stepTable)
        try results.print(
            sentence: "The S&P 500 index (\(report.benchmark)) stands in for SPY: the sample has no SPY."
        )
        try results.print()
        try results.print(title: "Labels as of \(report.labels.asOf)")
        try results.print(labelTable)
        try GateTables(models.map { ($0.cell, $0.evaluation.decision) }).print(to: results)
        try results.print()
        try results.print(title: "Registry")
        try ModelListPresentation(models: models, day: nil).print(to: results)
        try results.print()
        try results.print(sentence: scoreSummary)
        try results.print()
        try results.print(nextSteps)
        try results.print()
        try results.print(sentence: Wording.disclaimer)
    }

    private var stepTable: TextTable {
        var table = TextTable([.text("step"), .number("written"), .number("unchanged"), .text("of")])
        func add(_ step: String, _ written: Int, _ unchanged: Int, _ unit: String) {
            table.add([step, Format.count(written), Format.count(unchanged), unit])
        }
        add("prices", report.prices.written.count, report.prices.unchanged.count, "series")
        add("events", report.events.events.written, report.events.events.unchanged, "events")
        add("labels", report.labels.labelsWritten, unchangedLabels, "labels")
        let versions = report.training.cells.count { $0.modelID != nil }
        add("models", versions, models.count - versions, "versions")
        add("scores", report.scores.written, scoreCount - report.scores.written, "predictions")
        return table
    }

    private var unchangedLabels: Int { report.labels.cells.values.reduce(0) { $0 + $1.unchanged } }

    private var scoreCount: Int { report.scores.adjusted + report.scores.notApplied.values.reduce(0, +) }

    private var labelTable: TextTable {
        LabelPresentation(report: report.labels, horizons: Horizon.allCases).countTable
    }

    private var scoreSummary: String {
        var parts = [
            "Of \(Words.count(scoreCount, "score")) by event and horizon \(Format.count(report.scores.adjusted)) "
                + "are adjusted by a model."
        ]
        for reason in NotAppliedReason.allCases {
            guard let count = report.scores.notApplied[reason], count > 0 else { continue }
            parts.append("\(reason.text): \(Format.count(count)).")
        }
        return parts.joined(separator: " ")
    }

    private var nextSteps: [String] {
        [
            "Look further:", "  market-echo monitor", "  market-echo models", "  market-echo jobs",
            "  market-echo export predictions --output predictions.csv",
        ]
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("benchmark", report.benchmark)
            json.member("price_series_written", report.prices.written.count)
            json.member("events_written", report.events.events.written)
            json.member("labels", LabelPresentation(report: report.labels, horizons: Horizon.allCases))
            json.member("training", TrainPresentation(report: report.training))
            json.member("scores", ScorePresentation(report: report.scores))
            json.member(
                "models",
                array: { json in for model in models { json.object { model.writeMembers(to: &$0) } } }
            )
            json.member("disclaimer", Wording.disclaimer)
        }
    }
}
