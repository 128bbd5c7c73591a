import Market

/// Makes the events of the filings of a submissions file.
struct FilingReader {
    private let table: FilingTable
    private let company: CompanyRecord
    private let ticker: String
    private let now: UTCInstant
    private var cache = FilingCache()

    init(table: FilingTable, company: CompanyRecord, ticker: String, now: UTCInstant) {
        self.table = table
        self.company = company
        self.ticker = ticker
        self.now = now
    }

    /// The event of a row with the time that the clock decided.
    mutating func draft(
        _ row: Int,
        form: FilingForm,
        reading: EdgarClock.Reading
    ) throws(RowProblem) -> FilingDraft {
        guard let accession = AccessionNumber(utf8: table.field(.accessionNumber, row)) else {
            throw problem(row, .accessionNumber, "is no accession number")
        }
        guard let filed = CivilText.day(table.field(.filingDate, row)) else {
            throw problem(row, .filingDate, "is no day")
        }
        guard CivilText.timestamp(table.field(.acceptanceDateTime, row)) != nil else {
            throw problem(row, .acceptanceDateTime, "is no time")
        }
        let content = try content(row, form: form, filed: filed)
        let time = time(reading, filed: filed)
        guard time.knownAt <= now else {
            throw problem(
                row,
                .acceptanceDateTime,
                "known_at lies in the future: \(time.knownAt) is after \(now)"
            )
        }
        let event = MarketEvent(
            eventID: accession.text,
            ticker: ticker,
            cik: company.cik,
            companyName: company.name.isEmpty ? nil : company.name,
            type: form.type,
            items: content.numbers,
            occurredOn: filed,
            knownAt: time.knownAt,
            timePrecision: time.precision,
            timeSource: time.source,
            title: content.title,
            source: EdgarImport.connector,
            sourceURL: FilingAddress.url(
                cik: company.cik,
                accession: accession,
                document: table.text(.primaryDocument, row)
            ),
            isAmendment: form.isAmendment
        )
        return FilingDraft(event: event, reportDate: CivilText.day(table.field(.reportDate, row)))
    }

    private mutating func content(
        _ row: Int,
        form: FilingForm,
        filed: TradingDay
    ) throws(RowProblem) -> FilingCache.Content {
        let items = form.type == .sec8K ? table.field(.items, row) : []
        do {
            return try cache.content(form: form.text, items: items, filed: filed)
        } catch {
            throw problem(row, .items, "\(error)")
        }
    }

    private func time(
        _ reading: EdgarClock.Reading,
        filed: TradingDay
    ) -> (knownAt: UTCInstant, precision: TimePrecision, source: TimeSource) {
        let midnight = NewYork.instant(day: filed, secondOfDay: 0)
        return switch reading {
        case .pinned(let time): (time.instant, .exact, time.source)
        case .utc(let instant): (instant, .exact, .jsonUTC)
        case .eastern(let instant): (instant, .exact, .jsonEastern)
        case .ambiguous: (midnight, .day, .ambiguous)
        case .dayOnly: (midnight, .day, .none)
        }
    }

    private func problem(_ row: Int, _ column: FilingTable.Column, _ reason: String) -> RowProblem {
        RowProblem(
            line: row + 1,
            column: column.name,
            value: table.text(column, row),
            reason: "\(reason) (\(table.text(.form, row)) \(table.text(.accessionNumber, row)))"
        )
    }
}
