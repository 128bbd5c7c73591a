import Market
import Models
import Statistics

/// Adds the impact figures of a population to its table, and reads them back once they have intervals.
struct ImpactFigures {
    private let errorPoints: Int
    private let errorPercentagePoints: Int
    private let adjustedError: Int
    private let bias: Int
    private let rankCorrelation: Int
    private let buckets: [(lower: Double, upper: Double, predicted: Int, realized: Int, move: Int)]

    /// Nil where no event has both a predicted and a realized impact.
    init?(_ table: inout FigureTable) throws(StatisticsError) {
        guard table.rows.contains(where: { Self.isGraded($0) }) else { return nil }
        errorPoints = Self.error(&table)
        errorPercentagePoints = Self.moveError(&table)
        adjustedError = table.mean(
            "impact.adjusted_score_error",
            .impactPoints,
            baselines: Self.errorBaselines(table)
        ) { row in Self.error(row, min(max(row.baseScore + row.adjustment, 0), 100)) }
        bias = table.mean(
            "impact.bias",
            .impactPoints,
            baselines: [
                Baseline(name: "nominal", value: 0, n: table.rows.count { Self.isGraded($0) }),
                table.baseline("base_score") { Self.difference($0, $0.baseScore) },
                table.baseline("item_group_median") { row in
                    row.itemGroupMedian.flatMap { Self.difference(row, $0) }
                },
            ]
        ) { row in row.predictedImpact.flatMap { Self.difference(row, $0) } }
        rankCorrelation = try Self.rankCorrelation(&table)
        var buckets: [(lower: Double, upper: Double, predicted: Int, realized: Int, move: Int)] = []
        for (lower, upper) in zip(ImpactBucket.edges, ImpactBucket.edges.dropFirst()) {
            buckets.append(Self.bucket(&table, lower, upper))
        }
        self.buckets = buckets
    }

    /// The report from the table's finished figures.
    func report(_ figures: [Figure]) -> ImpactReport {
        ImpactReport(
            errorPoints: figures[errorPoints],
            errorPercentagePoints: figures[errorPercentagePoints],
            adjustedScoreErrorPoints: figures[adjustedError],
            biasPoints: figures[bias],
            rankCorrelation: figures[rankCorrelation],
            buckets: buckets.map {
                ImpactBucket(
                    lower: $0.lower,
                    upper: $0.upper,
                    predictedImpact: figures[$0.predicted],
                    realizedImpact: figures[$0.realized],
                    absoluteMove: figures[$0.move]
                )
            }
        )
    }
}

// MARK: - Single figures

extension ImpactFigures {
    /// Mean absolute error of predicted impact, with the base score and item-group medians on the same events.
    static func error(_ table: inout FigureTable) -> Int {
        table.mean("impact.error", .impactPoints, baselines: errorBaselines(table)) { row in
            row.predictedImpact.flatMap { error(row, $0) }
        }
    }

    static func isGraded(_ row: GradedPrediction) -> Bool {
        row.predictedImpact != nil && row.realizedImpact != nil
    }

    /// Predicted minus realized, points; nil where the event is not graded.
    private static func difference(_ row: GradedPrediction, _ impact: Double) -> Double? {
        guard row.predictedImpact != nil, let realized = row.realizedImpact else { return nil }
        return impact - realized
    }

    private static func error(_ row: GradedPrediction, _ impact: Double) -> Double? {
        difference(row, impact)?.magnitude
    }

    private static func errorBaselines(_ table: FigureTable) -> [Baseline] {
        [
            table.baseline("base_score") { Self.error($0, $0.baseScore) },
            table.baseline("item_group_median") { row in row.itemGroupMedian.flatMap { Self.error(row, $0) }
            },
        ]
    }

    /// Typical move against what happened, in percentage points; baselines take their impact for the move's size.
    private static func moveError(_ table: inout FigureTable) -> Int {
        func error(_ row: GradedPrediction, _ impact: Double?) -> Double? {
            guard row.predictedMove != nil, let impact,
                let move = MoveScale.typicalMove(
                    impact: impact,
                    volatility: row.volatility,
                    sessions: row.cell.horizon.sessions
                )
            else { return nil }
            return 100 * (move - row.abnormalReturn.magnitude).magnitude
        }
        return table.mean(
            "impact.move_error",
            .percentagePoints,
            baselines: [
                table.baseline("base_score") { error($0, $0.baseScore) },
                table.baseline("item_group_median") { error($0, $0.itemGroupMedian) },
            ]
        ) { row in row.predictedMove.map { 100 * ($0 - row.abnormalReturn.magnitude).magnitude } }
    }

    /// Spearman's correlation as the correlation of standardised ranks; resamples keep the ranks of the whole.
    private static func rankCorrelation(_ table: inout FigureTable) throws(StatisticsError) -> Int {
        let members = table.rows.indices.filter { Self.isGraded(table.rows[$0]) }
        let rows = table.rows
        let realized = members.map { rows[$0].realizedImpact ?? 0 }
        let realizedRanks = try Ranks.midRanks(realized)
        func baseline(
            _ name: String,
            _ value: (GradedPrediction) -> Double?
        ) throws(StatisticsError) -> Baseline {
            let known = members.indices.filter { value(rows[members[$0]]) != nil }
            let ranks = try Ranks.midRanks(known.map { value(rows[members[$0]]) ?? 0 })
            let others =
                known.count == members.count
                ? realizedRanks : try Ranks.midRanks(known.map { realized[$0] })
            return Baseline(name: name, value: try Correlation.pearson(ranks, others), n: known.count)
        }
        let x = standardised(try Ranks.midRanks(members.map { rows[$0].predictedImpact ?? 0 }))
        let y = standardised(realizedRanks)
        func column(_ values: [Double]) -> Int {
            var all = [Double?](repeating: nil, count: rows.count)
            for (member, value) in zip(members, values) { all[member] = value }
            return table.column(all)
        }
        let formula = Formula.correlation(
            count: table.count(members),
            x: column(x),
            y: column(y),
            xx: column(x.map { $0 * $0 }),
            yy: column(y.map { $0 * $0 }),
            xy: column(zip(x, y).map { $0 * $1 })
        )
        return table.add(
            "impact.rank_correlation",
            .correlation,
            formula,
            members: members,
            baselines: [
                Baseline(name: "chance", value: 0, n: members.count),
                try baseline("base_score") { $0.baseScore },
                try baseline("item_group_median") { $0.itemGroupMedian },
            ]
        )
    }

    private static func standardised(_ values: [Double]) -> [Double] {
        let count = Double(max(values.count, 1))
        let mean = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let deviation = variance > 0 ? variance.squareRoot() : 1
        return values.map { ($0 - mean) / deviation }
    }

    private static func bucket(
        _ table: inout FigureTable,
        _ lower: Double,
        _ upper: Double
    ) -> (lower: Double, upper: Double, predicted: Int, realized: Int, move: Int) {
        func inside(_ row: GradedPrediction, _ value: Double?) -> Double? {
            guard Self.isGraded(row), let impact = row.predictedImpact,
                ImpactBucket.holds(impact, lower: lower, upper: upper)
            else { return nil }
            return value
        }
        let name = "impact.bucket_\(Int(lower))_to_\(Int(upper))"
        let predicted = table.mean("\(name).predicted", .impactPoints) { inside($0, $0.predictedImpact) }
        let realized = table.mean("\(name).realized", .impactPoints) { inside($0, $0.realizedImpact) }
        let move = table.mean("\(name).absolute_move", .percentagePoints) {
            inside($0, 100 * $0.abnormalReturn.magnitude)
        }
        return (lower, upper, predicted, realized, move)
    }
}
