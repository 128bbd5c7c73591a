import Events
import Fetching
import Market
import Storage

extension EdgarIngestJob {
    /// Reads the submissions files of companies, those first that were asked longest ago.
    func readCompanies(_ targets: [String: String]) async throws -> EdgarIngestReport {
        let states = try context.store.read { try SourceStateStore($0).states(of: Self.source) }
        let plan = EdgarBackfillPlan(
            companies: Array(targets.keys),
            states: states,
            since: options.since,
            limit: options.limit
        )
        var report = EdgarIngestReport()
        for (place, step) in plan.steps.enumerated() {
            try Task.checkCancellation()
            var state = states[step.cik] ?? SourceState(source: Self.source, key: step.cik)
            do {
                try await read(step, ticker: targets[step.cik] ?? "", state: &state, report: &report)
            } catch let error as FetchError {
                try note(error.description, in: &state)
                if Self.isRefusal(error) {
                    throw EdgarIngestError.refused(reason: error.description, companiesDone: place)
                }
                guard error.isMissing else { throw error }
                report.missing.append(step.cik)
            } catch let error as EventFileError {
                try note("\(error)", in: &state)
                report.problems.append("CIK\(step.cik): \(error)")
            } catch let error as EdgarImportError {
                try note("\(error)", in: &state)
                report.problems.append("CIK\(step.cik): \(error)")
            }
            context.progress(
                ProgressUpdate(
                    stage: "edgar",
                    done: place + 1,
                    total: plan.steps.count,
                    detail: targets[step.cik] ?? step.cik
                )
            )
        }
        return report
    }

    private func note(_ message: String, in state: inout SourceState) throws {
        state.lastAttemptAt = context.now()
        state.message = message
        state.consecutiveFailures += 1
        let state = state
        try context.store.write { try SourceStateStore($0).save([state]) }
    }

    private func read(
        _ step: EdgarBackfillPlan.Step,
        ticker: String,
        state: inout SourceState,
        report: inout EdgarIngestReport
    ) async throws {
        let folder = "\(options.dataURL)/submissions"
        let answer = try await context.fetcher.fetch(
            request("\(folder)/CIK\(step.cik).json", condition: step.condition)
        )
        let now = context.now()
        state.lastAttemptAt = now
        state.lastSuccessAt = now
        state.message = nil
        state.consecutiveFailures = 0
        guard !answer.isUnchanged else {
            report.unchanged += 1
            let state = state
            return try context.store.write { try SourceStateStore($0).save([state]) }
        }
        let main = try SubmissionsFile(answer.body)
        var files = [main]
        for shard in main.shards
        where shard.belongs(to: step.cik) && shard.overlaps(since: step.shardsSince, until: options.until) {
            files.append(
                try SubmissionsFile(try await context.fetcher.fetch(request("\(folder)/\(shard.name)")).body)
            )
        }
        let importer = EdgarImport(
            now: now,
            ticker: ticker,
            cik: step.cik,
            pinned: try pinnedTimes(ofTicker: ticker)
        )
        let result = try importer.events(in: files)
        // A run with an end is no complete reading: the next one must see the file again.
        if options.until == nil {
            state.entityTag = answer.condition?.entityTag
            state.lastModified = answer.condition?.lastModified
            state.position = step.covered
        } else {
            state.entityTag = nil
            state.lastModified = nil
        }
        let events = result.events.filter { event in
            event.occurredOn >= (options.since ?? event.occurredOn)
                && event.occurredOn <= (options.until ?? event.occurredOn)
        }
        let instrument = Instrument(
            ticker: ticker,
            cik: step.cik,
            name: result.company.name.isEmpty ? nil : result.company.name,
            sic: result.company.sic.flatMap { Int($0) }
        )
        let state = state
        let saved = try EventSaving(context).save(events, instruments: [instrument]) {
            try SourceStateStore($0).save([state])
        }
        report.events += saved.events
        report.companies += 1
        report.problems += result.problems.map { "CIK\(step.cik): \($0)" }
    }

    /// Times that a header settled before.
    private func pinnedTimes(ofTicker ticker: String) throws -> [String: PinnedTime] {
        var pinned: [String: PinnedTime] = [:]
        for event in try context.store.read({ try EventStore($0).events(ofTicker: ticker) })
        where event.timeSource == .sgml {
            pinned[event.eventID] = PinnedTime(event.knownAt)
        }
        return pinned
    }
}
