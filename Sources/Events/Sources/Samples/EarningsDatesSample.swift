public import Market

/// The filing dates of the Python package `stocks-earnings-dates`: one row for each 8-K with quarterly results.
///
/// The package's table has a symbol and a day, no time and no accession number. It follows item 2.02 and, before
/// 2004-08-23, its forerunner item 12.
public enum EarningsDatesSample {
    /// The connector's name, and the beginning of the keys of its events.
    public static let connector = "stocks-earnings-dates"
    /// Name of the package on PyPI.
    public static let package = "stocks-earnings-dates"
    /// Version that is read.
    public static let version = "0.1.9"
    /// Path of the SQLite file inside the package.
    public static let path = "stocks_earnings_dates/data/earnings.db"
    /// The query for the rows, symbol and day.
    public static let query = "SELECT Ticker, Earnings_Date FROM earnings ORDER BY Ticker, Earnings_Date"

    /// The events of rows.
    ///
    /// - Parameters:
    ///   - rows: symbol and day (`YYYY-MM-DD`) as the table has them; a problem names the row by its place from 1.
    ///   - now: the present; rows of later days are left out and counted.
    /// - Returns: 8-K events of day precision, a row each.
    public static func events(
        rows: some Sequence<(ticker: String, date: String)>,
        now: UTCInstant
    ) -> ParsedEvents {
        var collector = EventCollector()
        var later = 0
        for (index, row) in rows.enumerated() {
            guard let day = TradingDay(iso8601: row.date) else {
                collector.take(
                    RowProblem(line: index + 1, column: "Earnings_Date", value: row.date, reason: "is no day")
                )
                continue
            }
            guard let ticker = Ticker.normalised(row.ticker.utf8) else {
                collector.take(
                    RowProblem(line: index + 1, column: "Ticker", value: row.ticker, reason: "is no symbol")
                )
                continue
            }
            let event = event(ticker: ticker, day: day)
            guard event.knownAt <= now else {
                later += 1
                continue
            }
            collector.take(event, line: index + 1)
        }
        collector.takeLater(later)
        return collector.finish()
    }

    private static func event(ticker: String, day: TradingDay) -> MarketEvent {
        let number = day < FilingItem.sectionsBegin ? "12" : "2.02"
        return MarketEvent(
            eventID: "\(connector):\(ticker):\(day)",
            ticker: ticker,
            type: .sec8K,
            items: [number],
            occurredOn: day,
            knownAt: NewYork.instant(day: day, secondOfDay: 0),
            timePrecision: .day,
            timeSource: .none,
            title: "8-K: Results of operations and financial condition (\(number))",
            source: connector,
            sourceURL: "https://pypi.org/project/\(package)/\(version)/"
        )
    }
}
