import Evaluation
import Events
import Market
import Models
import Testing

/// One model has one accuracy, wherever it is shown.
@Suite
struct AgreementTests {
    private static let fiveDay = Cell(family: .sec8K, horizon: .fiveDay)
    private static let oneDay = Cell(family: .sec8K, horizon: .oneDay)
    private static let global = Cell(family: nil, horizon: .fiveDay)

    private func input(_ seed: UInt64) throws -> BacktestInput {
        // Days of two years, so that years and quarters have several groups.
        let start = BacktestWorld.session("2019-03-01")
        func moved(_ rows: [GradedPrediction]) -> [GradedPrediction] {
            rows.map { row in
                var row = row
                row.reactionSession += start - 1_000
                return row
            }
        }
        return BacktestWorld.input(
            moved(Graded.world(seed: seed, events: 500, cell: Self.fiveDay))
                + moved(Graded.world(seed: seed + 10, events: 200, kind: .lockBox, cell: Self.fiveDay))
                + moved(Graded.world(seed: seed + 20, events: 300, cell: Self.oneDay))
                + moved(Graded.world(seed: seed + 30, events: 400, cell: Self.global)),
            models: [
                try Records.record(cell: Self.fiveDay), try Records.record(cell: Self.oneDay),
                try Records.record(cell: Self.global),
            ]
        )
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `the summary shows the monitoring report's figures`(seed: UInt64) throws {
        let (monitoring, backtest) = try BacktestWorld.reports(try input(seed))
        let samples = monitoring.cells.flatMap { cell in cell.samples.map { (cell.cell, $0) } }
        #expect(backtest.summary.count == samples.count && samples.count == 4)
        for (row, (cell, sample)) in zip(backtest.summary, samples) {
            #expect(row.cell == cell && row.kind == sample.kind && row.n == sample.n)
            #expect(row.accuracy == sample.direction?.accuracy)
            #expect(row.highConfidenceAccuracy == sample.direction?.highConfidenceAccuracy)
            #expect(row.impactError == sample.impact?.errorPoints)
            #expect(row.rankCorrelation == sample.impact?.rankCorrelation)
            #expect(row.rangeCoverage == sample.range?.coverage)
            #expect(row.health == monitoring.cell(cell)?.health)
        }
        #expect(backtest.labelled == monitoring.labelled)
        #expect(backtest.generatedAt == monitoring.generatedAt)
    }

    /// A group that is a whole slot has the slot's figure, to the last bit of its interval.
    @Test(arguments: [UInt64(1), 2, 3])
    func `whole slots have one figure in every table`(seed: UInt64) throws {
        let (monitoring, backtest) = try BacktestWorld.reports(try input(seed))
        let sample = try #require(monitoring.cell(Self.fiveDay)?.sample(.walkForward))
        let queries = [
            AccuracyQuery(groupBy: .family, horizon: .fiveDay),
            AccuracyQuery(groupBy: .horizon, family: .sec8K),
            AccuracyQuery(groupBy: .horizon),
        ]
        for query in queries {
            let table = try backtest.accuracy(query)
            let group = try #require(
                table.groups.first { $0.key == (query.groupBy == .family ? "sec_8k" : "5d") }
            )
            #expect(group.accuracy == sample.direction?.accuracy)
            #expect(group.impactError == sample.impact?.errorPoints)
            #expect(group.n == sample.n && group.companies == sample.companies && group.days == sample.days)
        }
        let year = try backtest.accuracy(AccuracyQuery(groupBy: .year, family: .sec8K, horizon: .fiveDay))
        #expect(year.overall.accuracy == sample.direction?.accuracy)
        #expect(year.groups.count > 1)
        let lockBox = try backtest.accuracy(
            AccuracyQuery(groupBy: .family, horizon: .fiveDay, kind: .lockBox)
        )
        #expect(
            lockBox.groups.first?.accuracy
                == monitoring.cell(Self.fiveDay)?.sample(.lockBox)?.direction?.accuracy
        )
    }

    @Test
    func `figures with one key are equal`() throws {
        let (monitoring, backtest) = try BacktestWorld.reports(try input(5))
        var known: [String: Figure] = [:]
        for figure in monitoring.figures { known[figure.key] = figure }
        var met = 0
        for table in backtest.accuracyTables {
            for group in [table.overall] + table.groups {
                for figure in [group.accuracy, group.impactError].compactMap({ $0 }) {
                    if let other = known[figure.key] {
                        #expect(figure == other)
                        met += 1
                    }
                    known[figure.key] = figure
                }
            }
        }
        #expect(met >= 4)
    }

    @Test
    func `no event counts twice for a horizon`() throws {
        let backtest = try BacktestWorld.report(try input(1))
        // 500 of the family's five-day model and 300 of its one-day model; the global model answers for nobody.
        let table = try backtest.accuracy(AccuracyQuery(groupBy: .horizon))
        #expect(table.overall.n == 800)
        #expect(table.groups.map(\.key) == ["1d", "5d"] && table.groups.map(\.n) == [300, 500])
    }

    @Test
    func `order and threads change nothing`() throws {
        let input = try input(7)
        var shuffled = input
        shuffled.predictions.reverse()
        var settings = Graded.quick
        settings.threads = 1
        #expect(
            try BacktestWorld.report(input).accuracyTables == BacktestWorld.report(shuffled).accuracyTables
        )
        #expect(
            try BacktestWorld.report(input).accuracyTables
                == BacktestWorld.reports(input, settings: settings).backtest.accuracyTables
        )
    }
}
