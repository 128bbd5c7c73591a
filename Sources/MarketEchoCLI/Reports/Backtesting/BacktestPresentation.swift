import Evaluation
import Events
import JSONText
import Market
import Models
import Scores

/// The backtesting report as tables.
struct BacktestPresentation: Presentation {
    let report: BacktestReport

    func print(to results: ResultPrinter) throws {
        try results.print(title: "Backtesting")
        try results.print(facts: facts)
        for kind in SampleKind.allCases where !report.summary(kind).isEmpty {
            try results.print()
            try results.print(title: "\(FigureCells.title(kind)): figures by slot")
            try results.print(
                BacktestTables.summary(
                    report.summary(kind),
                    highConfidencePoints: report.highConfidenceAdjustment
                )
            )
        }
        let years = report.accuracyTables.first { $0.query.groupBy == .year }
        if let years, !years.groups.isEmpty {
            try results.print()
            try results.print(title: "Walk-forward: accuracy and error by year, all families and horizons")
            try results.print(AccuracyPresentation.text(years))
        }
        for (title, table) in BacktestTables.others(report) where !table.isEmpty {
            try results.print()
            try results.print(title: title)
            try results.print(table)
        }
        try results.print()
        try results.print(sentence: Wording.disclaimer)
    }

    private var facts: [(name: String, value: String)] {
        let labelled = report.labelled
        return [
            (
                "labelled",
                "\(Words.count(labelled.events, "event")) of \(Words.count(labelled.companies, "company", "companies")) "
                    + "on \(Words.count(labelled.days, "day")), \(Words.count(report.totalOutcomes, "outcome"))"
            ),
            ("data as of", report.dataAsOf?.iso8601 ?? Format.missing), ("benchmark", report.benchmark),
            (
                "intervals",
                "95 %, \(Format.count(report.resamples)) resamples of days, outcome windows or companies, the widest; "
                    + "of days alone around events"
            ),
        ]
    }

    func write(to json: inout JSONWriter) { report.write(to: &json) }
}
