import Evaluation
import Logging
import Market
import NIOPosix
import Pipeline
import Synchronization

/// The expensive reports: computed in the background, one computation at a time, served from memory.
final class ReportDesk: Sendable {
    /// Computes the reports and hands over each as soon as it is there; blocks until it is done.
    typealias Computation = @Sendable (_ desk: ReportDesk) throws -> Void

    /// What the desk has done so far.
    struct Figures: Sendable, Equatable {
        /// Computations that ended, well or not.
        var computations = 0
        /// Those that ended with an error.
        var failures = 0
        /// Seconds that they took together.
        var seconds = 0.0
    }

    private let monitoringCache: ReportCache<MonitoringReport>
    private let backtestCache: ReportCache<BacktestReport>
    private let computation: Computation
    private let workers: NIOThreadPool
    private let log: Logger
    private let now: @Sendable () -> UTCInstant
    private let published: @Sendable () -> Void
    private let isRunning = Atomic<Bool>(false)
    private let latestStart = Mutex<UTCInstant?>(nil)
    private let done = Mutex(Figures())

    /// Creates a desk that has nothing yet.
    ///
    /// - Parameters:
    ///   - now: the clock.
    ///   - workers: threads for blocking work.
    ///   - log: where failures are told.
    ///   - published: is called after each new report.
    ///   - computation: computes the reports.
    init(
        now: @escaping @Sendable () -> UTCInstant,
        workers: NIOThreadPool,
        log: Logger,
        published: @escaping @Sendable () -> Void,
        computation: @escaping Computation
    ) {
        self.now = now
        self.workers = workers
        self.log = log
        self.published = published
        self.computation = computation
        monitoringCache = ReportCache(now: now)
        backtestCache = ReportCache(now: now)
    }

    /// Computes both reports from one snapshot of the database.
    static func standard(_ job: JobContext) -> Computation {
        { desk in
            let reports = try ReportsJob(job).run { desk.publish($0) }
            desk.publish(reports.backtest)
        }
    }

    // MARK: Reports

    /// The monitoring report; waits for the first one only.
    ///
    /// - Throws: `Problem` 503 where the first computation failed.
    func monitoring() async throws -> Dated<MonitoringReport> { try await value(of: monitoringCache) }

    /// The backtesting report; waits for the first one only.
    ///
    /// - Throws: `Problem` 503 where the first computation failed.
    func backtest() async throws -> Dated<BacktestReport> { try await value(of: backtestCache) }

    /// The monitoring report as it is now; nil before the first one.
    var latestMonitoring: Dated<MonitoringReport>? { monitoringCache.latest }

    /// The backtesting report as it is now; nil before the first one.
    var latestBacktest: Dated<BacktestReport>? { backtestCache.latest }

    /// Whether a computation is running.
    var isComputing: Bool { isRunning.load(ordering: .acquiring) }

    /// What the desk has done so far.
    var figures: Figures { done.withLock { $0 } }

    private func value<Value>(of cache: ReportCache<Value>) async throws -> Dated<Value> {
        do {
            return try await cache.value(start: refresh)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Problem.unavailable("the report could not be computed; the server's log has the reason")
        }
    }

    // MARK: Computing

    /// Puts a new monitoring report in place.
    func publish(_ report: MonitoringReport) {
        monitoringCache.publish(report)
        published()
    }

    /// Puts a new backtesting report in place.
    func publish(_ report: BacktestReport) {
        backtestCache.publish(report)
        published()
    }

    /// Starts a computation unless one is running.
    @Sendable
    func refresh() {
        guard
            isRunning.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing)
                .exchanged
        else { return }
        let now = now()
        latestStart.withLock { $0 = now }
        monitoringCache.begin()
        backtestCache.begin()
        workers.submit { _ in self.compute() }
    }

    /// Starts a computation where the latest one is older than so many minutes, or than one minute where it failed.
    func refreshIfDue(minutes: Int) {
        let latest = latestStart.withLock { $0 }
        let hasFailed = latestBacktest.map { $0.failure != nil } ?? true
        let seconds = Int64(hasFailed ? 60 : minutes * 60)
        guard latest.map({ now() >= $0.advanced(bySeconds: seconds) }) ?? true else { return }
        refresh()
    }

    private func compute() {
        let start = ContinuousClock.now
        var failure: (any Error)?
        do {
            try computation(self)
        } catch {
            failure = error
            log.error("reports could not be computed", metadata: ["error": "\(error)"])
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        done.withLock { figures in
            figures.computations += 1
            figures.failures += failure == nil ? 0 : 1
            figures.seconds += seconds
        }
        monitoringCache.end(failure)
        backtestCache.end(failure)
        ProcessMemory.release()
        isRunning.store(false, ordering: .releasing)
        // Who came between found a computation running that had ended already.
        if monitoringCache.isAwaited || backtestCache.isAwaited { refresh() }
    }
}
