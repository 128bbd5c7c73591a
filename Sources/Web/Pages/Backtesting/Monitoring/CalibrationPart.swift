import Charts
import Evaluation
import Markup
import Models
import Statistics

/// Whether 70 % confidence is right about 70 % of the time.
struct CalibrationPart: Sendable {
    let slots: MonitoredSlots
    let view: BacktestingView

    /// Writes the answer, the picture and the table.
    func write(to html: inout HTMLWriter) {
        html.subheading(
            "Calibration: is 70\u{A0}% confidence right about 70\u{A0}% of the time?",
            id: "calibration"
        )
        let table = table
        guard !table.isEmpty else {
            return html.empty(
                "No stated probability is graded yet.",
                remedy: "It needs labelled events and a trained model:",
                command: "market-echo train"
            )
        }
        let sample = slots.report.cell(view.slot)?.sample(view.kind)
        if let calibration = sample?.calibration {
            html.element("div", ["class": "columns"]) { html in
                html.append(Self.chart(calibration, view, sample?.direction?.accuracy).figure())
                html.element("div") { Self.write(calibration, view, to: &$0) }
            }
        } else {
            html.element("p", ["class": "note"]) { html in
                html.text(
                    "\(SlotName.text(view.slot)) has no graded \(view.kind.title.lowercased()) probabilities; "
                )
                html.text("the table lists the slots that have.")
            }
        }
        html.append(table.fragment)
    }

    private static func write(
        _ calibration: CalibrationReport,
        _ view: BacktestingView,
        to html: inout HTMLWriter
    ) {
        html.element("p") { html in
            html.element("strong", text: answer(calibration.verdict))
            html.text(" \(calibration.text)")
        }
        html.facts { html in
            html.fact("Slot", text: "\(SlotName.text(view.slot)), \(view.kind.title.lowercased())")
            html.fact("Graded events", text: NumberText.count(calibration.n))
            if let error = calibration.error {
                html.fact("Expected calibration error", text: NumberText.percent(error.error, decimals: 1))
                html.fact(
                    "The same if perfectly calibrated",
                    text: "\(NumberText.percent(error.nullMean, decimals: 1)) on average, up to "
                        + "\(NumberText.percent(error.nullUpper, decimals: 1)) in 95 of 100 samples of this size"
                )
            }
            if let curve = calibration.recalibration {
                html.fact(
                    "Recalibration slope",
                    text: "\(NumberText.decimal(curve.slope, decimals: 2)), 1 is perfect, 0 says nothing"
                )
            }
            html.fact(
                "Test",
                text: calibration.test.map {
                    "p \(pText($0.pValue)), clustered by event day; below \(NumberText.decimal(CalibrationReport.level, decimals: 2)) speaks against it"
                }
            )
        }
    }

    private static func pText(_ value: Double) -> String {
        let text = NumberText.pValue(value)
        return text.hasPrefix("<") ? text : "= \(text)"
    }

    /// The question's answer in one sentence.
    static func answer(_ verdict: CalibrationReport.Verdict) -> String {
        switch verdict {
        case .notRejected: "As far as these events can tell, yes."
        case .rejected: "No."
        case .tooFew: "Too few events to say."
        }
    }

    private static func chart(
        _ calibration: CalibrationReport,
        _ view: BacktestingView,
        _ accuracy: Figure?
    ) -> ReliabilityDiagram {
        ReliabilityDiagram(
            heading: ChartHeading(
                id: "chart-reliability",
                title: "Stated probability of up against how often it came true: \(SlotName.text(view.slot))",
                sample: ChartSample(
                    events: calibration.n,
                    companies: accuracy?.companies,
                    days: accuracy?.days
                ),
                intervals: "Wilson 95 % intervals",
                note: "\(view.kind.title) predictions"
            ),
            bins: calibration.bins.map { bin in
                ReliabilityDiagram.Bin(
                    stated: bin.meanPredicted,
                    observed: ChartEstimate(
                        bin.observedFrequency,
                        lower: bin.interval.lower,
                        upper: bin.interval.upper
                    ),
                    n: bin.n
                )
            }
        )
    }

    private var table: TableMarkup {
        var table = TableMarkup(
            caption: "Calibration of the stated probabilities, out of sample",
            columns: [
                .text("Slot"), .number("Events"), .number("Calibration error, %", decimals: 1),
                .number("if perfect, mean, %", decimals: 1),
                .number("if perfect, 95th percentile, %", decimals: 1),
                .number("Slope", decimals: 2), .number("p"), .text("Verdict"),
            ]
        )
        slots.addRows(to: &table) { sample in
            guard let calibration = sample.calibration else { return nil }
            return [
                .count(calibration.n), .number(calibration.error.map { $0.error * 100 }),
                .number(calibration.error.map { $0.nullMean * 100 }),
                .number(calibration.error.map { $0.nullUpper * 100 }),
                .number(calibration.recalibration?.slope),
                .text(NumberText.pValue(calibration.test?.pValue)),
                .text(calibration.verdict.rawValue.replacing("_", with: " ")),
            ]
        }
        return table
    }
}
