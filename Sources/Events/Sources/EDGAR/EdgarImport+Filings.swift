import Market

extension EdgarImport {
    /// The events of a file's filings, in its order.
    func drafts(
        of file: SubmissionsFile,
        company: CompanyRecord,
        ticker: String,
        into result: inout EdgarEvents
    ) -> [FilingDraft] {
        let table = file.table
        let rows = (0..<table.count).map { clockRow(table, $0) }
        let timed = rows.indices.filter { rows[$0] != nil }
        let clock = EdgarClock(now: now, unsettledDays: file.isShard ? 0 : 30)
        var readings = [EdgarClock.Reading](repeating: .ambiguous, count: rows.count)
        for (index, reading) in zip(timed, clock.decide(rows.compactMap(\.self))) {
            readings[index] = reading
        }

        var drafts: [FilingDraft] = []
        for row in 0..<table.count {
            guard let form = FilingForm(utf8: table.field(.form, row)), families.contains(form.type.family)
            else {
                result.skippedForms[table.text(.form, row), default: 0] += 1
                continue
            }
            do throws(RowProblem) {
                let reader = FilingReader(
                    table: table,
                    row: row,
                    form: form,
                    company: company,
                    ticker: ticker,
                    now: now
                )
                drafts.append(try reader.draft(reading: readings[row]))
            } catch {
                result.problems.append(error)
            }
        }
        return drafts
    }

    /// What the clock needs of a filing; nil where its time or date cannot be read.
    private func clockRow(_ table: FilingTable, _ row: Int) -> EdgarClock.Row? {
        guard let written = CivilTimestamp(utf8: Array(table.field(.acceptanceDateTime, row))),
            let filed = TradingDay(utf8: table.field(.filingDate, row))
        else { return nil }
        let accession = table.field(.accessionNumber, row)
        return EdgarClock.Row(
            written: written,
            filingDate: filed,
            hours: FilingHours(form: table.field(.form, row), accession: accession),
            pinned: pinned.isEmpty ? nil : pinned[String(decoding: accession, as: UTF8.self)]
        )
    }
}
