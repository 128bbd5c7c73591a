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
struct BacktestReportTests {
    private func full() throws -> BacktestReport {
        let start = BacktestWorld.session("2019-03-01")
        let rows = Graded.world(events: 300).map { row in
            var row = row
            row.reactionSession += start - 1_000
            return row
        }
        return try BacktestWorld.report(
            BacktestWorld.input(
                rows,
                events: rows.map {
                    BacktestWorld.event($0.eventID, ticker: $0.ticker, session: $0.reactionSession)
                },
                labels: rows.indices.map { BacktestLabel(event: $0, horizon: .fiveDay, hasImpact: true) },
                models: [try Records.record()],
                liveScores: [LiveScoreCount(horizon: .fiveDay, notAppliedReason: nil, n: 3)]
            )
        )
    }

    @Test
    func `nothing gives an empty report`() throws {
        let report = try BacktestWorld.report(BacktestWorld.input())
        #expect(report.summary.isEmpty && report.overTime.isEmpty && report.lift.isEmpty)
        #expect(report.skillMap.isEmpty && report.timeline.isEmpty && report.returnCurves.isEmpty)
        #expect(report.coverage.rows.isEmpty && report.coverage.total.events == 0)
        #expect(report.coverage.total.horizons.allSatisfy { $0.shareWithout == nil })
        #expect(report.accuracyTables.count == AccuracyGrouping.allCases.count)
        #expect(report.accuracyTables.allSatisfy { $0.groups.isEmpty && $0.overall.n == 0 })
        #expect(report.funnel.map { $0.stages.map(\.n) } == Array(repeating: [0, 0, 0, 0, 0], count: 3))
        #expect(!JSONWriter.text(report).isEmpty)
    }

    @Test
    func `one event gives counts and no estimate`() throws {
        let report = try BacktestWorld.report(
            BacktestWorld.input(
                [Graded.row(0, session: 7_600)],
                events: [BacktestWorld.event("e0")],
                models: [try Records.record()]
            )
        )
        let row = try #require(report.summary.first)
        #expect(row.n == 1 && row.accuracy?.value == 1 && row.accuracy?.interval == nil)
        #expect(report.accuracyTables.allSatisfy { $0.overall.n == 1 && $0.overall.tooFew })
        #expect(report.lift.allSatisfy { $0.deciles.isEmpty && $0.overall.interval == nil })
        #expect(report.overTime.allSatisfy { $0.points.map(\.group.n) == [1] })
    }

    @Test
    func `impossible numbers are refused`() throws {
        #expect(throws: StatisticsError.self) {
            try BacktestWorld.report(BacktestWorld.input([Graded.row(0, up: 1.5)]))
        }
    }

    @Test
    func `the registry's history is the timeline`() throws {
        let timeline = try full().timeline
        #expect(timeline.map(\.cell) == [Graded.cell])
        let life = try #require(timeline.first?.models.first)
        #expect(life.modelID == "market-echo-sec_8k-5d@1.0.0" && life.version == "1.0.0")
        #expect(life.changes.map(\.status) == [.champion])
        let reign = ModelReign(from: UTCInstant(secondsSinceEpoch: 1_600_000_000), until: nil)
        #expect(life.reigns == [reign])
    }

    @Test
    func `the family's champion answers before the global one and before any other`() {
        let own = Cell(family: .fda, horizon: .oneDay)
        let global = Cell(family: nil, horizon: .oneDay)
        let cases: [(champions: [Cell], trained: [Cell], expected: Cell?)] = [
            ([own, global], [own, global], own), ([global], [own, global], global), ([], [own, global], own),
            ([], [global], global), ([], [], nil), ([own], [own], own),
        ]
        for (champions, trained, expected) in cases {
            #expect(ServingSlots(champions: champions, trained: trained).slot(.fda, .oneDay) == expected)
        }
        #expect(ServingSlots(champions: [own], trained: [own]).slot(.fda, .fiveDay) == nil)
    }

    @Test
    func `the document reads back and has every part`() throws {
        let report = try full()
        let text = JSONWriter.text(report, style: .pretty)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        )
        #expect(
            object.keys.sorted() == [
                "accuracy", "accuracy_over_time", "benchmark", "companies", "coverage", "data_as_of",
                "disclaimer",
                "event_days", "funnel", "generated_at", "high_confidence_adjustment_points",
                "labelled_events",
                "labelled_outcomes", "lift", "model_timeline", "notice", "resamples", "return_curves", "seed",
                "skill_map", "summary",
            ]
        )
        let row = try #require((object["summary"] as? [[String: Any]])?.first)
        let accuracy = try #require(row["accuracy"] as? [String: Any])
        #expect(
            abs((accuracy["value"] as? Double ?? 0) - (report.summary.first?.accuracy?.value ?? 1)) < 1e-6
        )
        #expect(row["base_score_error"] as? Double != nil && row["gate_passed"] as? Bool == true)
        #expect(WordingCheck.violations(in: text).isEmpty)
        #expect(JSONWriter.text(report) == JSONWriter.text(try full()))
    }
}
