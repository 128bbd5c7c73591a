import Market

/// Turns rows into events; the same rules for every file format.
struct EventRowReader {
    /// The present; nothing may become known after it.
    let now: UTCInstant
    /// The connector's name for rows that state none.
    let connector: String

    private var cache = FilingCache()

    init(now: UTCInstant, connector: String) {
        self.now = now
        self.connector = connector
    }

    /// The event of a row.
    mutating func event(from row: EventRow) throws(RowProblem) -> MarketEvent {
        let eventID = try name(row, .eventID, longest: 200)
        let kind = try Kind(row)
        let clock = try EventClock(row)
        guard clock.knownAt <= now else {
            let column: EventColumn = row[.knownAt] == nil ? .acceptanceDatetime : .knownAt
            throw row.problem(
                clock.precision == .exact ? column : .occurredOn,
                "known_at lies in the future: \(clock.knownAt) is after \(now)"
            )
        }
        let content = try content(row, kind: kind, filed: clock.occurredOn)
        let cik = try companyNumber(row)
        return MarketEvent(
            eventID: eventID,
            ticker: try Ticker.checked(row),
            tickerIsValid: try flag(row, .tickerValid) ?? true,
            cik: cik,
            companyName: row.text(.companyName),
            type: kind.type,
            items: content.numbers,
            occurredOn: clock.occurredOn,
            knownAt: clock.knownAt,
            timePrecision: clock.precision,
            timeSource: clock.source,
            title: row.text(.title) ?? content.title,
            summary: row.text(.summary) ?? "",
            source: row.text(.connector) ?? connector,
            sourceURL: try address(row, eventID: eventID, cik: cik),
            facts: try facts(row),
            amends: row.text(.amends),
            isAmendment: try flag(row, .isAmendment) ?? kind.isAmendment,
            relatedEventID: row.text(.relatedEventID)
        )
    }

    // MARK: Type

    /// What kind of event a row is.
    private struct Kind {
        let type: EventType
        let isAmendment: Bool
        let label: String

        init(_ row: EventRow) throws(RowProblem) {
            let form = try Self.form(row)
            let named = try Self.named(row)
            if let form, let named, form.type != named {
                throw row.problem(
                    .form,
                    "is of event type '\(form.type.rawValue)', the row says '\(named.rawValue)'"
                )
            }
            guard let type = form?.type ?? named else {
                throw RowProblem(line: row.line, reason: "states neither event_type nor form")
            }
            self.type = type
            isAmendment = form?.isAmendment ?? false
            label = form?.text ?? type.label
        }

        private static func form(_ row: EventRow) throws(RowProblem) -> FilingForm? {
            guard let bytes = row[.form] else { return nil }
            guard let form = FilingForm(utf8: bytes) else {
                throw row.problem(.form, "\(TaxonomyError.unknownForm(row.text(.form) ?? ""))")
            }
            return form
        }

        private static func named(_ row: EventRow) throws(RowProblem) -> EventType? {
            guard let name = row.text(.eventType) else { return nil }
            do {
                let type = try EventType(name: name)
                if let familyName = row.text(.family) {
                    let family = try EventFamily(name: familyName)
                    guard type.family == family else {
                        throw TaxonomyError.typeOutsideFamily(type: type, family: family)
                    }
                }
                return type
            } catch {
                throw row.problem(.eventType, "\(error)")
            }
        }
    }

    private mutating func content(
        _ row: EventRow,
        kind: Kind,
        filed: TradingDay
    ) throws(RowProblem) -> FilingCache.Content {
        let items = row[.items] ?? []
        guard items.isEmpty || kind.type == .sec8K else {
            throw row.problem(.items, "only an 8-K has items")
        }
        do {
            return try cache.content(form: kind.label, items: items, filed: filed)
        } catch {
            throw row.problem(.items, "\(error)")
        }
    }

    // MARK: Other fields

    private func name(_ row: EventRow, _ column: EventColumn, longest: Int) throws(RowProblem) -> String {
        guard let bytes = row[column] else {
            throw RowProblem(line: row.line, column: column.name, reason: "is empty")
        }
        guard bytes.count <= longest else { throw row.problem(column, "is longer than \(longest) bytes") }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7f }) else {
            throw row.problem(column, "contains control characters")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func companyNumber(_ row: EventRow) throws(RowProblem) -> String? {
        guard let bytes = row[.cik] else { return nil }
        guard let cik = CompanyNumber.padded(utf8: bytes) else {
            throw row.problem(.cik, "is no company number of EDGAR (one to ten digits)")
        }
        return cik
    }

    private func flag(_ row: EventRow, _ column: EventColumn) throws(RowProblem) -> Bool? {
        guard let text = row.text(column)?.lowercased() else { return nil }
        switch text {
        case "1", "true": return true
        case "0", "false": return false
        default: throw row.problem(column, "is neither 0 nor 1")
        }
    }

    private func facts(_ row: EventRow) throws(RowProblem) -> EventFacts {
        EventFacts(
            epsEstimate: try number(row, .epsEstimate),
            epsActual: try number(row, .epsActual),
            surprisePercent: try number(row, .surprisePercent),
            decision: row.text(.decision)
        )
    }

    private func number(_ row: EventRow, _ column: EventColumn) throws(RowProblem) -> Double? {
        guard let bytes = row[column] else { return nil }
        guard let value = DecimalParser.double(bytes) else {
            throw row.problem(column, "is no decimal number")
        }
        return value
    }

    /// The stated address; where the file has no such column, that of EDGAR for a filing.
    private func address(_ row: EventRow, eventID: String, cik: String?) throws(RowProblem) -> String? {
        if let url = row.text(.sourceURL) {
            let hasScheme = ["https://", "http://"].contains { url.lowercased().hasPrefix($0) }
            guard hasScheme, !url.utf8.contains(where: { $0 <= 0x20 }) else {
                throw row.problem(.sourceURL, "is no address that begins with https:// or http://")
            }
            return url
        }
        guard !row.states(.sourceURL), let cik, let accession = AccessionNumber(eventID) else { return nil }
        return FilingAddress.url(
            cik: cik,
            accession: accession,
            document: row.text(.primaryDocument) ?? ""
        )
    }
}
