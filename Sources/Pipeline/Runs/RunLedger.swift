import Foundation
public import Storage

/// How a job ended, as the ledger keeps it.
public struct JobResult<Report: Sendable>: Sendable {
    /// The job's own report.
    public var report: Report
    /// Whether there was anything to do.
    public var status: RunStatus
    /// One line for the ledger.
    public var message: String
    /// Counts by family and horizon.
    public var counts: [RunCount]

    /// Creates a result.
    public init(report: Report, status: RunStatus, message: String, counts: [RunCount] = []) {
        self.report = report
        self.status = status
        self.message = message
        self.counts = counts
    }
}

extension JobContext {
    /// Runs a job under the ledger: a line is opened before it and closed after it, also on failure.
    ///
    /// Lines left open by a process that is gone are marked interrupted first.
    public func recorded<Report>(
        job: String,
        arguments: String,
        _ body: () throws -> JobResult<Report>
    ) throws -> JobResult<Report> {
        let process = Int(ProcessInfo.processInfo.processIdentifier)
        let run = try store.write { connection in
            let ledger = RunStore(connection)
            try ledger.markInterrupted(job: job) { kill(pid_t($0), 0) == 0 && $0 != process }
            return try ledger.begin(job: job, arguments: arguments, process: process, now: now())
        }
        do {
            let result = try body()
            try store.write { connection in
                try RunStore(connection).finish(
                    run,
                    status: result.status,
                    message: result.message,
                    counts: result.counts,
                    now: now()
                )
            }
            return result
        } catch {
            try store.write { connection in
                try RunStore(connection).finish(
                    run,
                    status: .failed,
                    message: "\(error)",
                    counts: [],
                    now: now()
                )
            }
            throw error
        }
    }
}
