/// One row of the editable form of a symbol map.
struct SymbolMapRow {
    /// Line of the file.
    let line: Int
    /// Symbol and days.
    let period: SymbolPeriod
    /// Symbol under which the instrument is known now.
    let current: String
    /// Last day of its listing.
    let delistedOn: TradingDay?

    /// What tells one instrument from another.
    struct Instrument: Hashable {
        let current: String
        let delistedOn: TradingDay?

        init(_ row: SymbolMapRow) {
            current = row.current
            delistedOn = row.delistedOn
        }
    }

    /// Where the columns stand.
    struct Layout {
        let ticker: Int
        let from: Int?
        let until: Int?
        let current: Int?
        let delisted: Int?

        init(_ reader: CSVReader) throws(SymbolMapError) {
            guard let ticker = reader.column("ticker", "symbol") else {
                let found = reader.header.joined(separator: ", ")
                let reason =
                    "no column ticker; needed are \(SymbolMapCSV.columns.joined(separator: ", ")), found \(found)"
                throw SymbolMapError(problems: [SymbolMapProblem(line: 1, reason: reason)])
            }
            let known = Set(SymbolMapCSV.columns.map { ColumnName.key($0) } + ["symbol"])
            if let unknown = reader.header.first(where: { !$0.isEmpty && !known.contains(ColumnName.key($0)) }
            ) {
                let reason =
                    "unknown column \(unknown); accepted are \(SymbolMapCSV.columns.joined(separator: ", "))"
                throw SymbolMapError(problems: [SymbolMapProblem(line: 1, reason: reason)])
            }
            self.ticker = ticker
            from = reader.column("valid_from")
            until = reader.column("valid_until")
            current = reader.column("now_known_as")
            delisted = reader.column("delisted_on")
        }
    }

    /// Reads a row.
    static func read(_ row: CSVRow, _ layout: Layout) -> Result<SymbolMapRow, SymbolMapProblem> {
        func problem(_ reason: String) -> Result<SymbolMapRow, SymbolMapProblem> {
            .failure(SymbolMapProblem(line: row.line, reason: reason))
        }
        let written = row[layout.ticker]?.text ?? ""
        guard let ticker = Ticker.normalized(written) else {
            return problem("ticker is \"\(written.prefix(40))\"; a symbol such as AAPL or BRK.B is needed")
        }
        let known = row[layout.current]?.text ?? ticker
        guard let current = Ticker.normalized(known) else {
            return problem("now_known_as is \"\(known.prefix(40))\"; a symbol or nothing is needed")
        }
        var days: [TradingDay?] = []
        for (name, column) in [
            ("valid_from", layout.from), ("valid_until", layout.until), ("delisted_on", layout.delisted),
        ] {
            let text = row[column]?.text
            let day = row[column]?.day
            if let text, day == nil {
                return problem(
                    "\(name) is \"\(text.prefix(40))\"; a day such as 2024-03-08 or nothing is needed"
                )
            }
            days.append(day)
        }
        if let from = days[0], let until = days[1] ?? days[2], until < from {
            return problem("\(ticker) is valid from \(from), after its last day \(until)")
        }
        if let until = days[1], let delisted = days[2], delisted < until {
            return problem("\(ticker) is valid until \(until), after delisted_on \(delisted)")
        }
        let period = SymbolPeriod(symbol: ticker, from: days[0], through: days[1])
        return .success(SymbolMapRow(line: row.line, period: period, current: current, delistedOn: days[2]))
    }
}
