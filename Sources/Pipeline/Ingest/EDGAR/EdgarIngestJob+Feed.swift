import Events
import Fetching
import Market
import Storage

extension EdgarIngestJob {
    private static let pageSize = 100

    /// Reads the feed of current filings back to where the last run began.
    func readFeed(_ targets: [String: String]) async throws -> EdgarIngestReport {
        let key = "current"
        var report = EdgarIngestReport()
        var state =
            try context.store.read { try SourceStateStore($0).states(of: Self.source)[key] }
            ?? SourceState(source: Self.source, key: key)
        let known = state.position.flatMap { UTCInstant(iso8601: $0) }
        var events: [String: MarketEvent] = [:]
        var newest = known
        var isComplete = false
        for page in 0..<options.feedPages {
            let url =
                "\(options.wwwURL)/cgi-bin/browse-edgar?action=getcurrent&type=&owner=include"
                + "&count=\(Self.pageSize)&start=\(page * Self.pageSize)&output=atom"
            let answer: FetchResponse
            do {
                answer = try await context.fetcher.fetch(request(url))
            } catch let error as FetchError where Self.isRefusal(error) {
                throw EdgarIngestError.refused(reason: error.description, companiesDone: 0)
            }
            let feed = try CurrentFilings(answer.body)
            report.problems += feed.problems.map { "feed, page \(page + 1): \($0)" }
            for filing in feed.filings {
                newest = max(newest ?? filing.acceptedAt, filing.acceptedAt)
                guard let ticker = targets[filing.cik], let event = event(of: filing, ticker: ticker) else {
                    continue
                }
                events[event.eventID] = event
            }
            // Entries of one second may stand on two pages: only what is older than the last run ends it.
            if feed.filings.count + feed.problems.count < Self.pageSize
                || feed.filings.contains(where: { filing in known.map { filing.acceptedAt < $0 } ?? false })
            {
                isComplete = true
                break
            }
        }
        if !isComplete, known != nil {
            report.problems.append(
                "the feed was read for \(options.feedPages) pages without reaching the last run; "
                    + "filings between are found by the companies' own files"
            )
        }
        let now = context.now()
        state.lastAttemptAt = now
        state.lastSuccessAt = now
        state.position = newest?.iso8601
        state.message = nil
        state.consecutiveFailures = 0
        let saved = try EventSaving(context).save(Array(events.values)) { [state] in
            try SourceStateStore($0).save([state])
        }
        report.events += saved.events
        return report
    }

    /// The event of an entry; nil for a form that makes none, for who merely filed it, and for days that are not wanted.
    private func event(of filing: CurrentFiling, ticker: String) -> MarketEvent? {
        let role = filing.role.lowercased()
        guard role != "filed by", role != "reporting", filing.acceptedAt <= context.now(),
            filing.filedOn >= (options.since ?? filing.filedOn),
            filing.filedOn <= (options.until ?? filing.filedOn),
            let form = FilingForm(utf8: filing.form.utf8)
        else { return nil }
        let items = form.type == .sec8K ? filing.items : []
        return MarketEvent(
            eventID: filing.accession.text,
            ticker: ticker,
            cik: filing.cik,
            companyName: filing.companyName,
            type: form.type,
            items: items.map(\.number),
            occurredOn: filing.filedOn,
            knownAt: filing.acceptedAt,
            timePrecision: .exact,
            timeSource: .file,
            title: EventTitle.filing(form: form.text, items: items),
            source: EdgarImport.connector,
            sourceURL: FilingAddress.url(cik: filing.cik, accession: filing.accession),
            isAmendment: form.isAmendment
        )
    }
}
