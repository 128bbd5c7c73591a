import Evaluation
import Market
import Markup
import Models
import Storage

/// How well a model did on events that it had not seen.
struct ModelFiguresSection: Sendable {
    /// The record.
    let record: ModelRecord
    /// Figures with intervals, where the report has this model.
    let report: CellReport?

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block("figures", "Out of sample") { html in
            let samples = report?.samples.filter { $0.kind != .live || $0.n > 0 } ?? []
            if samples.isEmpty { writePlain(to: &html) } else { Self.write(samples, to: &html) }
            writeFolds(to: &html)
        }
    }

    // MARK: With intervals

    private static func write(_ samples: [SampleReport], to html: inout HTMLWriter) {
        var table = TableMarkup(
            caption: "Figures with 95 % intervals, n and baselines",
            columns: [
                .text("Figure"), .number("Value"), .number("Interval"), .number("n"), .number("Companies"),
                .number("Days"), .text("Against"),
            ]
        )
        for sample in samples {
            table.addGroup(SampleName.text(sample.kind))
            for (name, figure) in figures(of: sample) {
                let text = FigureText(figure)
                table.addRow([
                    .text(name), .text(text.value), .text(text.interval ?? NumberText.missing),
                    .count(figure.n),
                    .count(figure.companies), .count(figure.days),
                    .wide(figure.baselines.isEmpty ? "nothing" : text.baselines),
                ])
            }
        }
        table.write(to: &html)
    }

    private static func figures(of sample: SampleReport) -> [(String, Figure)] {
        let all: [(String, Figure?)] = [
            ("Error of predicted impact", sample.impact?.errorPoints),
            ("Error of adjusted score", sample.impact?.adjustedScoreErrorPoints),
            ("Bias of predicted impact", sample.impact?.biasPoints),
            ("Rank correlation with realized impact", sample.impact?.rankCorrelation),
            ("Direction right", sample.direction?.accuracy),
            ("Direction right, high confidence", sample.direction?.highConfidenceAccuracy),
            ("Brier score", sample.direction?.brier),
            ("80 % range holds the outcome", sample.range?.coverage),
        ]
        return all.compactMap { name, figure in figure.map { (name, $0) } }
    }

    // MARK: As trained

    private func writePlain(to html: inout HTMLWriter) {
        let evaluation = record.evaluation
        let samples: [(SampleKind, SampleFigures)] = [
            (.walkForward, evaluation.walkForward), (.lockBox, evaluation.lockBox),
        ]
        .compactMap { kind, figures in figures.map { (kind, $0) } }
        guard !samples.isEmpty else {
            return html.empty(
                "The events are too few to divide in time, so there is no figure out of sample."
            )
        }
        var table = TableMarkup(
            caption:
                "Figures as measured when the model was trained; intervals of its skill are in the gate's table",
            columns: [.text("Figure"), .number("Value"), .number("n"), .text("Against")]
        )
        for (kind, figures) in samples {
            table.addGroup(
                "\(SampleName.text(kind)): \(NumberText.count(figures.events, "event", "events")), "
                    + "\(NumberText.count(figures.companies, "company", "companies")), "
                    + NumberText.count(figures.days, "day", "days")
            )
            for row in Self.rows(figures) { table.addRow(row) }
        }
        table.write(to: &html)
    }

    private static func rows(_ figures: SampleFigures) -> [[TableMarkup.Cell]] {
        func points(_ value: Double?) -> String { NumberText.points(value, decimals: 1) }
        let n = figures.directionEvents
        var rows: [[TableMarkup.Cell]] = [
            [
                .text("Error of predicted impact"), .text(points(figures.impactError)),
                .count(figures.impactEvents),
                .text(
                    "base score \(points(figures.baseScoreError)); "
                        + "median of the item group \(points(figures.itemGroupError))"
                ),
            ]
        ]
        if n > 0 {
            rows.append([
                .text("Direction right"), .text(NumberText.percent(figures.directionAccuracy, n: n)),
                .count(n),
                .text("majority class \(NumberText.percent(figures.majorityAccuracy, n: n))"),
            ])
            rows.append([
                .text("Brier score"), .text(NumberText.decimal(figures.brier, decimals: 3)), .count(n),
                .text("base rate \(NumberText.decimal(figures.baseRateBrier, decimals: 3))"),
            ])
        }
        rows.append([
            .text("80 % range holds the outcome"),
            .text(NumberText.percent(figures.intervalCoverage, n: figures.intervalEvents)),
            .count(figures.intervalEvents),
            .text("80 % meant; mean width \(NumberText.percent(figures.intervalWidth, decimals: 1))"),
        ])
        return rows
    }

    private func writeFolds(to html: inout HTMLWriter) {
        let folds = record.evaluation.folds
        guard !folds.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", text: "\(NumberText.count(folds.count, "division", "divisions")) in time")
            var table = TableMarkup(
                caption:
                    "What each division trained on and predicted; rows that touch the test block are dropped",
                columns: [
                    .text("Test block"), .text("From"), .number("Trained on"), .number("Predicted"),
                    .number("Dropped"), .number("Trees, size"), .number("Trees, direction"),
                ]
            )
            for fold in folds {
                table.addRow([
                    .text("\(SampleName.text(fold.kind)) \(fold.index + 1)"),
                    .fragment(
                        HTMLFragment { $0.day(ExchangeCalendar.xnys.day(ofSession: fold.testStartSession)) }
                    ),
                    .count(fold.trainingRows), .count(fold.testRows), .count(fold.purged),
                    .count(fold.magnitudeRounds), .count(fold.directionRounds),
                ])
            }
            table.write(to: &html)
        }
    }
}

/// The ways in which predictions come to be made, in words.
enum SampleName {
    /// For example `Walk-forward`.
    static func text(_ kind: SampleKind) -> String {
        switch kind {
        case .walkForward: "Walk-forward"
        case .lockBox: "Lock-box"
        case .live: "Live"
        }
    }
}
