import Evaluation
import Events
import Foundation
import JSONText
import Market
import Models
import Scores
import Statistics
import Testing

@Suite
struct MonitoringReportTests {
    private func report() throws -> MonitoringReport {
        let counts = [
            LabelledCount(family: nil, horizon: nil, events: 900, companies: 40, days: 300),
            LabelledCount(family: .sec8K, horizon: nil, events: 800, companies: 25, days: 290),
            LabelledCount(family: .sec8K, horizon: .fiveDay, events: 790, companies: 25, days: 288),
            LabelledCount(family: .earnings, horizon: .oneDay, events: 30, companies: 8, days: 30),
        ]
        let predictions =
            Graded.world() + Graded.world(seed: 2, events: 120, kind: .lockBox)
            + Graded.world(seed: 3, events: 60, kind: .live)
            + Graded.world(seed: 4, cell: Cell(family: nil, horizon: .oneDay))
        return try MonitoringReport(
            Graded.input(predictions, models: [try Records.record()], counts: counts),
            settings: Graded.quick
        )
    }

    @Test
    func slotsFamiliesAndKindsAreSorted() throws {
        let report = try report()
        #expect(report.cells.map(\.cell.key) == ["earnings/1d", "sec_8k/5d", "global/1d"])
        #expect(report.cell(Graded.cell)?.samples.map(\.kind) == [.walkForward, .lockBox, .live])
        #expect(report.families.map(\.family) == [.earnings, .sec8K])
        #expect(report.families.last?.byHorizon.map(\.events) == [0, 790, 0])
        #expect(report.labelled.events == 900 && report.labelled.companies == 40)
        #expect(report.cells.first?.health.badge == .insufficientData)
        #expect(report.cells.first?.samples.isEmpty == true)
    }

    @Test
    func jsonReadsBack() throws {
        let report = try report()
        let text = JSONWriter.text(report, style: .pretty)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        )
        #expect(object["section"] as? String == "ML Monitoring")
        #expect(object["mark"] as? String == "Internal diagnostic")
        #expect(object["labelled_events"] as? Int == 900)
        let cells = try #require(object["cells"] as? [[String: Any]])
        let samples = try #require(cells[1]["samples"] as? [[String: Any]])
        let direction = try #require(samples[0]["direction"] as? [String: Any])
        let accuracy = try #require(direction["accuracy"] as? [String: Any])
        let figure = try #require(report.cell(Graded.cell)?.sample(.walkForward)?.direction?.accuracy)
        #expect(abs((accuracy["value"] as? Double ?? 0) - (figure.value ?? 1)) < 1e-6)
        #expect(accuracy["unit"] as? String == "fraction")
        #expect(accuracy["n"] as? Int == figure.n)
        #expect((accuracy["interval"] as? [String: Double])?.keys.sorted() == ["lower", "upper"])
        #expect(
            (cells[1]["model"] as? [String: Any])?["usable_heads"] as? [String] == ["direction", "magnitude"]
        )
        #expect(JSONWriter.text(report) == JSONWriter.text(try self.report()))
    }

    @Test
    func noForbiddenWordIsWritten() throws {
        #expect(WordingCheck.violations(in: JSONWriter.text(try report(), style: .pretty)).isEmpty)
    }

    @Test
    func nothingGivesAnEmptyReport() throws {
        let report = try MonitoringReport(Graded.input([]), settings: Graded.quick)
        #expect(report.cells.isEmpty && report.families.isEmpty && report.figures.isEmpty)
        #expect(report.labelled.events == 0)
    }

    @Test
    func impossibleProbabilitiesAreRefused() {
        #expect(throws: StatisticsError.self) {
            try MonitoringReport(Graded.input([Graded.row(0, up: 1.5)]), settings: Graded.quick)
        }
    }
}
