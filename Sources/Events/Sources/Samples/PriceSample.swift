public import Market

/// The daily adjusted closes of the Python package `skfolio`: 20 stocks and the S&P 500 index, 1990 to 2022.
public enum PriceSample {
    /// Name of the package on PyPI.
    public static let package = "skfolio"
    /// Version that is read.
    public static let version = "1.12.2"
    /// Path of the stocks' closes inside the package, packed with gzip.
    public static let stocksPath = "skfolio/datasets/data/sp500_dataset.csv.gz"
    /// Path of the index inside the package, packed with gzip.
    public static let indexPath = "skfolio/datasets/data/sp500_index.csv.gz"
    /// Symbol of the index, which stands in for SPY.
    public static let indexTicker = "SP500"

    /// What a file of closes holds.
    public struct Closes: Sendable, Equatable {
        /// Bars by symbol, in order of time; only close and adjusted close are known and equal.
        public var bars: [String: [Bar]] = [:]
        /// Rows and values that were left out.
        public var problems: [RowProblem] = []

        /// Symbols, sorted.
        public var tickers: [String] { bars.keys.sorted() }
    }

    /// The bars of a file: `Date`, then one column for each symbol.
    ///
    /// - Parameter bytes: the CSV file, unpacked.
    /// - Returns: bars whose open, high, low and volume are NaN; an empty field makes no bar.
    /// - Throws: `EventFileError` for another file.
    public static func closes(_ bytes: [UInt8]) throws(EventFileError) -> Closes {
        var table = try SampleTable(bytes)
        let date = try table.column("Date")
        let tickers = table.header.map { Ticker.normalised($0.utf8) }
        guard tickers.count > 1, tickers.allSatisfy({ $0 != nil }), Set(tickers).count == tickers.count else {
            throw .malformed(format: "table of closes", reason: "its headings are no symbols")
        }
        var columns = [[Bar]](repeating: [], count: tickers.count)
        var result = Closes()
        var latest: TradingDay?
        while true {
            do throws(RowProblem) {
                guard let row = try table.next() else { break }
                let day = try day(of: row, date, after: latest)
                latest = day
                for column in columns.indices where column != date {
                    guard let field = row[column], !field.isBlank else { continue }
                    guard let close = field.double, close > 0 else {
                        result.problems.append(
                            RowProblem(
                                line: row.line,
                                column: tickers[column],
                                value: field.string,
                                reason: "is no price"
                            )
                        )
                        continue
                    }
                    columns[column].append(Self.bar(day, close))
                }
            } catch {
                result.problems.append(error)
            }
        }
        for (ticker, bars) in zip(tickers, columns) where !bars.isEmpty {
            if let ticker { result.bars[ticker] = bars }
        }
        return result
    }

    private static func day(
        of row: CSVRow,
        _ column: Int,
        after latest: TradingDay?
    ) throws(RowProblem) -> TradingDay {
        let text = row[column]?.string ?? ""
        guard let day = row[column]?.day else {
            throw RowProblem(line: row.line, column: "Date", value: text, reason: "is no day")
        }
        if let latest, day <= latest {
            throw RowProblem(line: row.line, column: "Date", value: text, reason: "does not follow \(latest)")
        }
        return day
    }

    private static func bar(_ day: TradingDay, _ close: Double) -> Bar {
        Bar(
            day: day,
            open: .nan,
            high: .nan,
            low: .nan,
            close: close,
            adjustedClose: close,
            volume: .nan
        )
    }
}
