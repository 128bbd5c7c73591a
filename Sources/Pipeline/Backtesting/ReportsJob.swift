public import Evaluation
import Storage

/// Both reports of one snapshot.
public struct Reports: Sendable, Equatable {
    /// What the monitoring section shows.
    public let monitoring: MonitoringReport
    /// What the backtesting page shows.
    public let backtest: BacktestReport
}

/// Computes the monitoring and the backtesting report from one load of one snapshot, so that they cannot disagree.
///
/// It writes nothing, and blocks until it is done: call it off the cooperative thread pool.
public struct ReportsJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Computes both reports.
    ///
    /// - Parameter onMonitoring: receives the monitoring report once it is there, on the calling thread, before the
    ///   rest is read and computed.
    /// - Returns: both.
    /// - Throws: `StorageError` for a stored value that cannot be read, `StatisticsError` for numbers that are none.
    public func run(onMonitoring: (MonitoringReport) throws -> Void = { _ in }) throws -> Reports {
        let settings = MonitoringSettings(context.settings)
        let (monitoring, input) = try context.store.read { connection in
            let load = try EvaluationLoad(connection, context: context)
            let monitoring = try MonitoringReport(load.input, settings: settings)
            try onMonitoring(monitoring)
            return (monitoring, try BacktestInput(load, connection: connection, context: context))
        }
        return Reports(
            monitoring: monitoring,
            backtest: try BacktestReport(input, monitoring: monitoring, settings: settings)
        )
    }
}

/// The backtesting job: loads everything once and computes the report.
///
/// It writes nothing.
public struct BacktestJob: Sendable {
    private let context: JobContext

    /// Creates the job.
    public init(_ context: JobContext) {
        self.context = context
    }

    /// Computes the report from one snapshot of the database.
    public func run() throws -> BacktestReport { try ReportsJob(context).run().backtest }
}
