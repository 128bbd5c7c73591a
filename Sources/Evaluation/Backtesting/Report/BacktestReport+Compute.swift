import Events
import Market
import Models
public import Statistics

extension BacktestReport {
    /// Computes the report from the monitoring report of the same predictions and what else is stored.
    ///
    /// It computes until it is done: call it off the cooperative thread pool. Same input, same report.
    ///
    /// - Parameters:
    ///   - input: events, labels, skips, predictions, registry and closes.
    ///   - monitoring: the monitoring report of the same snapshot.
    ///   - settings: those of the monitoring report.
    /// - Throws: `StatisticsError` where a prediction holds numbers that are not finite.
    public init(
        _ input: BacktestInput,
        monitoring: MonitoringReport,
        settings: MonitoringSettings = MonitoringSettings()
    ) throws(StatisticsError) {
        let population = BacktestPopulation(input)
        let parts = try Self.parts(input, population, settings)
        self.init(
            generatedAt: monitoring.generatedAt,
            dataAsOf: monitoring.dataAsOf,
            benchmark: monitoring.benchmark,
            highConfidenceAdjustment: monitoring.highConfidenceAdjustment,
            resamples: settings.resamples,
            seed: settings.seed,
            labelled: monitoring.labelled,
            totalOutcomes: monitoring.totalOutcomes,
            summary: monitoring.cells.flatMap { cell in cell.samples.map { BacktestSummaryRow(cell, $0) } },
            coverage: OutcomeCoverage(input),
            accuracyTables: parts.tables,
            overTime: parts.overTime,
            skillMap: try Self.skillMap(input, monitoring, population),
            lift: parts.lift,
            funnel: Horizon.allCases.map { OutcomeFunnel($0, input, population: population) },
            timeline: SlotTimeline.all(input.models),
            returnCurves: ReturnCurve.all(input, population: population, settings: settings),
            population: population,
            settings: settings
        )
    }

    // MARK: - Parts that are resampled

    private struct Parts {
        var tables: [AccuracyTable] = []
        var overTime: [AccuracyOverTime] = []
        var lift: [LiftCurve] = []
    }

    private enum Part: Sendable {
        case table(AccuracyTable)
        case overTime(AccuracyOverTime?)
        case lift(LiftCurve?)
    }

    private static func parts(
        _ input: BacktestInput,
        _ population: BacktestPopulation,
        _ settings: MonitoringSettings
    ) throws(StatisticsError) -> Parts {
        let scopes = scopes(population)
        var inner = settings
        inner.threads = 1
        let single = inner
        let groupings = AccuracyGrouping.allCases
        let results = ParallelMap.map(
            count: groupings.count + 2 * scopes.count,
            threads: settings.threads
        ) { index -> Result<Part, StatisticsError> in
            do throws(StatisticsError) {
                guard index >= groupings.count else {
                    let query = AccuracyQuery(groupBy: groupings[index])
                    return .success(
                        .table(try AccuracyTable(query, population: population, settings: single))
                    )
                }
                let (position, part) = (index - groupings.count).quotientAndRemainder(dividingBy: 2)
                let scope = scopes[position]
                return part == 0
                    ? .success(
                        .overTime(
                            try AccuracyOverTime(
                                scope,
                                .walkForward,
                                population: population,
                                settings: single
                            )
                        )
                    )
                    : .success(
                        .lift(try LiftCurve(scope, .walkForward, population: population, settings: single))
                    )
            } catch {
                return .failure(error)
            }
        }
        var parts = Parts()
        for result in results {
            switch try result.get() {
            case .table(let table): parts.tables.append(table)
            case .overTime(let curve): if let curve { parts.overTime.append(curve) }
            case .lift(let curve): if let curve { parts.lift.append(curve) }
            }
        }
        return parts
    }

    /// Each horizon over all families, then each family at each horizon.
    private static func scopes(_ population: BacktestPopulation) -> [BacktestScope] {
        let families = Set(population.rows.map(\.graded.family)).sorted()
        return Horizon.allCases.map { BacktestScope(horizon: $0) }
            + families.flatMap { family in
                Horizon.allCases.map { BacktestScope(family: family, horizon: $0) }
            }
    }

    // MARK: - Skill

    /// A cell for each family with labels or predictions and for each slot of the registry, at each horizon.
    private static func skillMap(
        _ input: BacktestInput,
        _ monitoring: MonitoringReport,
        _ population: BacktestPopulation
    ) throws(StatisticsError) -> [SkillMapCell] {
        let serving = ServingSlots(input.models)
        let families = Set(monitoring.families.map(\.family)).union(population.rows.map(\.graded.family))
        var cells = Set(input.models.map(\.cell))
        for family in families {
            for horizon in Horizon.allCases { cells.insert(Cell(family: family, horizon: horizon)) }
        }
        var map: [SkillMapCell] = []
        for cell in cells.sorted() {
            let slot = cell.family.map { serving.slot($0, cell.horizon) } ?? cell
            let predictions = input.predictions.filter {
                $0.kind == .walkForward && $0.cell == slot && (cell.family == nil || $0.family == cell.family)
            }
            map.append(
                try SkillMapCell(
                    cell,
                    model: monitoring.cell(cell)?.model,
                    serving: slot,
                    predictions: predictions
                )
            )
        }
        return map
    }
}
