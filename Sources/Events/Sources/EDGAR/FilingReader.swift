import Market

/// Makes the event of one filing of a submissions file.
struct FilingReader {
    let table: FilingTable
    let row: Int
    let form: FilingForm
    let company: CompanyRecord
    let ticker: String
    let now: UTCInstant

    /// The event with the time that the clock decided.
    func draft(reading: EdgarClock.Reading) throws(RowProblem) -> FilingDraft {
        guard let accession = AccessionNumber(table.text(.accessionNumber, row)) else {
            throw problem(.accessionNumber, "is no accession number")
        }
        guard let filed = TradingDay(utf8: table.field(.filingDate, row)) else {
            throw problem(.filingDate, "is no day")
        }
        guard CivilTimestamp(utf8: Array(table.field(.acceptanceDateTime, row))) != nil else {
            throw problem(.acceptanceDateTime, "is no time")
        }
        let items = try items(filed: filed)
        let time = time(reading, filed: filed)
        guard time.knownAt <= now else {
            throw problem(
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
            items: items.map(\.number),
            occurredOn: filed,
            knownAt: time.knownAt,
            timePrecision: time.precision,
            timeSource: time.source,
            title: EventTitle.filing(form: form.text, items: items),
            source: EdgarImport.connector,
            sourceURL: FilingAddress.url(
                cik: company.cik,
                accession: accession,
                document: table.text(.primaryDocument, row)
            ),
            isAmendment: form.isAmendment
        )
        return FilingDraft(event: event, reportDate: TradingDay(utf8: table.field(.reportDate, row)))
    }

    private func items(filed: TradingDay) throws(RowProblem) -> [FilingItem] {
        guard form.type == .sec8K else { return [] }
        do {
            return try ItemList.parse(utf8: table.field(.items, row), filed: filed)
        } catch {
            throw problem(.items, "\(error)")
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

    private func problem(_ column: FilingTable.Column, _ reason: String) -> RowProblem {
        RowProblem(
            line: row + 1,
            column: column.name,
            value: table.text(column, row),
            reason: reason + " (\(form.text) \(table.text(.accessionNumber, row)))"
        )
    }
}
