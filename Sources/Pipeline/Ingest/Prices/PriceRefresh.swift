import Logging
import Market
import Storage

/// Brings the series of one symbol up to date from the first source that has believable prices.
struct PriceRefresh {
    let context: JobContext
    let settings: PriceRefreshSettings
    let subject: PriceSubject
    /// The last session whose prices are final.
    let last: TradingDay
    let dryRun: Bool

    /// Sessions before the last stored day that a tail covers.
    private static let overlapDays = 21
    /// Sessions that a series may lie behind before another source replaces it.
    private static let patience = 5

    /// What is stored of the symbol.
    private struct Stored {
        var source: String
        var facts: StoredPriceFacts
        var firstDay: TradingDay
    }

    /// What a source's answer leads to.
    private enum Verdict {
        case write([Bar], source: PriceSource, reread: String?)
        case unchanged
        case suspect(String)
    }

    func run(_ report: inout PriceRefreshReport) async throws {
        report.looked.append(subject.ticker)
        let stored = try stored()
        if let stored, let end = subject.through, stored.facts.recent.last.map({ $0.day >= end }) ?? false {
            report.prices.unchanged.append(subject.ticker)
            return
        }
        let reader = PriceSourceReader(settings: settings, fetcher: context.fetcher)
        var missing: [(source: PriceSource, reason: String)] = []
        var failures: [String] = []
        var suspicion: String?
        for source in settings.sources {
            do {
                switch try await verdict(source, reader: reader, stored: stored) {
                case .write(let bars, let source, let reread):
                    if let reread {
                        report.reread.append(PriceRefreshNote(ticker: subject.ticker, reason: reread))
                    }
                    report.problems += failures
                    try write(bars, source: source, onto: stored?.facts.vintage, report: &report)
                    return
                case .unchanged:
                    report.problems += failures
                    report.prices.unchanged.append(subject.ticker)
                    return
                case .suspect(let reason):
                    suspicion = suspicion ?? "\(source.rawValue): \(reason)"
                }
            } catch let error as PriceSourceError {
                if case .missing(let reason) = error {
                    missing.append((source, reason))
                } else {
                    failures.append("\(subject.ticker): \(error)")
                }
            }
        }
        report.problems += failures
        if let suspicion {
            report.suspect.append(PriceRefreshNote(ticker: subject.ticker, reason: suspicion))
        } else if failures.isEmpty {
            try note(missing, report: &report)
        }
    }

    // MARK: Deciding

    private func stored() throws -> Stored? {
        try context.store.read { connection in
            let prices = PriceStore(connection)
            guard let series = try prices.allSeries()[subject.ticker] else { return nil }
            let bars = try prices.sourceBars(ofTicker: subject.ticker)
            guard let first = bars.first, let end = bars.last else { return nil }
            let start = end.day.advanced(byDays: -Self.overlapDays)
            return Stored(
                source: series.source,
                facts: StoredPriceFacts(
                    ticker: subject.ticker,
                    vintage: series.vintage,
                    recent: bars.filter { $0.day >= start },
                    lastSplit: bars.last { $0.splitFactor > 0 && $0.splitFactor != 1 }?.day,
                    lastDividend: bars.last { $0.dividend > 0 }?.day
                ),
                firstDay: first.day
            )
        }
    }

    private func verdict(
        _ source: PriceSource,
        reader: PriceSourceReader,
        stored: Stored?
    ) async throws -> Verdict {
        let beginning = context.calendar.day(ofSession: 0)
        guard let stored, let end = stored.facts.recent.last?.day else {
            let bars = try await reader.bars(
                from: source,
                symbol: subject.symbol,
                first: beginning,
                last: last
            )
            return .write(subject.bars(bars, through: last), source: source, reread: nil)
        }
        let start = end.advanced(byDays: -Self.overlapDays)
        let fresh = try await reader.bars(from: source, symbol: subject.symbol, first: start, last: last)
        let planner = RefreshPlanner(calendar: context.calendar, silentSessions: Self.patience)
        let tail = subject.bars(fresh, through: last).filter { $0.day >= start }
        let ending = subject.through.map { min($0, last) } ?? last
        switch try planner.plan(stored: stored.facts, fresh: tail, lastClosed: ending) {
        case .nothingNew: return .unchanged
        case .appendTail(let bars, _): return .write(bars, source: source, reread: nil)
        case .suspect(.findings):
            // Stored as they are, the rules repair them or set them aside with the reason.
            return .write(tail.filter { $0.day > end }, source: source, reread: nil)
        case .suspect(let reason): return .suspect(reason.description)
        case .rereadWholeHistory(let reason):
            guard try mayReplace(stored, source: source, end: end) else {
                return .suspect("\(reason); the series of \(stored.source) is kept")
            }
            let whole =
                PriceSourceReader.givesTails(source)
                ? try await reader.bars(from: source, symbol: subject.symbol, first: beginning, last: last)
                : fresh
            let bars = subject.bars(whole, through: last)
            guard let first = bars.first(where: { $0.close.isFinite }), first.day <= stored.firstDay else {
                return .suspect(
                    "\(reason); the history of \(source.rawValue) begins later than the stored one"
                )
            }
            return .write(bars, source: source, reread: reason.description)
        }
    }

    /// Whether a source may replace a series: its own, an imported one, or one that has fallen behind.
    private func mayReplace(_ stored: Stored, source: PriceSource, end: TradingDay) throws -> Bool {
        guard stored.source != source.rawValue, PriceSource(rawValue: stored.source) != nil else {
            return true
        }
        let due = try context.calendar.session(onOrBefore: last) - context.calendar.session(onOrBefore: end)
        return due >= Self.patience
    }

    // MARK: Writing

    private func write(
        _ bars: [Bar],
        source: PriceSource,
        onto vintage: String?,
        report: inout PriceRefreshReport
    ) throws {
        guard !bars.isEmpty else {
            report.problems.append("\(subject.ticker): \(source.rawValue) has no bar of a closed session")
            return
        }
        guard !dryRun else {
            report.prices.written.append(subject.ticker)
            report.prices.bars += bars.count
            return
        }
        let now = context.now()
        report.prices += try context.store.write { connection in
            var written = PriceImportReport()
            let prices = PriceStore(connection)
            let known = try prices.allSeries()
            guard known[subject.ticker]?.vintage == vintage else {
                written.problems.append(
                    "\(subject.ticker): another run wrote the series; the next run goes on"
                )
                return written
            }
            let builder = PriceSeriesBuilder(calendar: context.calendar)
            try PriceImport(connection: connection, builder: builder, source: source.rawValue, now: now)
                .store(bars, ticker: subject.ticker, known: known, report: &written)
            try prices.removeMissing(ticker: subject.ticker)
            // In the same transaction, so that a run that is killed leaves no score of an older benchmark.
            if subject.ticker == context.settings.benchmark, !written.written.isEmpty {
                _ = try BaseScoring(context).refresh(connection, now: now)
            }
            return written
        }
    }

    private func note(
        _ missing: [(source: PriceSource, reason: String)],
        report: inout PriceRefreshReport
    ) throws {
        let sources = missing.map(\.source.rawValue).joined(separator: ",")
        let reason = missing.map(\.reason).joined(separator: "; ")
        report.missing.append(PriceRefreshNote(ticker: subject.ticker, reason: reason))
        guard !dryRun else { return }
        let now = context.now()
        let isNew = try context.store.write { connection in
            let prices = PriceStore(connection)
            let former = try prices.missingTickers()[subject.ticker]
            try prices.recordMissing(ticker: subject.ticker, source: sources, reason: reason, now: now)
            return former == nil
        }
        if isNew { context.logger.info("\(subject.ticker): no prices, \(reason)") }
    }
}
