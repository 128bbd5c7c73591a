import Charts
import Evaluation
import Markup
import Models

/// How close predicted impact came to what the price then did, out of sample.
struct MagnitudePart: Sendable {
    let slots: MonitoredSlots
    let view: BacktestingView

    /// Writes picture and tables.
    func write(to html: inout HTMLWriter) {
        html.subheading("Magnitude: how far was the predicted impact off?", id: "magnitude")
        let table = errors
        guard !table.isEmpty else {
            return html.empty(
                "No out-of-sample impact is graded yet.",
                remedy: "It needs labelled events and a trained model:",
                command: "market-echo train"
            )
        }
        html.element("p", ["class": "note"]) { html in
            html.text(
                "Impact is the percentile of a move among the stock's own moves, 0 to 100 points. Errors are mean absolute "
                    + "differences in points; lower is better. The median of the event's item group in the training part is "
                    + "a strong simple rule."
            )
        }
        html.append(table.fragment)
        if let chart {
            html.element("div", ["class": "columns"]) { html in
                html.append(chart.figure())
                html.element("div") { facts(to: &$0) }
            }
        }
        html.append(buckets.fragment)
        html.append(ranges.fragment)
    }

    private var errors: TableMarkup {
        var table = TableMarkup(
            caption: "Mean absolute error of predicted impact, out of sample, points",
            columns: [.text("Slot")] + FigureCells.sampleColumns + [
                .number("Model", decimals: 1), .text("95 % interval"), .number("Base score", decimals: 1),
                .number("Item-group median", decimals: 1),
            ] + FigureCells.verdictColumns("base score", unit: "points") + [
                .number("Bias", decimals: 1), .number("Rank correlation", decimals: 2),
            ]
        )
        slots.addRows(to: &table) { sample in
            guard let impact = sample.impact else { return nil }
            let figure = impact.errorPoints
            return FigureCells.sample(figure) + [
                .number(figure.value), FigureCells.interval(figure),
                .number(figure.baseline(named: "base_score")?.value),
                .number(figure.baseline(named: "item_group_median")?.value),
            ] + FigureCells.verdict(figure, higherIsBetter: false) + [
                .signed(impact.biasPoints.value),
                .number(impact.rankCorrelation.value),
            ]
        }
        return table
    }

    /// The picture of the visitor's slot.
    private var chart: ImpactBucketsChart? {
        guard let sample = slots.report.cell(view.slot)?.sample(view.kind), let impact = sample.impact else {
            return nil
        }
        let figure = impact.errorPoints
        return ImpactBucketsChart(
            heading: ChartHeading(
                id: "chart-impact-buckets",
                title: "Realized against predicted impact: \(SlotName.text(view.slot))",
                sample: ChartSample(figure),
                intervals: "95 % intervals, clustered by event day, outcome window or company, the widest",
                note: "\(view.kind.title) predictions"
            ),
            buckets: impact.buckets.map { bucket in
                ImpactBucketsChart.Bucket(
                    name: bucket.name,
                    n: bucket.n,
                    predicted: bucket.predictedImpact.value,
                    realized: ChartEstimate(bucket.realizedImpact),
                    absoluteMove: bucket.absoluteMove.value
                )
            }
        )
    }

    /// The figures of the visitor's slot beside those of the simple rules.
    private func facts(to html: inout HTMLWriter) {
        guard let sample = slots.report.cell(view.slot)?.sample(view.kind), let impact = sample.impact else {
            return
        }
        let basis = FigureText(impact.errorPoints).basis
        var table = TableMarkup(
            caption: "\(SlotName.text(view.slot)), \(view.kind.title.lowercased()): \(basis)",
            columns: [
                .text("Measure"), .number("Model", decimals: 2), .text("95 % interval"),
                .number("Base score", decimals: 2), .number("Item median", decimals: 2),
            ]
        )
        let rows: [(String, Figure, Int)] = [
            ("Error of impact, points", impact.errorPoints, 1),
            ("Error of score, points", impact.adjustedScoreErrorPoints, 1),
            ("Error of move, pp", impact.errorPercentagePoints, 1),
            ("Bias, points", impact.biasPoints, 1),
            ("Rank correlation", impact.rankCorrelation, 2),
        ]
        for (name, figure, decimals) in rows {
            func cell(_ value: Double?) -> TableMarkup.Cell { .decimal(value, decimals: decimals) }
            table.addRow([
                .text(name), cell(figure.value), FigureCells.interval(figure),
                cell(figure.baseline(named: "base_score")?.value),
                cell(figure.baseline(named: "item_group_median")?.value),
            ])
        }
        html.append(table.fragment)
    }

    private var buckets: TableMarkup {
        let names =
            slots.report.cells.lazy.flatMap(\.samples).compactMap(\.impact).first?.buckets.map(\.name) ?? []
        var table = TableMarkup(
            caption: "Mean realized impact by predicted impact, points (events)",
            columns: [.text("Slot")] + names.map { .number($0) }
        )
        slots.addRows(to: &table) { sample in
            sample.impact?.buckets.map { bucket in
                guard bucket.n > 0, let value = bucket.realizedImpact.value else { return .number(nil) }
                return .fragment(
                    HTMLFragment { html in
                        html.decimal(value, decimals: 0)
                        html.text(" ")
                        html.element("span", ["class": "of"], text: "of \(NumberText.count(bucket.n))")
                    }
                )
            }
        }
        return table
    }

    private var ranges: TableMarkup {
        var table = TableMarkup(
            caption: "Abnormal returns inside the 80 % range, out of sample",
            columns: [.text("Slot")] + FigureCells.sampleColumns + [
                .number("Inside, %", decimals: 1), .text("95 % interval"), .number("Nominal, %"),
                .text("Against nominal"), .number("Would show, pp", decimals: 1),
                .number("Mean width, pp", decimals: 1),
            ]
        )
        slots.addRows(to: &table) { sample in
            guard let range = sample.range else { return nil }
            let figure = range.coverage
            return FigureCells.sample(figure) + [
                FigureCells.percentage(figure), FigureCells.interval(figure),
                .number(figure.baseline(named: "nominal")?.value.map { $0 * 100 }),
                FigureCells.words(Self.coverage(figure)), FigureCells.detectable(figure),
                .number(range.widthPercentagePoints.value),
            ]
        }
        return table
    }

    /// A range that holds too much is as wrong as one that holds too little.
    private static func coverage(_ figure: Figure) -> String {
        guard let verdict = FigureVerdict(figure, higherIsBetter: true) else { return NumberText.missing }
        switch verdict.side {
        case .better: return "too wide"
        case .worse: return "too narrow"
        case .withinChance: return verdict.side.rawValue
        }
    }
}

extension ChartSample {
    /// What a figure rests on.
    init(_ figure: Figure) {
        self.init(events: figure.n, companies: figure.companies, days: figure.days)
    }
}

extension ChartEstimate {
    /// A figure with its interval; nil where it has no value.
    init?(_ figure: Figure?) {
        guard let figure, let value = figure.value else { return nil }
        self.init(value, lower: figure.lower, upper: figure.upper)
    }
}
