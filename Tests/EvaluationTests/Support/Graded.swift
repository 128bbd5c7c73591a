import Evaluation
import Events
import Market
import Models
import Statistics

/// Graded predictions for tests.
enum Graded {
    static let cell = Cell(family: .sec8K, horizon: .fiveDay)

    /// One prediction; everything that a test does not care about has a plain value.
    static func row(
        _ id: Int,
        ticker: String = "T0",
        session: Int? = nil,
        kind: SampleKind = .walkForward,
        cell: Cell = cell,
        base: Double = 60,
        adjustment: Double = 0,
        impact: Double? = 50,
        up: Double? = 0.6,
        range: ReturnRange? = ReturnRange(lower: -0.05, upper: 0.05),
        median: Double? = 55,
        upRate: Double? = 0.52,
        rule: Int? = nil,
        volatility: Double = 0.02,
        abnormal: Double = 0.01,
        direction: Int? = nil,
        realized: Double? = 50
    ) -> GradedPrediction {
        let move = impact.flatMap {
            MoveScale.typicalMove(impact: $0, volatility: volatility, sessions: cell.horizon.sessions)
        }
        return GradedPrediction(
            eventID: "e\(id)",
            ticker: ticker,
            family: .sec8K,
            cell: cell,
            kind: kind,
            reactionSession: session ?? 1_000 + id,
            baseScore: base,
            adjustment: adjustment,
            predictedImpact: impact,
            probabilityUp: up,
            predictedMove: move,
            interval80: range,
            itemGroupMedian: median,
            upRate: upRate,
            ruleDirection: rule,
            volatility: volatility,
            abnormalReturn: abnormal,
            direction: direction ?? (abnormal > 0 ? 1 : -1),
            realizedImpact: realized
        )
    }

    /// A made-up population: calibrated probabilities, informative impacts, events that share days and companies.
    static func world(
        seed: UInt64 = 1,
        events: Int = 800,
        companies: Int = 25,
        days: Int = 300,
        kind: SampleKind = .walkForward,
        cell: Cell = cell,
        distortion: Double = 1
    ) -> [GradedPrediction] {
        var random = RandomStream(seed: seed)
        return (0..<events).map { index in
            let truth = 0.25 + 0.5 * random.uniform()
            let stated = min(max(0.5 + distortion * (truth - 0.5), 0.01), 0.99)
            let isUp = random.bernoulli(truth)
            let realized = 100 * random.uniform()
            let predicted = min(max(0.6 * realized + 40 * random.uniform(), 0), 100)
            return row(
                index,
                ticker: "T\(random.bounded(companies))",
                session: 1_000 + random.bounded(days),
                kind: kind,
                cell: cell,
                base: 40 + 30 * random.uniform(),
                adjustment: 20 * random.uniform() * (random.bernoulli(0.5) ? 1 : -1),
                impact: predicted,
                up: stated,
                median: 45 + 20 * random.uniform(),
                rule: random.bounded(3) - 1,
                abnormal: (isUp ? 1 : -1) * (0.002 + 0.04 * random.uniform()),
                realized: realized
            )
        }
    }

    static func input(
        _ predictions: [GradedPrediction],
        models: [ModelRecord] = [],
        certificate: ValidationStanding? = nil,
        counts: [LabelledCount] = []
    ) -> MonitoringInput {
        MonitoringInput(
            generatedAt: UTCInstant(secondsSinceEpoch: 1_700_000_000),
            dataAsOf: nil,
            benchmark: "SPY",
            totalOutcomes: 3 * predictions.count,
            counts: counts,
            predictions: predictions,
            models: models,
            certificate: certificate
        )
    }

    static let quick = MonitoringSettings(resamples: 400, calibrationSimulations: 100, seed: 7)

    /// The figures of one population.
    static func sample(
        _ rows: [GradedPrediction],
        settings: MonitoringSettings = quick
    ) throws -> SampleReport? {
        try MonitoringReport(input(rows), settings: settings).cell(cell)?.samples.first
    }
}
