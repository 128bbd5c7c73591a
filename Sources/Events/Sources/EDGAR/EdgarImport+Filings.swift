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
        let forms = FormTable(table)
        let readings = readings(of: file, forms)
        var reader = FilingReader(table: table, company: company, ticker: ticker, now: now)
        var skipped = [Int](repeating: 0, count: forms.entries.count)
        var drafts: [FilingDraft] = []
        for row in 0..<table.count {
            guard let form = forms.entries[forms.places[row]].form, families.contains(form.type.family)
            else {
                skipped[forms.places[row]] += 1
                continue
            }
            do throws(RowProblem) {
                drafts.append(try reader.draft(row, form: form, reading: readings[row]))
            } catch {
                result.problems.append(error)
            }
        }
        for (entry, count) in zip(forms.entries, skipped) where count > 0 {
            result.skippedForms[entry.name, default: 0] += count
        }
        return drafts
    }

    /// What the clock decides about each row; ambiguous for one whose time or date cannot be read.
    private func readings(of file: SubmissionsFile, _ forms: FormTable) -> [EdgarClock.Reading] {
        let table = file.table
        var rows: [EdgarClock.Row] = []
        var places: [Int] = []
        rows.reserveCapacity(table.count)
        places.reserveCapacity(table.count)
        for row in 0..<table.count {
            guard let written = CivilText.timestamp(table.field(.acceptanceDateTime, row)),
                let filed = CivilText.day(table.field(.filingDate, row))
            else { continue }
            let accession = table.field(.accessionNumber, row)
            let isOfStaff = FilingHours.isOfStaff(accession: accession)
            rows.append(
                EdgarClock.Row(
                    written: written,
                    filingDate: filed,
                    hours: isOfStaff ? .unknown : forms.entries[forms.places[row]].hours,
                    pinned: pinned.isEmpty ? nil : pinned[String(decoding: accession, as: UTF8.self)]
                )
            )
            places.append(row)
        }
        let clock = EdgarClock(now: now, unsettledDays: file.isShard ? 0 : 30)
        var readings = [EdgarClock.Reading](repeating: .ambiguous, count: table.count)
        for (place, reading) in zip(places, clock.decide(rows)) { readings[place] = reading }
        return readings
    }
}
