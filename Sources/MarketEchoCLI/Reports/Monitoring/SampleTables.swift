import Evaluation
import Models
import Statistics

/// The figures of one kind of predictions, a row for each slot.
struct SampleTables {
    let samples: [(cell: Cell, report: SampleReport)]
    let highConfidencePoints: Double

    /// All tables with their titles; one without rows has nothing to show.
    var all: [(title: String, table: TextTable)] {
        [
            ("direction right, %", accuracy),
            ("direction right where the adjustment is at least \(points) points, %", highConfidence),
            ("mean absolute error of the impact, points", impact),
            ("mean realized impact by predicted impact, points (events)", buckets),
            ("direction right by stated confidence, % (events)", bands),
            ("calibration of the stated probabilities", calibration),
            ("abnormal returns inside the 80 % range, %", range),
        ]
    }

    private var points: String { Format.shortest(highConfidencePoints) }

    // MARK: Direction

    private var accuracy: TextTable {
        var table = TextTable(
            Self.sampleColumns + [
                .number("model"), .number("majority"), .number("rules"), .number("Brier\nscore"),
                .number("base\nrate"),
            ]
        )
        for (cell, report) in samples {
            guard let direction = report.direction else { continue }
            let figure = direction.accuracy
            table.add(
                Self.sampleCells(cell, figure) + [
                    figure.percentText, Self.percentage(figure.baseline("majority_class")),
                    Self.percentage(figure.baseline("rule_direction")),
                    Format.decimal(direction.brier.value, digits: 4),
                    Format.decimal(direction.brier.baseline("base_rate")?.value, digits: 4),
                ]
            )
        }
        return table
    }

    private var highConfidence: TextTable {
        var table = TextTable(Self.sampleColumns + [.number("model"), .number("majority")])
        for (cell, report) in samples {
            guard let figure = report.direction?.highConfidenceAccuracy, figure.n > 0 else { continue }
            table.add(
                Self.sampleCells(cell, figure) + [
                    figure.percentText, Self.percentage(figure.baseline("majority_class")),
                ]
            )
        }
        return table
    }

    private var bands: TextTable {
        let names = samples.compactMap { $0.report.direction?.bands.map(\.name) }.first ?? []
        var table = TextTable([.text("slot")] + names.map { .number($0) })
        for (cell, report) in samples {
            guard let bands = report.direction?.bands else { continue }
            table.add(
                [cell.key]
                    + bands.map { band in
                        let figure = band.accuracy
                        return figure.n == 0
                            ? Format.missing
                            : "\(Format.percentage(figure.value, n: figure.n)) (\(Format.count(figure.n)))"
                    }
            )
        }
        return table
    }

    private var calibration: TextTable {
        var table = TextTable([
            .text("slot"), .number("events"), .number("error,\n%"), .number("when per-\nfect, %"),
            .number("slope"), .number("p"), .text("verdict"),
        ])
        for (cell, report) in samples {
            guard let calibration = report.calibration else { continue }
            table.add([
                cell.key, Format.count(calibration.n), Format.percentage(calibration.error?.error),
                Format.percentage(calibration.error?.nullMean),
                Format.decimal(calibration.recalibration?.slope, digits: 2),
                Format.pValue(calibration.test?.pValue),
                calibration.verdict.rawValue.replacing("_", with: " "),
            ])
        }
        return table
    }

    // MARK: Magnitude

    private var impact: TextTable {
        var table = TextTable(
            Self.sampleColumns + [
                .number("model"), .number("base\nscore"), .number("item\ngroup"), .number("rank\ncorr."),
            ]
        )
        for (cell, report) in samples {
            guard let impact = report.impact else { continue }
            let figure = impact.errorPoints
            table.add(
                Self.sampleCells(cell, figure) + [
                    Format.interval(
                        figure.value,
                        lower: figure.interval?.lower,
                        upper: figure.interval?.upper,
                        digits: 1
                    ),
                    Format.decimal(figure.baseline("base_score")?.value, digits: 1),
                    Format.decimal(figure.baseline("item_group_median")?.value, digits: 1),
                    Format.decimal(impact.rankCorrelation.value, digits: 2),
                ]
            )
        }
        return table
    }

    private var buckets: TextTable {
        let names = samples.compactMap { $0.report.impact?.buckets.map(\.name) }.first ?? []
        var table = TextTable([.text("slot")] + names.map { .number($0) })
        for (cell, report) in samples {
            guard let buckets = report.impact?.buckets else { continue }
            table.add(
                [cell.key]
                    + buckets.map { bucket in
                        bucket.n == 0
                            ? Format.missing
                            : "\(Format.decimal(bucket.realizedImpact.value, digits: 0)) "
                                + "(\(Format.count(bucket.n)))"
                    }
            )
        }
        return table
    }

    private var range: TextTable {
        var table = TextTable(
            Self.sampleColumns + [.number("inside"), .number("nominal"), .number("width,\npoints")]
        )
        for (cell, report) in samples {
            guard let range = report.range else { continue }
            let figure = range.coverage
            table.add(
                Self.sampleCells(cell, figure) + [
                    figure.percentText, Self.percentage(figure.baseline("nominal")),
                    Format.decimal(range.widthPercentagePoints.value, digits: 1),
                ]
            )
        }
        return table
    }

    // MARK: Cells

    private static let sampleColumns: [TextTable.Column] = [
        .text("slot"), .number("events"), .number("com-\npanies"), .number("days"),
    ]

    private static func sampleCells(_ cell: Cell, _ figure: Figure) -> [String] {
        [cell.key, Format.count(figure.n), Format.count(figure.companies), Format.count(figure.days)]
    }

    private static func percentage(_ baseline: Baseline?) -> String {
        Format.percentage(baseline?.value, n: baseline?.n)
    }
}

extension Figure {
    /// A share in percent with its interval.
    fileprivate var percentText: String {
        Format.percentage(value, lower: interval?.lower, upper: interval?.upper, n: n)
    }

    /// What a simpler rule reaches; nil where it was not asked.
    fileprivate func baseline(_ name: String) -> Baseline? { baselines.first { $0.name == name } }
}
