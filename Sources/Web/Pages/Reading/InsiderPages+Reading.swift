import Evaluation
import Market
import Pipeline
import Storage

extension BacktestingPage {
    /// Reads what the page shows beside the reports.
    ///
    /// - Throws: the error of the storage or of the statistics where graded predictions cannot be read.
    init(
        _ reading: PageReading,
        view: BacktestingView,
        monitoring: ReportState<MonitoringReport>,
        backtest: ReportState<BacktestReport>,
        site: Site
    ) throws {
        // Asked before one family stands for all of them: over all families the report has its tables ready.
        var accuracy: AccuracyTable?
        if view.section == .overview || view.section == .accuracy {
            accuracy = try backtest.report.map { try site.accuracies.table(view.accuracyQuery, of: $0) }
        }
        let view = view.resolved(monitoring.report)
        var events: BacktestEventPage?
        if view.section == .events {
            events = try BacktestEventsJob(site.job)
                .page(view.eventFilter, after: view.cursor, limit: GradedEventsPart.limit)
        }
        self.init(
            view: view,
            notice: PrototypeNotice(reading.noticeCounts()),
            monitoring: monitoring,
            backtest: backtest,
            accuracy: accuracy,
            events: events,
            today: reading.now.utcDay
        )
    }
}

extension JobsPage {
    /// Reads the ledger and the quality of the data.
    init(_ reading: PageReading, filter: JobsFilter) {
        let runs = reading.part("The run ledger") { connection -> (runs: [Run], next: Int?) in
            let store = RunStore(connection)
            let records = try store.page(
                ofJob: filter.job,
                status: filter.status,
                before: filter.before,
                limit: Self.limit + 1
            )
            let shown = records.prefix(Self.limit)
            let counts = try store.counts(ofRuns: shown.map(\.id))
            return (
                shown.map { Run(record: $0, counts: counts[$0.id] ?? []) },
                records.count > Self.limit ? shown.last?.id : nil
            )
        }
        self.init(
            runs: runs.map(\.runs),
            quality: reading.shared("The quality of the data") { try DataQualityReader($0).quality() },
            filter: filter,
            next: runs.value?.next,
            now: reading.now
        )
    }
}

extension RunPage {
    /// Reads a run.
    ///
    /// - Throws: `Problem` 404 for a number that no run has; the error of the storage where it cannot be read.
    init(_ reading: PageReading, runID: String) throws {
        guard runID.utf8.count < 10, let number = Int(runID), number > 0 else {
            throw Problem.parameter("run_id", runID, accepted: "the number of a run, 1 or more")
        }
        let run = try reading.store.read { connection -> JobsPage.Run? in
            let store = RunStore(connection)
            return try store.run(number).map { record in
                JobsPage.Run(record: record, counts: try store.counts(ofRun: number))
            }
        }
        guard let run else { throw Problem.notFound("run", runID, hint: "/jobs lists what there is") }
        self.init(run: run)
    }
}
