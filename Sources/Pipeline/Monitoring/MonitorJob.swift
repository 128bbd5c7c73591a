public import Evaluation
import Storage

/// The monitoring job: loads labels, graded predictions and the registry, and computes the report.
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
        let input = try context.store.read { try EvaluationLoad($0, context: context).input }
        return try MonitoringReport(input, settings: MonitoringSettings(context.settings))
    }
}
