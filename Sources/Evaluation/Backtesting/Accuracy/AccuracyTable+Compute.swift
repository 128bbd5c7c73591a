import Models
import Statistics

extension AccuracyTable {
    /// Computes the table of a query.
    init(
        _ query: AccuracyQuery,
        population: BacktestPopulation,
        settings: MonitoringSettings
    ) throws(StatisticsError) {
        let rows = population.rows(query.scope, query.kind)
        let groups = Dictionary(grouping: rows) { query.groupBy.key($0, population.event($0)) }
            .sorted { $0.key < $1.key }
        let name = "\(query.scope.name).\(query.groupBy.rawValue)"
        let results = ParallelMap.map(count: groups.count + 1, threads: settings.threads) {
            index -> Result<AccuracyGroup, StatisticsError> in
            let (key, rows) =
                index == 0 ? ("all", rows) : (groups[index - 1].key.name, groups[index - 1].value)
            do throws(StatisticsError) {
                return .success(
                    try AccuracyGroup(
                        key: key,
                        rows,
                        name: index == 0 ? query.scope.name : "\(name)=\(key)",
                        kind: query.kind,
                        population: population,
                        settings: settings
                    )
                )
            } catch {
                return .failure(error)
            }
        }
        var finished: [AccuracyGroup] = []
        for result in results { finished.append(try result.get()) }
        self.init(query: query, overall: finished[0], groups: Array(finished.dropFirst()))
    }
}

extension AccuracyGroup {
    /// Computes the figures of some rows.
    init(
        key: String,
        _ rows: [BacktestPopulation.Row],
        name: String,
        kind: SampleKind,
        population: BacktestPopulation,
        settings: MonitoringSettings
    ) throws(StatisticsError) {
        let graded = rows.map(\.graded)
        let minimum = AccuracyTable.minimumEvents
        let hasSides = graded.count { $0.isHit != nil } >= minimum
        let hasImpacts = graded.count(where: ImpactFigures.isGraded) >= minimum
        self.key = key
        n = graded.count
        companies = Set(graded.map(\.ticker)).count
        days = Set(graded.map(\.reactionSession)).count
        guard hasSides || hasImpacts else {
            accuracy = nil
            impactError = nil
            return
        }
        var table = FigureTable(
            graded,
            name: population.name(rows, kind: kind, otherwise: name),
            kind: kind,
            settings: settings
        )
        let side = hasSides ? DirectionFigures.accuracy(&table) : nil
        let impact = hasImpacts ? ImpactFigures.error(&table) : nil
        let figures = try table.figures()
        accuracy = side.map { figures[$0] }
        impactError = impact.map { figures[$0] }
    }
}
