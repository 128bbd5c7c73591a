/// Gathers the rows of a price file into bars by symbol, problems and notes.
struct PriceCollector {
    private let has: (close: Bool, adjustedClose: Bool)
    private let hasTickerColumn: Bool
    private let fallbackTicker: String?
    private var prices = ParsedPrices()
    private var rowsWithoutClose = 0

    /// The symbol of the row before, and its bars, so that most rows need no dictionary.
    private var current: (text: ArraySlice<UInt8>, ticker: String, bars: [Bar])?

    /// Prepares for a file with the given columns.
    ///
    /// - Throws: `PriceFileError.noTicker` where neither a column nor `ticker` says whose prices these are.
    init(
        columns: Set<PriceColumn>,
        ticker: String?,
        closes: CloseMeaning = .splitAdjusted
    ) throws(PriceFileError) {
        has = (columns.contains(.close), columns.contains(.adjustedClose))
        hasTickerColumn = columns.contains(.ticker)
        fallbackTicker = ticker.flatMap { Ticker.normalized($0) }
        guard hasTickerColumn || fallbackTicker != nil else { throw .noTicker }
        if !has.adjustedClose { prices.notes.append(closes.note) }
        if !has.close { prices.notes.append("no column close: the adjusted close stands in for it") }
    }

    /// Adds a row; a row with a fault becomes a problem.
    mutating func add(_ row: PriceRow, line: Int) throws(PriceFileError) {
        let parsed: (bar: Bar?, hasTime: Bool)
        do throws(PriceRow.Fault) {
            let (day, hasTime) = try row.day()
            try turn(to: row)
            parsed = (try row.bar(on: day, has: has), hasTime)
        } catch {
            addProblem(line: line, error.reason)
            return
        }
        guard let bar = parsed.bar else {
            rowsWithoutClose += 1
            return
        }
        if parsed.hasTime, let last = current?.bars.last, last.day == bar.day {
            throw .notDaily(detail: "line \(line) is a second time of day on \(bar.day)")
        }
        current?.bars.append(bar)
    }

    /// Notes a row that could not even be split into cells.
    mutating func addProblem(line: Int, _ reason: String) {
        prices.problems.append(PriceRowProblem(line: line, reason: reason))
    }

    /// Adds a note on the whole file.
    mutating func addNote(_ note: String) { prices.notes.append(note) }

    /// Names columns that mean nothing here.
    mutating func noteKeptOut(_ headings: [String]) {
        if !headings.isEmpty { addNote("columns kept out: \(headings.joined(separator: ", "))") }
    }

    /// Everything gathered.
    ///
    /// - Throws: `PriceFileError.notDaily` for bars of weeks or months.
    mutating func finish() throws(PriceFileError) -> ParsedPrices {
        store()
        for (ticker, bars) in prices.bars.sorted(by: { $0.key < $1.key }) where Self.isSparse(bars) {
            throw .notDaily(detail: "no two bars of \(ticker) lie less than \(Self.sparseGap) days apart")
        }
        if rowsWithoutClose > 0 {
            prices.notes.append("rows without a close left out: \(rowsWithoutClose)")
        }
        return prices
    }

    /// Days between the bars of a file by the week or longer.
    private static let sparseGap: Int32 = 5
    /// Fewest bars from which the spacing of a file is judged.
    private static let sparseBars = 8

    private static func isSparse(_ bars: [Bar]) -> Bool {
        guard bars.count >= sparseBars else { return false }
        // Most files show it in their first two rows; only the others are sorted.
        guard
            zip(bars, bars.dropFirst()).allSatisfy({
                abs($1.day.daysSinceEpoch - $0.day.daysSinceEpoch) >= sparseGap
            })
        else { return false }
        let days = bars.map(\.day.daysSinceEpoch).sorted()
        return zip(days, days.dropFirst()).allSatisfy { $1 - $0 >= sparseGap }
    }

    private mutating func turn(to row: PriceRow) throws(PriceRow.Fault) {
        let text = hasTickerColumn ? row[.ticker] : []
        if let current, current.text == text { return }
        let ticker = text.isEmpty ? fallbackTicker : Ticker.normalized(String(decoding: text, as: UTF8.self))
        guard let ticker else {
            let written = String(decoding: text.prefix(40), as: UTF8.self)
            throw PriceRow.Fault(reason: "ticker is \"\(written)\"; a symbol such as AAPL or BRK.B is needed")
        }
        store()
        // The bars move out of the dictionary, so that appending never copies them.
        current = (text, ticker, prices.bars.removeValue(forKey: ticker) ?? [])
    }

    private mutating func store() {
        guard let (_, ticker, bars) = current else { return }
        current = nil
        if !bars.isEmpty { prices.bars[ticker] = bars }
    }
}
