import Evaluation
import Market
import Markup
import Scores

/// The section ML Monitoring, which stands above everything else of the backtesting page.
struct MonitoringSection: Sendable {
    /// Identity of its heading.
    static let id = "ml-monitoring"

    let state: ReportState<MonitoringReport>
    let view: BacktestingView

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block(
            Self.id,
            Wording.monitoringTitle,
            mark: Wording.internalDiagnostic,
            aside: state.aside
        ) { html in
            state.writeRemarks(to: &html, what: "The monitoring report", address: view.address())
            if let report = state.report { write(report, to: &html) }
        }
    }

    private func write(_ report: MonitoringReport, to html: inout HTMLWriter) {
        html.element("p", ["class": "note"]) { html in
            html.text("\(Wording.metricsNotice) ")
            html.text(
                "Every figure is out of sample: walk-forward, lock-box, or live predictions made before their outcome. "
            )
            html.text(
                "Intervals are 95 %, from a bootstrap clustered by event day, by overlapping outcome windows and by company, the widest."
            )
        }
        LabelledPart(report: report).write(to: &html)
        guard !report.cells.isEmpty else { return }
        let slots = MonitoredSlots(report, horizon: view.horizon, isWhole: view.section == .monitoring)
        if let horizon = slots.horizon {
            html.element("p", ["class": "note"]) { html in
                html.text("The tables list the \(horizon.badge) slots; ")
                html.link("all slots", to: view.address(section: .monitoring))
                html.text(" have a page of their own.")
            }
        }
        if slots.isSingle {
            html.element("p", ["class": "note"]) { html in
                html.text(
                    "All labels are of one family. The slots over all families rest on the same events; they stand with "
                )
                html.link("all slots", to: view.address(section: .monitoring))
                html.text(".")
            }
        }
        ModelStatusPart(cells: slots.cells, certificate: report.certificate).write(to: &html)
        ViewForm(view: view, report: report).write(to: &html)
        SlotFigures(report: report, view: view).write(to: &html)
        DirectionPart(slots: slots).write(to: &html)
        MagnitudePart(slots: slots, view: view).write(to: &html)
        CalibrationPart(slots: slots, view: view).write(to: &html)
    }
}
