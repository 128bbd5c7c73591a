import Evaluation

/// Waits for the first report of its kind, but not for ever.
///
/// A report that is there is given at once, whatever its age. Before the first one a visitor waits for so long and is then
/// told when to come back; the computation goes on.
struct FirstReport: Sendable {
    /// How long a visitor waits.
    let patience: Duration
    /// Seconds after which it is worth asking again.
    static let retryAfterSeconds = 5

    /// What most visitors are ready to wait.
    static let standard = FirstReport(patience: .seconds(3))

    /// 503: patience ended before the first report was there.
    static let stillComputing = Problem.unavailable(
        "the report is being computed for the first time",
        retryAfterSeconds: retryAfterSeconds
    )

    /// The report.
    ///
    /// - Parameters:
    ///   - latest: the report as it is now.
    ///   - wait: waits for it without end.
    /// - Returns: the report with its age.
    /// - Throws: `Problem` 503 with `Retry-After` where patience ends, and what the computation throws.
    func value<Value: Sendable>(
        latest: Dated<Value>?,
        wait: @escaping @Sendable () async throws -> Dated<Value>
    ) async throws -> Dated<Value> {
        if let latest { return latest }
        let (answers, answer) = AsyncStream.makeStream(of: Result<Dated<Value>, any Error>.self)
        let waiting = Task {
            do {
                answer.yield(.success(try await wait()))
            } catch {
                answer.yield(.failure(error))
            }
        }
        let timer = Task {
            try await Task.sleep(for: patience)
            answer.yield(.failure(Self.stillComputing))
        }
        defer {
            timer.cancel()
            waiting.cancel()
        }
        for await result in answers { return try result.get() }
        throw CancellationError()
    }
}

extension Visit {
    /// The monitoring report.
    func monitoring() async throws -> Dated<MonitoringReport> {
        let reports = site.reports
        return try await FirstReport.standard.value(latest: reports.latestMonitoring) {
            try await reports.monitoring()
        }
    }

    /// The backtesting report.
    func backtest() async throws -> Dated<BacktestReport> {
        let reports = site.reports
        return try await FirstReport.standard.value(latest: reports.latestBacktest) {
            try await reports.backtest()
        }
    }
}
