import Events
import Logging
import Market
import Outcomes
import Storage

/// The labelling job: load a symbol's events and closes, make its labels, save what changed.
///
/// Idempotent: a second run over the same data writes nothing. Every batch of symbols is one transaction, so a run that is
/// killed and started again ends in the state of an uninterrupted run.
public struct LabelJob: Sendable {
    private let context: JobContext
    private let batchLabels: Int

    /// Creates the job.
    ///
    /// - Parameters:
    ///   - context: what the job works with.
    ///   - batchLabels: attempts in one transaction, about; a symbol is never split.
    public init(_ context: JobContext, batchLabels: Int = 1500) {
        self.context = context
        self.batchLabels = batchLabels
    }

    /// Runs the job under the ledger; a dry run leaves no line there.
    public func run(_ options: LabelOptions, arguments: String = "") throws -> LabelReport {
        if options.dryRun { return try label(options) }
        return try context.recorded(job: "label", arguments: arguments) {
            let report = try label(options)
            return JobResult(
                report: report,
                status: report.isNothingToDo ? .nothingToDo : .succeeded,
                message: "\(report.labelsWritten) labels written, as of \(report.asOf)",
                counts: report.runCounts
            )
        }.report
    }

    private func label(_ options: LabelOptions) throws -> LabelReport {
        let now = context.now()
        let asOf = try asOfSession(options, now: now)
        var report = LabelReport(asOf: context.calendar.day(ofSession: asOf), dryRun: options.dryRun)
        let plan = try context.store.read { connection in
            try LabelPlan(connection, context: context, options: options, asOf: asOf)
        }
        report.tickersUpToDate = plan.upToDate
        if !options.dryRun, !plan.orphans.isEmpty {
            try context.store.write { connection in
                try OutcomeStore(connection, calendar: context.calendar).removeCheckpoints(plan.orphans)
            }
        }
        var done = 0
        var batch: [LabelPlan.Item] = []
        for (position, item) in plan.items.enumerated() {
            batch.append(item)
            let size = batch.reduce(0) { $0 + $1.subjects.count * options.horizons.count }
            guard size >= batchLabels || position == plan.items.count - 1 else { continue }
            try process(batch, plan: plan, options: options, asOf: asOf, now: now, report: &report)
            done += batch.reduce(0) { $0 + $1.subjects.count }
            context.progress(
                ProgressUpdate(stage: "labels", done: done, total: plan.eventCount, detail: item.ticker)
            )
            batch = []
        }
        return report
    }

    private func asOfSession(_ options: LabelOptions, now: UTCInstant) throws -> Int {
        let latest = try context.calendar.lastSession(closedBy: now)
        guard let day = options.asOf else { return latest }
        let session = try context.calendar.session(onOrBefore: day)
        guard session <= latest else {
            throw LabelError.asOfInFuture(
                asOf: day.iso8601,
                latest: context.calendar.day(ofSession: latest).iso8601
            )
        }
        return session
    }

    private func process(
        _ batch: [LabelPlan.Item],
        plan: LabelPlan,
        options: LabelOptions,
        asOf: Int,
        now: UTCInstant,
        report: inout LabelReport
    ) throws {
        let body: (SQLConnection) throws -> LabelReport = { [report] connection in
            var report = report
            let store = OutcomeStore(connection, calendar: context.calendar)
            for item in batch {
                let change = try plan.change(of: item, in: connection)
                change.count(into: &report)
                log(change)
                guard !options.dryRun else { continue }
                try change.save(to: store, now: now)
                if item.isComplete {
                    let due = change.nextDue(plan.labeler, asOf: asOf)
                    try store.write(
                        LabelCheckpoint(
                            fingerprint: item.fingerprint,
                            nextDue: due.map { context.calendar.day(ofSession: $0) }
                        ),
                        ticker: item.ticker,
                        now: now
                    )
                }
            }
            return report
        }
        report = try options.dryRun ? context.store.read(body) : context.store.write(body)
    }

    /// Logs each missing or ended symbol once.
    private func log(_ change: LabelChange) {
        for reason in [SkipReason.noPrices, .delistedBeforeOutcome, .unsupportedTicker] {
            let count = change.count(of: reason)
            guard count > 0 else { continue }
            context.logger.info(
                "\(change.item.ticker): \(count) of \(change.attempts.count) attempts skipped, \(reason.rawValue)"
            )
        }
    }
}
