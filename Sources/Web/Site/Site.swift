import Features
import Logging
import Market
import NIOPosix
import Pipeline
import Storage

/// What answers are made from: the database, the settings, the caches.
struct Site: Sendable {
    /// Database, calendar, engine settings, clock and log.
    let job: JobContext
    /// Settings of the server.
    let settings: WebSettings
    /// Version of the program.
    let version: String
    /// Answers that are kept.
    let responses: ResponseCache
    /// The expensive reports.
    let reports: ReportDesk
    /// Accuracies that visitors asked of the latest report.
    let accuracies = AccuracyMemory()
    /// Readings that pages share until the data change.
    let memory: DataMemory
    /// Current predictions, with what never changes about them remembered.
    let predictions: StoredPredictions
    /// Who may see what.
    let access: AccessControl
    /// Counts of what the server does.
    let metrics: Metrics
    /// Threads for blocking work.
    let workers: NIOThreadPool
    /// Pages that the server itself needs.
    let forms: PageForms

    /// Creates a site; nothing is computed or read before `start`.
    init(
        job: JobContext,
        settings: WebSettings,
        version: String,
        forms: PageForms = .standard,
        computation: ReportDesk.Computation? = nil
    ) {
        self.job = job
        self.settings = settings
        self.version = version
        self.forms = forms
        let responses = ResponseCache()
        let workers = NIOThreadPool.singleton
        self.responses = responses
        memory = DataMemory(responses)
        self.workers = workers
        metrics = Metrics()
        predictions = StoredPredictions(
            store: job.store,
            features: FeatureNames(version: FeatureSet.current.version, names: FeatureSet.current.names)
        )
        access = AccessControl(settings: settings, now: job.now)
        reports = ReportDesk(
            now: job.now,
            workers: workers,
            log: job.logger,
            published: { responses.reportsChanged() },
            computation: computation ?? ReportDesk.standard(job)
        )
    }

    /// Does blocking work on a thread for it.
    func offload<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await workers.runIfActive(work)
    }
}
