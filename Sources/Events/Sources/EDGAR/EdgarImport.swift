public import Market

/// Turns EDGAR's submissions files into events.
public struct EdgarImport: Sendable {
    /// The present.
    public var now: UTCInstant
    /// The symbol of the company where the file's own is not to be used, or there is none.
    public var ticker: String?
    /// The company's number where no file states it.
    public var cik: String?
    /// Families whose filings become events; others are counted.
    public var families: Set<EventFamily>
    /// Acceptance instants that are known for certain, by accession number.
    public var pinned: [String: PinnedTime]

    /// Families that filings of EDGAR belong to.
    public static let allFamilies: Set<EventFamily> = [.sec8K, .sec10Q, .sec10K, .secOther]

    /// Creates an import.
    ///
    /// - Parameters:
    ///   - now: the present.
    ///   - ticker: the company's symbol; nil to take the first that the file names.
    ///   - cik: the company's number; needed for shards that come alone.
    ///   - families: families whose filings become events.
    ///   - pinned: acceptance instants known from SGML headers or earlier files, by accession number.
    public init(
        now: UTCInstant,
        ticker: String? = nil,
        cik: String? = nil,
        families: Set<EventFamily> = EdgarImport.allFamilies,
        pinned: [String: PinnedTime] = [:]
    ) {
        self.now = now
        self.ticker = ticker
        self.cik = cik
        self.families = families
        self.pinned = pinned
    }

    /// The events of one company's files: the main file, its shards, or both.
    ///
    /// A filing that several files hold is one event; an exact time is preferred to a day. An amendment is linked
    /// to the 8-K that it amends where that can be told. Schedules 13D and 13G are listed under the company that
    /// they are about and under the one that filed them; the files do not say which of the two this one is.
    ///
    /// - Parameter files: files of one company.
    /// - Returns: events in order of time, and counts of everything else.
    /// - Throws: `EdgarImportError` where company or symbol are unknown, or the files are of several companies.
    public func events(in files: [SubmissionsFile]) throws(EdgarImportError) -> EdgarEvents {
        let company = try company(of: files)
        let ticker = try ticker(of: company)
        var result = EdgarEvents(company: company)
        var drafts: [FilingDraft] = []
        var places: [String: Int] = [:]
        for file in files {
            for draft in self.drafts(of: file, company: company, ticker: ticker, into: &result) {
                let id = draft.event.eventID
                guard let place = places[id] else {
                    places[id] = drafts.count
                    drafts.append(draft)
                    continue
                }
                result.repeatedFilings += 1
                if drafts[place].event.timePrecision == .day { drafts[place] = draft }
            }
        }
        AmendmentLink.link(&drafts)
        result.events = inOrderOfTime(drafts)
        for event in result.events { result.timeSources[event.timeSource, default: 0] += 1 }
        return result
    }

    /// The event of a filing whose header is at hand; nil for a form that makes none.
    ///
    /// - Parameters:
    ///   - header: the filing's header.
    ///   - ticker: the company's symbol.
    /// - Returns: an event with an exact time.
    public func event(of header: SGMLHeader, ticker: String) -> MarketEvent? {
        guard let form = FilingForm(utf8: header.form.utf8), families.contains(form.type.family),
            let company = header.parties.first(where: { $0.role != "FILED BY" && $0.role != "FILED-BY" })?
                .company
        else { return nil }
        return MarketEvent(
            eventID: header.accession.text,
            ticker: ticker,
            cik: company.cik.isEmpty ? nil : company.cik,
            companyName: company.name.isEmpty ? nil : company.name,
            type: form.type,
            items: form.type == .sec8K ? header.items.map(\.number) : [],
            occurredOn: header.filedOn,
            knownAt: header.acceptedAt,
            timePrecision: .exact,
            timeSource: .sgml,
            title: EventTitle.filing(form: form.text, items: form.type == .sec8K ? header.items : []),
            source: Self.connector,
            sourceURL: company.cik.isEmpty
                ? nil : FilingAddress.url(cik: company.cik, accession: header.accession),
            isAmendment: form.isAmendment
        )
    }

    /// The connector's name in events.
    public static let connector = "edgar"

    /// The events by time, those of one instant by key; indices are sorted, since events are large to move.
    private func inOrderOfTime(_ drafts: [FilingDraft]) -> [MarketEvent] {
        let times = drafts.map(\.event.knownAt)
        let order = drafts.indices.sorted { first, second in
            if times[first] != times[second] { return times[first] < times[second] }
            return drafts[first].event.eventID < drafts[second].event.eventID
        }
        return order.map { drafts[$0].event }
    }

    // MARK: Company

    private func company(of files: [SubmissionsFile]) throws(EdgarImportError) -> CompanyRecord {
        let named = files.compactMap(\.company)
        if let first = named.first, let other = named.first(where: { $0.cik != first.cik }) {
            throw .severalCompanies(first.cik, other.cik)
        }
        var company = named.first ?? CompanyRecord(cik: "", name: "")
        if let cik {
            guard let padded = CompanyNumber.padded(cik) else { throw .badCompanyNumber(cik) }
            guard company.cik.isEmpty || company.cik == padded else {
                throw .severalCompanies(company.cik, padded)
            }
            company.cik = padded
        }
        guard !company.cik.isEmpty else { throw .noCompanyNumber }
        return company
    }

    private func ticker(of company: CompanyRecord) throws(EdgarImportError) -> String {
        let symbol = ticker ?? company.tickers.first ?? ""
        guard let normalised = Ticker.normalised(symbol.utf8) else {
            throw .noTicker(company: company.name.isEmpty ? "CIK \(company.cik)" : company.name)
        }
        return normalised
    }
}
