/// Reads daily prices from comma-separated values.
///
/// Columns in any order: `date`, `open`, `high`, `low`, `close`, `adj_close`, `volume`, `dividends`, `stock_splits`,
/// `ticker`; headings as written by yfinance, Yahoo downloads and Stooq are understood too. Closes must be adjusted
/// for splits, `adj_close` for dividends too.
public enum PricesCSV {
    /// Parses a file.
    ///
    /// - Parameters:
    ///   - bytes: the file's content.
    ///   - ticker: whose prices these are where the file has no `ticker` column, usually from the file's name.
    /// - Returns: the bars, the rows left out, and notes on the file.
    /// - Throws: `PriceFileError` for a file that holds no daily prices.
    public static func parse(_ bytes: [UInt8], ticker: String?) throws(PriceFileError) -> ParsedPrices {
        try parse(bytes, ticker: ticker, closes: .splitAdjusted)
    }

    /// Parses a file whose closes have the given meaning where they are its only ones.
    static func parse(
        _ bytes: [UInt8],
        ticker: String?,
        closes: CloseMeaning
    ) throws(PriceFileError) -> ParsedPrices {
        var reader = try open(bytes)
        var collector: PriceCollector
        let layout: PriceTableLayout
        if let wide = try PriceTableLayout(wide: &reader) {
            layout = wide
            collector = try PriceCollector(
                columns: wide.columns.union([.ticker]),
                ticker: nil,
                closes: closes
            )
        } else {
            layout = try PriceTableLayout(header: reader.header)
            collector = try PriceCollector(columns: layout.columns, ticker: ticker, closes: closes)
        }
        collector.noteKeptOut(layout.unknown)
        // One set of cells for all rows: each row writes every cell of the layout.
        var cells = PriceRow()
        while let row = next(&reader, &collector) {
            guard row.count == layout.width || isPadded(row, to: layout.width) else {
                collector.addProblem(
                    line: row.line,
                    "\(row.count) fields where the heading has \(layout.width)"
                )
                continue
            }
            for group in layout.groups {
                if let ticker = group.ticker { cells[.ticker] = ticker }
                for (column, position) in group.columns {
                    cells[column] = row[position]?.trimmedBytes ?? []
                }
                try collector.add(cells, line: row.line)
            }
        }
        return try collector.finish()
    }

    private static func open(_ bytes: [UInt8]) throws(PriceFileError) -> CSVReader {
        do throws(CSVError) {
            return try CSVReader(bytes: bytes)
        } catch {
            throw error == .empty ? .empty : .unreadable(reason: error.description)
        }
    }

    /// The next row that can be split into fields; the others become problems.
    private static func next(_ reader: inout CSVReader, _ collector: inout PriceCollector) -> CSVRow? {
        while true {
            do throws(CSVError) {
                return try reader.next()
            } catch {
                collector.addProblem(line: error.line ?? 1, error.reason)
            }
        }
    }

    /// Whether a row has more fields than the heading, but nothing in them.
    private static func isPadded(_ row: CSVRow, to width: Int) -> Bool {
        row.count > width && (width..<row.count).allSatisfy { row[$0]?.isBlank ?? true }
    }
}
