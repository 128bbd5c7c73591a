import EngineTestSupport
import Evaluation
import Events
import Market
import Models
import Outcomes
import Pipeline
import Storage
import Testing

/// The reports of a synthetic world in which earnings surprises move prices by a known amount.
@Suite
struct ReportsJobTests {
    private static let settings = EngineSettings(resamples: 200)

    private func context(_ prepared: PreparedWorld) -> JobContext {
        JobContext.test(prepared.store, now: prepared.world.now, settings: Self.settings)
    }

    @Test
    func `both reports come from one snapshot and agree`() throws {
        let prepared = try TrainedWorld.copy().prepared
        _ = try ScoreJob(prepared.context()).run()
        let before = try TableDump.everything(of: prepared.store)
        let context = context(prepared)
        var early: [MonitoringReport] = []
        let reports = try ReportsJob(context).run { early.append($0) }
        #expect(early == [reports.monitoring])
        #expect(reports.monitoring == (try MonitorJob(context).run()))
        #expect(reports.backtest == (try BacktestJob(context).run()))
        #expect(try TableDump.everything(of: prepared.store) == before)

        let backtest = reports.backtest
        #expect(!backtest.summary.isEmpty)
        for row in backtest.summary {
            let sample = try #require(reports.monitoring.cell(row.cell)?.sample(row.kind))
            #expect(
                row.accuracy == sample.direction?.accuracy && row.impactError == sample.impact?.errorPoints
            )
        }
        // The planted effect is found: the one-day earnings model surely saves points, large predictions came true.
        let skill = try #require(backtest.skillMap.first { $0.cell == TrainedWorld.earnings })
        #expect(skill.source == .gate && skill.gatePassed == true && (skill.lowerBound ?? 0) > 0)
        let lift = try #require(
            backtest.lift.first { $0.scope == BacktestScope(family: .earnings, horizon: .oneDay) }
        )
        let low = try #require(lift.deciles.first?.realized.value)
        let high = try #require(lift.deciles.last?.realized.value)
        #expect(high > low + 20)
        // The reaction is in the reaction session and nowhere else.
        let curve = try #require(backtest.returnCurves.first { $0.group == .family(.earnings) })
        let moves = curve.points.compactMap { point in point.relativeMove.map { (point.session, $0.value) } }
        #expect(moves.max { $0.1 < $1.1 }?.0 == 0)
        #expect(moves.filter { $0.0 != 0 }.allSatisfy { $0.1 < 1.5 })
    }

    @Test
    func `the funnel counts what the tables hold`() throws {
        let prepared = try TrainedWorld.copy().prepared
        _ = try ScoreJob(prepared.context()).run()
        let report = try BacktestJob(context(prepared)).run()
        for funnel in report.funnel {
            let stages = Dictionary(uniqueKeysWithValues: funnel.stages.map { ($0.name, $0.n) })
            let condition = "WHERE horizon = '\(funnel.horizon.code)'"
            let labelled = try prepared.store.read { connection in
                (
                    try connection.count("SELECT count(*) FROM event_outcomes \(condition)"),
                    try connection.count(
                        "SELECT count(*) FROM event_outcomes \(condition) AND realized_impact IS NOT NULL"
                    )
                )
            }
            #expect(stages[.stored] == prepared.world.events.count)
            #expect(stages[.labelled] == labelled.0 && stages[.withImpact] == labelled.1)
            for (stage, next) in zip(funnel.stages, funnel.stages.dropFirst()) {
                #expect(stage.n - next.n == next.lost.reduce(0) { $0 + $1.n })
            }
            let live = try #require(funnel.live)
            let scored = try prepared.store.read {
                try $0.count(
                    "SELECT count(DISTINCT event_id) FROM predictions \(condition) AND kind = 'live'"
                )
            }
            #expect(live.n + live.lost.reduce(0) { $0 + $1.n } == scored)
        }
        #expect(report.coverage.total.events == prepared.world.events.count)
        #expect(report.coverage.total.horizons.allSatisfy { $0.unattempted == 0 })
        #expect(
            report.coverage.total.horizons.allSatisfy { cell in
                cell.skipped.contains { $0.reason == .noPrices }
            }
        )
    }

    @Test
    func `pages hold every graded prediction of the report`() throws {
        let prepared = try TrainedWorld.copy().prepared
        let context = context(prepared)
        let report = try BacktestJob(context).run()
        let job = BacktestEventsJob(context)
        for kind in [SampleKind.walkForward, .lockBox, .live] {
            var rows: [BacktestEventRow] = []
            var cursor: BacktestEventCursor?
            repeat {
                let page = try job.page(BacktestEventFilter(kind: kind), after: cursor, limit: 100)
                rows += page.events
                cursor = page.next
            } while cursor != nil
            let table = try report.accuracy(AccuracyQuery(groupBy: .family, kind: kind))
            #expect(rows.count == table.overall.n)
            guard let accuracy = table.overall.accuracy else { continue }
            let hits = rows.compactMap(\.isHit)
            #expect(hits.count == accuracy.n)
            let share = Double(hits.count { $0 }) / Double(hits.count)
            #expect(abs(share - (accuracy.value ?? -1)) < 1e-12)
        }
    }

    @Test
    func `an empty database gives an empty report`() throws {
        let store = try TemporaryDatabase().store()
        let context = JobContext.test(store, now: UTCInstant(secondsSinceEpoch: 1_700_000_000))
        let reports = try ReportsJob(context).run()
        #expect(reports.backtest.summary.isEmpty && reports.backtest.coverage.total.events == 0)
        #expect(try BacktestEventsJob(context).page(BacktestEventFilter()).events.isEmpty)
    }
}
