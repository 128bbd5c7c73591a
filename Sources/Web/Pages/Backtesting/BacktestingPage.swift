import Evaluation
import Market
import Markup
import Scores
import Storage

/// Backtesting: ML Monitoring above everything, then the backtesting tables and pictures.
struct BacktestingPage: Page {
    let view: BacktestingView
    let notice: PrototypeNotice
    let monitoring: ReportState<MonitoringReport>
    let backtest: ReportState<BacktestReport>
    /// The accuracies of the visitor's grouping; nil without a report.
    let accuracy: AccuracyTable?
    /// Graded events, where that part is asked for.
    let events: BacktestEventPage?
    /// The present day.
    let today: TradingDay

    var title: String { view.section == .overview ? "Backtesting" : "Backtesting: \(view.section.name)" }
    var description: String {
        "How far the estimates can be trusted: monitoring, accuracy, calibration and coverage."
    }
    var place: PageShell.Place? { .backtesting }

    func write(to html: inout HTMLWriter) {
        html.pageTitle(
            "Backtesting",
            mark: HealthBadge.prototype.rawValue,
            lede:
                "What the estimates of the past were worth: how often they were right, how far they were off, and on how much data that rests."
        )
        notice.write(to: &html)
        parts(to: &html)
        switch view.section {
        case .overview, .monitoring:
            MonitoringSection(state: monitoring, view: view).write(to: &html)
            if view.section == .overview { backtesting(to: &html) }
        case .events:
            html.block(BacktestSection.id, "Backtesting", mark: Wording.internalDiagnostic) { html in
                if let events {
                    GradedEventsPart(page: events, view: view, families: families).write(to: &html)
                }
            }
        case .accuracy, .returns, .coverage: backtesting(to: &html)
        }
    }

    private func backtesting(to html: inout HTMLWriter) {
        BacktestSection(
            state: backtest,
            monitoring: monitoring.report,
            accuracy: accuracy,
            view: view,
            today: today
        ).write(to: &html)
    }

    private var families: [(String, String)] {
        monitoring.report.map(ViewForm.families) ?? [(BacktestingView.allFamilies, "All families")]
    }

    private func parts(to html: inout HTMLWriter) {
        html.element("nav", ["class": "parts", "aria-label": "Parts of this page"]) { html in
            html.element("ul", ["class": "parts-list"]) { html in
                for section in BacktestingSection.allCases {
                    html.element("li") { html in
                        if section == view.section {
                            html.element("span", ["aria-current": "page"], text: section.name)
                        } else {
                            html.link(section.name, to: view.address(section: section))
                        }
                    }
                }
            }
        }
    }
}
