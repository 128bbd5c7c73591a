import Evaluation
import Events
import Foundation
import Market
import Markup
import Models
import Pipeline
import Scores
import Statistics
import Testing

@testable import Web

@Suite
struct BacktestingPageTests {
    private func text(_ site: TestSite, _ target: String) async throws -> String {
        let answer = try await site.page(target)
        try #require(answer.status == 200, "\(answer.text)")
        return answer.text
    }

    @Test
    func `ML Monitoring stands above the tables and is marked as internal`() async throws {
        let page = try await text(WebWorld().site(), "/backtesting")
        let monitoring = try #require(page.range(of: ">\(Wording.monitoringTitle)</h2>"))
        let tables = try #require(page.range(of: ">Backtesting</h2>"))
        #expect(monitoring.upperBound < tables.lowerBound)
        #expect(
            page[monitoring.upperBound...].prefix(60).contains(
                "class=\"mark\">\(Wording.internalDiagnostic)<"
            )
        )
        // No table and no picture comes before the section.
        #expect(!page[..<monitoring.lowerBound].contains("<table"))
        #expect(!page[..<monitoring.lowerBound].contains("<figure"))
    }

    @Test(arguments: BacktestingSection.allCases)
    func `each part is sound, short and free of advice`(section: BacktestingSection) async throws {
        let page = try await text(WebWorld().site(), "/backtesting?section=\(section.rawValue)")
        #expect(MarkupFaults.of(page) == [])
        #expect(WordingCheck.violations(in: PageText.plain(page)).isEmpty)
        #expect(page.contains(Wording.disclaimer))
        #expect(page.contains(Wording.prototypeNotice))
        #expect(page.utf8.count < 150_000)
    }

    @Test(arguments: BacktestingSection.allCases)
    func `an empty database gives reasons and no numbers`(section: BacktestingSection) async throws {
        let page = try await text(TestSite.empty(), "/backtesting?section=\(section.rawValue)")
        #expect(MarkupFaults.of(page) == [])
        #expect(page.contains("class=\"empty\""))
        let content = page.components(separatedBy: "<footer").first ?? page
        #expect(!PageText.plain(content).contains("0.0"))
        #expect(!page.contains("NaN"))
    }

    @Test
    func `every link leads somewhere`() async throws {
        let site = try WebWorld().site()
        let page = try await text(site, "/backtesting")
        for link in MarkupFaults.internalLinks(of: page).sorted() {
            let status = try await site.page(link).status
            #expect(status == 200, "\(link) gives \(status)")
        }
    }

    @Test(arguments: [
        ("family=nothing", "family"), ("horizon=3d", "horizon"), ("kind=guess", "kind"),
        ("group_by=moon", "group_by"), ("section=secret", "section"),
        ("section=events&cursor=broken", "cursor"),
    ])
    func `a value that is not accepted is named`(query: String, name: String) async throws {
        let answer = try await WebWorld().site().page("/backtesting?\(query)")
        #expect(answer.status == 400)
        #expect(answer.text.contains(name.capitalizedFirst))
    }

    // MARK: Figures

    @Test
    func `labelled events are those of the report`() async throws {
        let site = try WebWorld().site()
        let report = try await site.site.reports.monitoring().value
        let page = try await text(site, "/backtesting")
        #expect(PageText.plain(page).contains("Labelled events \(Self.count(report.labelled.events))"))
        #expect(PageText.plain(page).contains("Labelled outcomes \(Self.count(report.totalOutcomes))"))
        let rows = PageText.table("Labelled events by family", in: page)
        #expect(rows.count == report.families.count && !rows.isEmpty)
        for (row, family) in zip(rows, report.families) {
            let counts = [family.labelled.events, family.labelled.companies, family.labelled.days]
            #expect(row[0] == Wording.name(of: family.family))
            #expect(Array(row[1...6]) == (counts + family.byHorizon.map(\.events)).map(Self.count))
            #expect(row[7] == family.health.badge.rawValue)
            // The reason without the gate's own sentence, which the table of slots has head by head.
            let start = family.health.reason.prefix { $0 != ";" }.components(separatedBy: " gate not passed:")
            #expect(row[8].hasPrefix(try #require(start.first)))
        }
    }

    @Test
    func `accuracies, errors and calibration are those of the report to the shown digits`() async throws {
        let site = try WebWorld().site()
        let report = try await site.site.reports.monitoring().value
        let page = try await text(site, "/backtesting?section=monitoring")
        let accuracy = PageText.table("Direction accuracy, out of sample", in: page)
        let high = PageText.table("High confidence", in: page)
        let errors = PageText.table("Mean absolute error of predicted impact", in: page)
        let ranges = PageText.table("Abnormal returns inside the 80 % range", in: page)
        let calibration = PageText.table("Calibration of the stated probabilities", in: page)
        var seen = 0
        for (cell, kind, sample) in Self.samples(report) {
            if let direction = sample.direction {
                let row = try #require(Self.row(cell, kind, in: accuracy))
                Self.expect(row, direction.accuracy, percent: true)
                #expect(
                    row[6]
                        == Self.percent(direction.accuracy.baseline(named: "majority_class")?.value, row[1])
                )
                if direction.highConfidenceAccuracy.n > 0 {
                    let row = try #require(Self.row(cell, kind, in: high))
                    Self.expect(row, direction.highConfidenceAccuracy, percent: true)
                }
            }
            if let impact = sample.impact {
                let row = try #require(Self.row(cell, kind, in: errors))
                Self.expect(row, impact.errorPoints, percent: false)
                #expect(row[6] == Self.decimal(impact.errorPoints.baseline(named: "base_score")?.value))
                #expect(
                    row[7] == Self.decimal(impact.errorPoints.baseline(named: "item_group_median")?.value)
                )
                seen += 1
            }
            if let range = sample.range {
                Self.expect(try #require(Self.row(cell, kind, in: ranges)), range.coverage, percent: true)
            }
            if let own = sample.calibration {
                let row = try #require(Self.row(cell, kind, in: calibration))
                #expect(row[1] == Self.count(own.n))
                #expect(row[2] == Self.decimal(own.error.map { $0.error * 100 }))
                #expect(row[3] == Self.decimal(own.error.map { $0.nullMean * 100 }))
                #expect(row[4] == Self.decimal(own.error.map { $0.nullUpper * 100 }))
                #expect(row[7] == own.verdict.rawValue.replacing("_", with: " "))
            }
        }
        #expect(seen >= 2)
    }

    @Test
    func `what is within chance says how much would show`() async throws {
        let site = try WebWorld().site()
        let report = try await site.site.reports.monitoring().value
        let page = try await text(site, "/backtesting?section=monitoring")
        let rows = PageText.table("Direction accuracy, out of sample", in: page)
        for (cell, kind, sample) in Self.samples(report) {
            guard let figure = sample.direction?.accuracy, let baseline = figure.baselines.first?.value,
                let lower = figure.lower, let upper = figure.upper
            else { continue }
            let row = try #require(Self.row(cell, kind, in: rows))
            if baseline >= lower, baseline <= upper {
                #expect(row[8] == "within chance")
                #expect(row[9] == Self.percent(figure.minimumDetectable, row[1]))
            } else {
                #expect(row[8] == (baseline < lower ? "better" : "worse"))
            }
        }
    }

    @Test
    func `a family without a model says what is missing`() async throws {
        let site = try WebWorld().site()
        let report = try await site.site.reports.monitoring().value
        let page = try await text(site, "/backtesting?section=monitoring")
        let rows = PageText.table("Status, and the gate", in: page)
        var family = ""
        var statuses: [String: [String]] = [:]
        for row in rows {
            if row.count == 1 { family = row[0] } else { statuses["\(family), \(row[0])"] = row }
        }
        #expect(statuses.count == report.cells.count)
        for cell in report.cells {
            let row = try #require(statuses[SlotName.text(cell.cell)])
            #expect(row[4] == cell.health.badge.rawValue)
            for reason in cell.health.reasons {
                #expect(row[8].contains(reason.hasPrefix("gate not passed") ? "gate not passed" : reason))
            }
        }
        #expect(rows.contains { $0.contains(HealthBadge.insufficientData.rawValue) })
        #expect(rows.contains { $0.contains("passed") })
    }

    @Test(arguments: AccuracyGrouping.allCases)
    func `each grouping shows the report's groups`(grouping: AccuracyGrouping) async throws {
        let site = try WebWorld().site()
        let report = try await site.site.reports.backtest().value
        let page = try await text(
            site,
            "/backtesting?section=accuracy&group_by=\(grouping.rawValue)&horizon=1d"
        )
        let query = AccuracyQuery(groupBy: grouping, horizon: grouping == .horizon ? nil : .oneDay)
        let table = try report.accuracy(query)
        let rows = PageText.table(
            "Walk-forward predictions at \(grouping == .horizon ? "all horizons" : "1-Day")",
            in: page
        )
        try #require(rows.count == table.groups.count + 1)
        for (row, group) in zip(rows, table.groups + [table.overall]) {
            #expect(row[1] == Self.count(group.n), "\(group.key)")
            if let accuracy = group.accuracy {
                #expect(row[2] == Self.percent(accuracy.value, Self.count(accuracy.n)))
            }
            #expect(row[7] == Self.decimal(group.impactError?.value))
        }
        #expect(MarkupFaults.of(page) == [])
    }

    @Test
    func `graded events go on page by page to the last one`() async throws {
        let world = try WebWorld()
        let site = world.site()
        var target: String? = "/backtesting?section=events&horizon=1d&family=earnings"
        var shown = 0
        var pages = 0
        while let address = target {
            let page = try await text(site, address)
            shown += PageText.table("Walk-forward predictions at 1-Day beside", in: page).count
            pages += 1
            target = MarkupFaults.internalLinks(of: page).first { $0.contains("cursor=") }
            try #require(pages < 50)
        }
        let sample = try await site.site.reports.monitoring().value
            .cell(Cell(family: .earnings, horizon: .oneDay))?.sample(.walkForward)
        #expect(pages > 1)
        #expect(shown == sample?.n)
    }

    // MARK: States

    @Test
    func `a failed first computation is told and nothing is drawn`() async throws {
        let site = try WebWorld().site { _ in throw Broken() }
        let page = try await text(site, "/backtesting")
        #expect(page.contains("class=\"failed\""))
        #expect(page.contains("The monitoring report could not be computed."))
        #expect(!page.contains("<table"))
        #expect(!page.contains("<figure"))
        #expect(MarkupFaults.of(page) == [])
    }

    @Test
    func `a report that is still being computed is told and nothing is drawn`() async throws {
        let state = try await ReportState<MonitoringReport>.found(latest: nil, minutes: 10, patience: .zero) {
            try await Task.sleep(for: .seconds(3600))
            throw Broken()
        }
        #expect(state.report == nil && state.failure == nil && state.isRefreshing)
        let page = BacktestingPage(
            view: BacktestingView(),
            notice: PrototypeNotice(.failed("The live counts")),
            monitoring: state,
            backtest: ReportState(isRefreshing: true),
            accuracy: nil,
            events: nil,
            today: TradingDay(daysSinceEpoch: 0)
        ).content.string
        #expect(page.contains("The monitoring report is being computed."))
        #expect(page.contains("The backtesting report is being computed."))
        #expect(page.contains("href=\"/backtesting\">Load this page again"))
        #expect(!page.contains("<table") && !page.contains("<figure") && !page.contains("<dd>0"))
    }

    @Test
    func `figures that could not be refreshed stand with their age and the reason`() async throws {
        let report = try await WebWorld().site().site.reports.monitoring().value
        let state = ReportState(
            report: report,
            generatedAt: report.generatedAt,
            ageSeconds: 7_500,
            failure: "The disk is full.",
            minutes: 10
        )
        let page = HTMLPage.of(MonitoringSection(state: state, view: BacktestingView()))
        #expect(page.contains("class=\"failed\""))
        #expect(page.contains("The disk is full."))
        #expect(page.contains("the latest that could be computed, 2 h old"))
        #expect(PageText.plain(page).contains("Labelled events \(Self.count(report.labelled.events))"))
    }

    private struct Broken: Error {}

    // MARK: Digits

    private static func samples(_ report: MonitoringReport) -> [(Cell, SampleKind, SampleReport)] {
        report.cells.flatMap { cell in cell.samples.map { (cell.cell, $0.kind, $0) } }
    }

    /// The row of a slot below the heading of a kind.
    private static func row(_ cell: Cell, _ kind: SampleKind, in rows: [[String]]) -> [String]? {
        var heading = ""
        for row in rows {
            if row.count == 1 { heading = row[0] }
            if heading == kind.title, row.count > 1, row[0] == SlotName.text(cell) { return row }
        }
        return nil
    }

    /// Sample, value and interval of a row.
    private static func expect(_ row: [String], _ figure: Figure, percent: Bool) {
        #expect(Array(row[1...3]) == [figure.n, figure.companies, figure.days].map(count))
        let scale = percent ? 100.0 : 1
        let decimals = percent && figure.n < 100 ? 0 : 1
        #expect(row[4] == decimal(figure.value.map { $0 * scale }, decimals))
        if let lower = figure.lower, let upper = figure.upper {
            #expect(row[5] == "\(decimal(lower * scale, decimals)) to \(decimal(upper * scale, decimals))")
        } else {
            #expect(row[5] == "–")
        }
    }

    private static func percent(_ value: Double?, _ n: String) -> String {
        decimal(value.map { $0 * 100 }, (Int(n.replacing(",", with: "")) ?? 0) < 100 ? 0 : 1)
    }

    private static func decimal(_ value: Double?, _ decimals: Int = 1) -> String {
        guard let value else { return "–" }
        let text = String(format: "%.\(decimals)f", value)
        return text.replacing("-", with: "−")
    }

    private static func count(_ value: Int) -> String {
        var digits = "\(value)"
        if digits.count > 3 { digits.insert(",", at: digits.index(digits.endIndex, offsetBy: -3)) }
        return digits
    }
}
