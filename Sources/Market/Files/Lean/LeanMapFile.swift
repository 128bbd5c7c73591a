/// Reads a map file of LEAN's data format: the symbols of one instrument.
///
/// Each row is `YYYYMMDD,symbol[,exchange]`. The first row is the first day; each further row is the last day of its
/// symbol. A last day in 2050 or later means that the instrument is still listed, an earlier one is its delisting.
/// Source: QuantConnect, LEAN, `Data/equity/readme.md`.
public enum LeanMapFile {
    /// The year from which on a last day stands for none.
    private static let openEnd = 2050

    /// Parses a file.
    ///
    /// - Throws: `LeanFileError` for a row that is none, and for rows that make no history.
    public static func parse(_ bytes: [UInt8]) throws(LeanFileError) -> SymbolHistory {
        let rows = try LeanTable.rows(bytes, fields: 2)
        var from = rows[0].day
        var periods: [SymbolPeriod] = []
        // A single row is the last day of an instrument whose first is not told.
        for row in rows.count > 1 ? rows[1...] : rows[...] {
            guard let symbol = Ticker.normalized(row.cells[1]) else {
                throw LeanFileError(
                    line: row.line,
                    reason: "\"\(row.cells[1].prefix(20))\"; a symbol is needed"
                )
            }
            let isOpen = row.day.civil.year >= openEnd
            // Rows of one symbol, one after the other, are one period.
            if let last = periods.last, last.symbol == symbol {
                periods[periods.count - 1] = SymbolPeriod(
                    symbol: symbol,
                    from: last.from,
                    through: isOpen ? nil : row.day
                )
            } else {
                periods.append(
                    SymbolPeriod(
                        symbol: symbol,
                        from: rows.count > 1 ? from : nil,
                        through: isOpen ? nil : row.day
                    )
                )
            }
            from = row.day.advanced(byDays: 1)
        }
        guard let last = periods.last else { throw LeanFileError(line: 1, reason: "the file is empty") }
        do throws(SymbolHistory.Fault) {
            return try SymbolHistory(current: last.symbol, periods: periods, delistedOn: last.through)
        } catch {
            throw LeanFileError(line: rows.count, reason: error.description)
        }
    }
}
