import Evaluation
import Events
import Market
import Models
import Storage

/// What both reports are computed from, read in one transaction.
struct EvaluationLoad {
    let labels: LabelTable
    let records: [ModelRecord]
    let input: MonitoringInput

    init(_ connection: SQLConnection, context: JobContext) throws {
        let store = EvaluationStore(connection)
        labels = try store.labels()
        records = try ModelStore(connection).records()
        let cells = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.cell) })
        let table = labels
        let sessions = try labels.rows.map { row in
            (try context.calendar.session(on: row.baseSession) ?? 0) + 1
        }
        var predictions: [GradedPrediction] = []
        predictions.reserveCapacity(2 * table.rows.count)
        let collect = { (row: GradedRow) in
            guard let cell = cells[row.modelID] else { return }
            predictions.append(
                GradedPrediction(row, of: table, cell: cell, reactionSession: sessions[row.label])
            )
        }
        try store.forEachOutOfSample(models: Self.shown(records).map(\.id), labels: table, collect)
        try store.forEachLive(labels: table, collect)
        input = MonitoringInput(
            generatedAt: context.now(),
            dataAsOf: try labels.latestOutcome.flatMap { day in
                try context.calendar.session(on: day).map { context.calendar.closesAt(session: $0) }
            },
            benchmark: context.settings.benchmark,
            totalOutcomes: labels.rows.count,
            counts: labels.counts.map {
                LabelledCount(
                    family: $0.family,
                    horizon: $0.horizon,
                    events: $0.events,
                    companies: $0.companies,
                    days: $0.days
                )
            },
            predictions: predictions,
            models: records,
            certificate: try ValidationStore(connection).latest()
                .map { ValidationStanding($0, now: context.now()) }
        )
    }

    /// The version of each slot that the reports are about: its champion, else its newest.
    private static func shown(_ records: [ModelRecord]) -> [ModelRecord] {
        Dictionary(grouping: records, by: \.cell).values.compactMap { slot in
            slot.first { $0.status == .champion } ?? slot.max { $0.version < $1.version }
        }
    }
}

extension GradedPrediction {
    /// Grades a stored prediction with its label.
    fileprivate init(_ row: GradedRow, of labels: LabelTable, cell: Cell, reactionSession: Int) {
        let label = labels.rows[row.label]
        let event = labels.events[label.event]
        var interval: ReturnRange?
        if let lower = row.intervalLower, let upper = row.intervalUpper {
            interval = ReturnRange(lower: lower, upper: upper)
        }
        self.init(
            eventID: event.eventID,
            ticker: event.ticker,
            family: event.family,
            cell: cell,
            kind: row.kind,
            reactionSession: reactionSession,
            baseScore: row.baseScore,
            adjustment: row.adjustment,
            predictedImpact: row.predictedImpact,
            probabilityUp: row.probabilityUp,
            predictedMove: row.predictedMove,
            interval80: interval,
            itemGroupMedian: row.baselineImpact,
            upRate: row.baselineProbability,
            ruleDirection: Self.side(event.ruleDirection),
            volatility: row.volatility ?? .nan,
            abnormalReturn: label.abnormalReturn,
            direction: label.direction,
            realizedImpact: label.realizedImpact
        )
    }

    private static func side(_ direction: String?) -> Int? {
        switch direction {
        case "positive": 1
        case "negative": -1
        case "neutral": 0
        default: nil
        }
    }
}

extension MonitoringSettings {
    /// The settings of both reports.
    init(_ settings: EngineSettings) {
        self.init(
            highConfidenceAdjustment: settings.highConfidencePoints,
            resamples: settings.resamples,
            seed: UInt64(settings.seed),
            threads: settings.threads
        )
    }
}
