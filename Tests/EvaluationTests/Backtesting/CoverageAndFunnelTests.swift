import Evaluation
import Events
import Market
import Models
import Outcomes
import Testing

/// Seven events of two families and two years, followed by hand.
@Suite
struct CoverageAndFunnelTests {
    private let report: BacktestReport

    init() throws {
        let events = [
            BacktestWorld.event("e0", on: "2019-05-01"), BacktestWorld.event("e1", on: "2019-06-01"),
            BacktestWorld.event("e2", on: "2020-06-01"), BacktestWorld.event("e3", on: "2020-07-01"),
            BacktestWorld.event("e4", on: "1980-01-01", session: nil),
            BacktestWorld.event("f0", type: .fdaApproval, on: "2020-01-05"),
            BacktestWorld.event("f1", type: .fdaApproval, on: "2020-01-06"),
        ]
        func label(_ event: Int, _ horizon: Horizon, impact: Bool = true) -> BacktestLabel {
            BacktestLabel(event: event, horizon: horizon, hasImpact: impact)
        }
        func skip(_ event: Int, _ horizon: Horizon, _ reason: SkipReason) -> BacktestSkip {
            BacktestSkip(event: event, horizon: horizon, reason: reason)
        }
        report = try BacktestWorld.report(
            BacktestWorld.input(
                [
                    Graded.row(0), Graded.row(1, impact: nil), Graded.row(2, kind: .live),
                    Graded.row(0, cell: Cell(family: nil, horizon: .fiveDay)),
                ],
                events: events,
                labels: [
                    label(0, .fiveDay), label(1, .fiveDay), label(2, .fiveDay),
                    label(5, .fiveDay, impact: false),
                    label(0, .oneDay),
                ],
                skips: [
                    skip(3, .fiveDay, .noPrices), skip(6, .fiveDay, .pending), skip(1, .oneDay, .noPrices),
                    skip(2, .oneDay, .noPrices), skip(3, .oneDay, .pending),
                ],
                models: [try Records.record()],
                liveScores: [
                    LiveScoreCount(horizon: .fiveDay, notAppliedReason: nil, n: 4),
                    LiveScoreCount(horizon: .fiveDay, notAppliedReason: "low_confidence", n: 1),
                    LiveScoreCount(horizon: .fiveDay, notAppliedReason: "no_model", n: 2),
                ]
            )
        )
    }

    private func cell(_ row: CoverageRow, _ horizon: Horizon) throws -> CoverageCell {
        try #require(row.horizons.first { $0.horizon == horizon })
    }

    @Test
    func `events are counted by family and year`() throws {
        let coverage = report.coverage
        #expect(coverage.rows.map(\.family) == [.fda, .sec8K, .sec8K, .sec8K])
        #expect(coverage.rows.map(\.year) == [2020, 1980, 2019, 2020])
        #expect(coverage.rows.map(\.events) == [2, 1, 2, 2])
        #expect(coverage.families.map(\.events) == [2, 5] && coverage.total.events == 7)
        let year = try cell(coverage.rows[3], .fiveDay)
        #expect(year.labelled == 1 && year.skipped == [SkipCount(reason: .noPrices, n: 1)])
        #expect(year.unattempted == 0 && year.without == 1 && year.shareWithout == 0.5)
        let early = try cell(coverage.rows[1], .fiveDay)
        #expect(early.labelled == 0 && early.unattempted == 1 && early.shareWithout == 1)
        let family = try cell(coverage.families[1], .oneDay)
        #expect(family.labelled == 1 && family.unattempted == 1)
        #expect(family.skipped.map(\.reason) == [.noPrices, .pending] && family.skipped.map(\.n) == [2, 1])
    }

    @Test
    func `rows add up to their totals`() throws {
        for horizon in Horizon.allCases {
            let total = try cell(report.coverage.total, horizon)
            let rows = try report.coverage.rows.map { try cell($0, horizon) }
            #expect(rows.reduce(0) { $0 + $1.labelled } == total.labelled)
            #expect(rows.reduce(0) { $0 + $1.unattempted } == total.unattempted)
            for count in total.skipped {
                let sum = rows.flatMap(\.skipped).filter { $0.reason == count.reason }.reduce(0) { $0 + $1.n }
                #expect(sum == count.n)
            }
        }
    }

    @Test
    func `each stage says where the others were lost`() throws {
        let funnel = try #require(report.funnel.first { $0.horizon == .fiveDay })
        #expect(funnel.stages.map(\.name) == [.stored, .onCalendar, .labelled, .withImpact, .predicted])
        #expect(funnel.stages.map(\.n) == [7, 6, 4, 3, 1])
        #expect(funnel.stages[1].lost == [LostCount(reason: "outside_calendar", n: 1)])
        #expect(
            funnel.stages[2].lost == [
                LostCount(reason: "no_prices", n: 1), LostCount(reason: "pending", n: 1),
            ]
        )
        #expect(funnel.stages[3].lost == [LostCount(reason: "insufficient_history", n: 1)])
        #expect(funnel.stages[4].lost == [LostCount(reason: "not_out_of_sample", n: 2)])
        for (stage, next) in zip(funnel.stages, funnel.stages.dropFirst()) {
            #expect(stage.n - next.n == next.lost.reduce(0) { $0 + $1.n })
        }
        #expect(funnel.live?.n == 4)
        #expect(funnel.live?.lost.map(\.reason) == ["no_model", "low_confidence"])
    }

    @Test
    func `events that no run looked at are lost for that reason`() throws {
        let funnel = try #require(report.funnel.first { $0.horizon == .twentyDay })
        #expect(funnel.stages.map(\.n) == [7, 6, 0, 0, 0] && funnel.live == nil)
        #expect(funnel.stages[2].lost == [LostCount(reason: "not_attempted", n: 6)])
    }
}
