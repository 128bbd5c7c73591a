import Charts
import Evaluation
import Market
import Markup
import Models
import Scores

/// The backtesting tables and pictures below ML Monitoring.
struct BacktestSection: Sendable {
    /// Identity of its heading.
    static let id = "backtesting"

    let state: ReportState<BacktestReport>
    let monitoring: MonitoringReport?
    let accuracy: AccuracyTable?
    let view: BacktestingView
    /// The present day, to which the timeline of the models reaches.
    let today: TradingDay

    /// Writes the section.
    func write(to html: inout HTMLWriter) {
        html.block(Self.id, "Backtesting", mark: Wording.internalDiagnostic, aside: state.aside) { html in
            state.writeRemarks(to: &html, what: "The backtesting report", address: view.address())
            guard let report = state.report else { return }
            switch view.section {
            case .overview, .monitoring: overview(report, to: &html)
            case .accuracy: accuracyPart(to: &html)
            case .returns: ReturnsPart(report: report, view: view).write(to: &html)
            case .coverage: CoveragePart(coverage: report.coverage, isByYear: true).write(to: &html)
            case .events: break
            }
        }
    }

    private func overview(_ report: BacktestReport, to html: inout HTMLWriter) {
        let pictures = BacktestPictures(report: report, view: view)
        SummaryPart(report: report, view: view).write(to: &html)
        accuracyPart(to: &html)
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { html in
                html.subheading("Accuracy over time", id: "over-time")
                html.append(pictures.accuracyOverTime().figure())
            }
            html.element("div") { html in
                html.subheading("Lift", id: "lift")
                html.append(pictures.lift().figure())
            }
        }
        html.element("div", ["class": "columns"]) { html in
            html.element("div") { html in
                html.subheading("Skill by family and horizon", id: "skill")
                html.append(pictures.skillMap().figure())
                if let remark = pictures.skillRemark { html.element("p", ["class": "note"], text: remark) }
            }
            html.element("div") { html in
                html.subheading("Funnel", id: "funnel")
                html.append(pictures.funnel().figure())
                if let live = report.funnel.first(where: { $0.horizon == view.horizon })?.live {
                    applied(live, to: &html)
                }
            }
        }
        ReturnsPart(report: report, view: view).write(to: &html)
        CoveragePart(coverage: report.coverage, isByYear: false).write(to: &html)
        html.element("p", ["class": "note"]) { html in
            html.link("Coverage by year", to: view.address(section: .coverage, anchor: "coverage"))
        }
        html.subheading("Models over time", id: "models")
        html.append(pictures.timeline(today: today).figure())
        CertificatePart(certificate: monitoring?.certificate).write(to: &html)
        html.subheading("Graded events", id: "graded-events")
        html.element("p") { html in
            html.link("Single predictions beside what happened", to: view.address(section: .events))
            html.text(", newest first, \(GradedEventsPart.limit) a page.")
        }
    }

    private func accuracyPart(to html: inout HTMLWriter) {
        guard let accuracy else { return }
        AccuracyPart(table: accuracy, view: view, report: monitoring).write(to: &html)
    }

    private func applied(_ stage: FunnelStage, to html: inout HTMLWriter) {
        let reasons = stage.lost.map { "\(FunnelText.reason($0.reason)): \(NumberText.count($0.n))" }
        html.element("p", ["class": "note"]) { html in
            html.text(
                "Live scores at \(view.horizon.badge) that a model moved: "
                    + "\(NumberText.count(stage.n)) of \(NumberText.count(stage.lost.reduce(stage.n) { $0 + $1.n }))."
            )
            if !reasons.isEmpty { html.text(" \(reasons.joined(separator: "; ")).") }
        }
    }
}
