import Models
import Statistics

/// Adds the direction figures of a population to its table, and reads them back once they have intervals.
struct DirectionFigures {
    private let accuracy: Int
    private let balancedAccuracy: Int
    private let brier: Int
    private let logScore: Int
    private let areaUnderCurve: Int
    private let highConfidence: Int
    private let bands: [(lower: Double, upper: Double, meanConfidence: Double?, figure: Int)]

    /// Nil where no event has both a side and a probability.
    init?(_ table: inout FigureTable, settings: MonitoringSettings) throws(StatisticsError) {
        guard table.rows.contains(where: { $0.hasSide && $0.probabilityUp != nil }) else { return nil }
        accuracy = Self.accuracy(&table)
        balancedAccuracy = Self.balanced(&table)
        brier = table.mean(
            "direction.brier",
            .brier,
            baselines: [table.baseline("base_rate") { row in row.upRate.flatMap { Self.brierLoss(row, $0) } }]
        ) { row in row.probabilityUp.flatMap { Self.brierLoss(row, $0) } }
        logScore = try Self.logScore(&table)
        areaUnderCurve = try Self.area(&table)
        highConfidence = table.share(
            "direction.high_confidence_accuracy",
            baselines: [
                table.baseline("majority_class") { row in
                    row.isHit == nil || row.adjustment.magnitude < settings.highConfidenceAdjustment
                        ? nil : Self.majorityHit(row)
                }
            ]
        ) { row in row.adjustment.magnitude < settings.highConfidenceAdjustment ? nil : row.isHit }
        var bands: [(lower: Double, upper: Double, meanConfidence: Double?, figure: Int)] = []
        for (lower, upper) in zip(ConfidenceBand.edges, ConfidenceBand.edges.dropFirst()) {
            bands.append(Self.band(&table, lower, upper))
        }
        self.bands = bands
    }

    /// The report from the table's finished figures.
    func report(_ figures: [Figure]) -> DirectionReport {
        DirectionReport(
            accuracy: figures[accuracy],
            balancedAccuracy: figures[balancedAccuracy],
            brier: figures[brier],
            logScore: figures[logScore],
            areaUnderCurve: figures[areaUnderCurve],
            highConfidenceAccuracy: figures[highConfidence],
            bands: bands.map {
                ConfidenceBand(
                    lower: $0.lower,
                    upper: $0.upper,
                    meanConfidence: $0.meanConfidence,
                    accuracy: figures[$0.figure]
                )
            }
        )
    }
}

// MARK: - Single figures

extension DirectionFigures {
    /// Share of sides that were right, with the majority class and the rules on the same events.
    static func accuracy(_ table: inout FigureTable) -> Int {
        table.share(
            "direction.accuracy",
            baselines: [
                table.baseline("majority_class") { $0.isHit == nil ? nil : majorityHit($0) },
                table.baseline("rule_direction") { row in
                    row.isHit == nil ? nil : row.isRuleHit.map { $0 ? 1 : 0 }
                },
            ],
            \.isHit
        )
    }

    private static func majorityHit(_ row: GradedPrediction) -> Double? {
        row.upRate.map { ($0 >= 0.5) == row.wentUp ? 1 : 0 }
    }

    private static func brierLoss(_ row: GradedPrediction, _ probability: Double) -> Double? {
        guard row.hasSide, row.probabilityUp != nil else { return nil }
        let error = probability - (row.wentUp ? 1 : 0)
        return error * error
    }

    private static func balanced(_ table: inout FigureTable) -> Int {
        let upHits = table.column { $0.isHit == true && $0.wentUp ? 1 : nil }
        let ups = table.column { $0.isHit != nil && $0.wentUp ? 1 : nil }
        let downHits = table.column { $0.isHit == true && !$0.wentUp ? 1 : nil }
        let downs = table.column { $0.isHit != nil && !$0.wentUp ? 1 : nil }
        let members = table.rows.indices.filter { table.rows[$0].isHit != nil }
        return table.add(
            "direction.balanced_accuracy",
            .fraction,
            .meanOfRatios(upHits, ups, downHits, downs),
            members: members,
            baselines: [Baseline(name: "chance", value: 0.5, n: members.count)]
        )
    }

    private static func logScore(_ table: inout FigureTable) throws(StatisticsError) -> Int {
        func losses(_ probability: (GradedPrediction) -> Double?) throws(StatisticsError) -> [Double?] {
            let graded = table.rows.indices.filter { index in
                table.rows[index].hasSide && table.rows[index].probabilityUp != nil
                    && probability(table.rows[index]) != nil
            }
            let values = try ProbabilityScore.logLosses(
                graded.map { probability(table.rows[$0]) ?? 0.5 },
                outcomes: graded.map { table.rows[$0].wentUp }
            )
            var all = [Double?](repeating: nil, count: table.rows.count)
            for (index, value) in zip(graded, values) { all[index] = value }
            return all
        }
        let model = try losses(\.probabilityUp)
        let baseRate = try losses(\.upRate).compactMap { $0 }
        let members = model.indices.filter { model[$0] != nil }
        return table.add(
            "direction.log_score",
            .nats,
            .ratio(table.column(model), table.count(members)),
            members: members,
            baselines: [
                Baseline(
                    name: "base_rate",
                    value: baseRate.isEmpty ? nil : baseRate.reduce(0, +) / Double(baseRate.count),
                    n: baseRate.count
                )
            ]
        )
    }

    /// The area under the curve with its placement values.
    ///
    /// A placement value is, for an event that went up, the share of those that went down
    /// with a lower probability (ties half), and the other way round. The interval resamples whole clusters of
    /// them (after Obuchowski, "Nonparametric Analysis of Clustered ROC Curve Data", 1997).
    private static func area(_ table: inout FigureTable) throws(StatisticsError) -> Int {
        let members = table.rows.indices.filter {
            table.rows[$0].hasSide && table.rows[$0].probabilityUp != nil
        }
        let all = try Ranks.midRanks(members.map { table.rows[$0].probabilityUp ?? 0 })
        let ups = members.indices.filter { table.rows[members[$0]].wentUp }
        let downs = members.indices.filter { !table.rows[members[$0]].wentUp }
        var placements = [Double?](repeating: nil, count: table.rows.count)
        var area = 0.0
        for (own, other) in [(ups, downs), (downs, ups)] where !other.isEmpty {
            let among = try Ranks.midRanks(own.map { all[$0] })
            for (rank, position) in zip(among, own) {
                let below = (all[position] - rank) / Double(other.count)
                let isUp = table.rows[members[position]].wentUp
                placements[members[position]] = isUp ? below : 1 - below
                if isUp { area += below / Double(own.count) }
            }
        }
        let upSum = table.column(table.rows.indices.map { table.rows[$0].wentUp ? placements[$0] : nil })
        let upCount = table.column(
            table.rows.indices.map { table.rows[$0].wentUp && placements[$0] != nil ? 1 : nil }
        )
        let downSum = table.column(table.rows.indices.map { table.rows[$0].wentUp ? nil : placements[$0] })
        let downCount = table.column(
            table.rows.indices.map { !table.rows[$0].wentUp && placements[$0] != nil ? 1 : nil }
        )
        return table.add(
            "direction.area_under_curve",
            .fraction,
            .placements(upSum, upCount, downSum, downCount, area: area),
            members: ups.isEmpty || downs.isEmpty ? [] : members,
            baselines: [Baseline(name: "chance", value: 0.5, n: members.count)]
        )
    }

    private static func band(
        _ table: inout FigureTable,
        _ lower: Double,
        _ upper: Double
    ) -> (lower: Double, upper: Double, meanConfidence: Double?, figure: Int) {
        func isInside(_ row: GradedPrediction) -> Bool {
            row.isHit != nil
                && row.confidence.map { ConfidenceBand.holds($0, lower: lower, upper: upper) } ?? false
        }
        let confidence = table.baseline("mean_confidence") { isInside($0) ? $0.confidence : nil }
        let name = "direction.accuracy_at_\(Int((lower * 100).rounded()))_to_\(Int((upper * 100).rounded()))"
        let figure = table.share(name, baselines: [confidence]) { isInside($0) ? $0.isHit : nil }
        return (lower, upper, confidence.value, figure)
    }
}
