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
        let run = try begin(job: job, arguments: arguments)
        do {
            let result = try body()
            try finish(run, status: result.status, message: result.message, counts: result.counts)
            return result
        } catch {
            try finish(run, status: .failed, message: "\(error)", counts: [])
            throw error
        }
    }

    /// Runs a job that waits for services outside under the ledger, as its synchronous form does.
    public func recorded<Report>(
        job: String,
        arguments: String,
        _ body: () async throws -> JobResult<Report>
    ) async throws -> JobResult<Report> {
        let run = try begin(job: job, arguments: arguments)
        do {
            let result = try await body()
            try finish(run, status: result.status, message: result.message, counts: result.counts)
            return result
        } catch {
            let status: RunStatus = error is CancellationError ? .interrupted : .failed
            try finish(run, status: status, message: "\(error)", counts: [])
            throw error
        }
    }

    private func begin(job: String, arguments: String) throws -> Int {
        let process = Int(ProcessInfo.processInfo.processIdentifier)
        return try store.write { connection in
            let ledger = RunStore(connection)
            try ledger.markInterrupted(job: job) { kill(pid_t($0), 0) == 0 && $0 != process }
            return try ledger.begin(job: job, arguments: arguments, process: process, now: now())
        }
    }

    private func finish(_ run: Int, status: RunStatus, message: String, counts: [RunCount]) throws {
        try store.write { connection in
            try RunStore(connection).finish(run, status: status, message: message, counts: counts, now: now())
        }
    }
}
