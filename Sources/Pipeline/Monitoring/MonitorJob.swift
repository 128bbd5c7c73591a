public import Evaluation
import Events
import Market
import Models
import Storage

/// The monitoring job: loads labelled counts, graded predictions and the registry, and computes the report.
///
/// It writes nothing.
public struct MonitorJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Computes the report from one snapshot of the database.
    public func run() throws -> MonitoringReport {
        let settings = MonitoringSettings(
            highConfidenceAdjustment: context.settings.highConfidencePoints,
            resamples: context.settings.resamples,
            seed: UInt64(context.settings.seed),
            threads: context.settings.threads
        )
        let input = try context.store.read { try self.input($0) }
        return try MonitoringReport(input, settings: settings)
    }

    private func input(_ connection: SQLConnection) throws -> MonitoringInput {
        let store = EvaluationStore(connection)
        let records = try ModelStore(connection).records()
        let shown = Self.shown(records)
        let cells = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.cell) })
        let rows = try store.outOfSample(models: shown.map(\.id)) + store.live()
        return MonitoringInput(
            generatedAt: context.now(),
            dataAsOf: try store.latestOutcome().flatMap { day in
                try context.calendar.session(on: day).map { context.calendar.closesAt(session: $0) }
            },
            benchmark: context.settings.benchmark,
            totalOutcomes: try store.labelCount(),
            counts: try store.labelCounts().map {
                LabelledCount(
                    family: $0.family,
                    horizon: $0.horizon,
                    events: $0.events,
                    companies: $0.companies,
                    days: $0.days
                )
            },
            predictions: try rows.compactMap { row in
                guard let cell = row.prediction.modelID.flatMap({ cells[$0] }) else { return nil }
                return try graded(row, cell: cell)
            },
            models: records,
            certificate: nil
        )
    }

    /// The version of each slot that the report is about: its champion, else its newest.
    private static func shown(_ records: [ModelRecord]) -> [ModelRecord] {
        Dictionary(grouping: records, by: \.cell).values.compactMap { slot in
            slot.first { $0.status == .champion } ?? slot.max { $0.version < $1.version }
        }
    }

    private func graded(_ row: GradedRow, cell: Cell) throws -> GradedPrediction {
        let prediction = row.prediction
        var interval: ReturnRange?
        if let lower = prediction.intervalLower, let upper = prediction.intervalUpper {
            interval = ReturnRange(lower: lower, upper: upper)
        }
        return GradedPrediction(
            eventID: prediction.eventID,
            ticker: row.ticker,
            family: row.family,
            cell: cell,
            kind: prediction.kind,
            reactionSession: (try context.calendar.session(on: row.baseSession) ?? 0) + 1,
            baseScore: prediction.baseScore,
            adjustment: prediction.adjustment,
            predictedImpact: prediction.predictedImpact,
            probabilityUp: prediction.probabilityUp,
            predictedMove: prediction.predictedMove,
            interval80: interval,
            itemGroupMedian: prediction.baselineImpact,
            upRate: prediction.baselineProbability,
            ruleDirection: Self.side(row.ruleDirection),
            volatility: prediction.volatility ?? .nan,
            abnormalReturn: row.abnormalReturn,
            direction: row.direction,
            realizedImpact: row.realizedImpact
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
