import Crypto
import Events
import Features
import Market
import Models
import Outcomes
import Storage

/// The training job: load the world, train every cell, store versions, gate decisions and out-of-sample predictions.
///
/// Nothing is stored until all cells are trained; then everything is stored in one transaction.
public struct TrainJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Runs the job under the ledger; a dry run leaves no line there.
    public func run(_ options: TrainOptions, arguments: String = "") throws -> TrainReport {
        if options.dryRun { return try plan(options) }
        return try context.recorded(job: "train", arguments: arguments) {
            let report = try train(options)
            let promoted = report.cells.filter(\.promoted).count
            return JobResult(
                report: report,
                status: report.isNothingToDo ? .nothingToDo : .succeeded,
                message: "\(report.cells.count) cells, \(promoted) promoted",
                counts: report.runCounts
            )
        }.report
    }

    // MARK: Steps

    private func plan(_ options: TrainOptions) throws -> TrainReport {
        let prepared = try prepare(options)
        var report = TrainReport(dryRun: true)
        for cell in prepared.cells {
            let data = prepared.dataset(of: cell)
            let decision = prepared.versions[cell]
            report.cells.append(
                TrainedCell(
                    cell: cell,
                    samples: data.count,
                    companies: data.companyCount,
                    evidence: data.evidence,
                    modelID: nil,
                    promoted: false,
                    weight: 0,
                    reason: decision?.explanation ?? "",
                    decision: nil
                )
            )
        }
        return report
    }

    private func train(_ options: TrainOptions) throws -> TrainReport {
        let now = context.now()
        let prepared = try prepare(options)
        let due = prepared.cells.filter { prepared.versions[$0]?.isNew ?? false }
        let progress = context.progress
        let results =
            due.isEmpty
            ? []
            : TrainingRun.train(
                datasets: prepared.datasets,
                cells: due,
                configuration: prepared.configuration,
                champions: prepared.champions,
                threads: context.settings.threads
            ) { update in
                progress(
                    ProgressUpdate(
                        stage: "models",
                        done: update.done,
                        total: update.total,
                        detail: update.cell.key
                    )
                )
            }
        return try context.store.write { connection in
            try TrainingWriter(connection, context: context, prepared: prepared, now: now).write(results)
        }
    }

    private func prepare(_ options: TrainOptions) throws -> PreparedTraining {
        try context.store.read { connection in
            let world = try EngineWorld(connection, context: context)
            return try PreparedTraining(
                world: world,
                store: ModelStore(connection),
                predictions: PredictionStore(connection),
                settings: context.settings,
                cells: options.cells
            )
        }
    }
}
