import Market
import Storage

/// The job that keeps price series up to date from services outside.
///
/// The benchmark comes first, then each symbol with events that need prices. A symbol is one transaction, so that a run
/// that is killed and started again ends in the state of an uninterrupted run; a second run writes nothing.
public struct PriceRefreshJob: Sendable {
    let context: JobContext
    let settings: PriceRefreshSettings

    /// Creates the job.
    public init(_ context: JobContext, settings: PriceRefreshSettings) {
        self.context = context
        self.settings = settings
    }

    /// Runs the job under the ledger; a dry run leaves no line there.
    ///
    /// - Parameters:
    ///   - options: which symbols are looked at.
    ///   - arguments: the command line for the run ledger.
    /// - Returns: what was done.
    /// - Throws: `PriceRefreshError`, `StorageError`, `CalendarError`, `CancellationError`.
    public func run(
        _ options: PriceRefreshOptions = PriceRefreshOptions(),
        arguments: String = ""
    ) async throws -> PriceRefreshReport {
        if options.dryRun { return try await refresh(options) }
        return try await context.recorded(job: "ingest prices", arguments: arguments) {
            let report = try await refresh(options)
            return JobResult(
                report: report,
                status: report.prices.written.isEmpty ? .nothingToDo : .succeeded,
                message: "\(report.prices.written.count) series written, \(report.prices.unchanged.count) "
                    + "unchanged, \(report.missing.count) missing, \(report.suspect.count) not believed"
            )
        }.report
    }

    private func refresh(_ options: PriceRefreshOptions) async throws -> PriceRefreshReport {
        guard !settings.sources.isEmpty else { throw PriceRefreshError.noSource }
        let map = try SymbolMapFile.read(settings.symbolsPath)
        if let map, !options.dryRun {
            try context.store.write { try SymbolPeriodStore($0).replace(SymbolMapFile.rows(map)) }
        }
        var report = PriceRefreshReport()
        report.dryRun = options.dryRun
        let last = try lastFinal()
        let subjects = try subjects(options, map: map, last: last, report: &report)
        for (position, subject) in subjects.enumerated() {
            try Task.checkCancellation()
            try await PriceRefresh(
                context: context,
                settings: settings,
                subject: subject,
                last: last,
                dryRun: options.dryRun
            ).run(&report)
            context.progress(
                ProgressUpdate(
                    stage: "prices",
                    done: position + 1,
                    total: subjects.count,
                    detail: subject.ticker
                )
            )
        }
        let isOutage = report.problems.count >= subjects.count && !report.problems.isEmpty
        if isOutage, report.prices.written.isEmpty, report.prices.unchanged.isEmpty, report.missing.isEmpty {
            throw PriceRefreshError.nothingReachable(report.problems)
        }
        return report
    }

    /// The last session whose prices count as final.
    private func lastFinal() throws -> TradingDay {
        let settled = context.now().advanced(bySeconds: -Int64(settings.finalAfterMinutes) * 60)
        return context.calendar.day(ofSession: try context.calendar.lastSession(closedBy: settled))
    }

    /// The symbols to look at: the benchmark, then the others by name.
    private func subjects(
        _ options: PriceRefreshOptions,
        map: SymbolMap?,
        last: TradingDay,
        report: inout PriceRefreshReport
    ) throws -> [PriceSubject] {
        let benchmark = context.settings.benchmark
        let recent = options.since ?? last.advanced(byDays: -90)
        let (needed, missing) = try context.store.read { connection in
            (
                try EventStore(connection).daysInNeedOfPrices(recent: recent),
                try PriceStore(connection).missingTickers()
            )
        }
        let dueSince = context.now().advanced(bySeconds: -Int64(settings.retryMissingAfterDays) * 86_400)
        var subjects: [PriceSubject] = []
        for ticker in (options.tickers ?? Array(needed.keys)).sorted() where ticker != benchmark {
            if options.tickers == nil, let former = missing[ticker], former.lastTriedAt > dueSince {
                report.skipped.append(ticker)
                continue
            }
            let days = needed[ticker] ?? [last]
            guard let subject = PriceSubject(ticker: ticker, days: days, map: map) else {
                report.suspect.append(
                    PriceRefreshNote(
                        ticker: ticker,
                        reason: "by the symbol map nobody had the symbol on the days of its events"
                    )
                )
                continue
            }
            subjects.append(subject)
        }
        if let limit = options.limit { subjects = Array(subjects.prefix(limit)) }
        guard let first = PriceSubject(ticker: benchmark, days: [], map: nil) else { return subjects }
        return [first] + subjects
    }
}
