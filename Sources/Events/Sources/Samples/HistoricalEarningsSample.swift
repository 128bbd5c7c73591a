public import Market

/// The earnings announcements of the Python package `HistoricalEarningsData`, with hour of day and figures.
public enum HistoricalEarningsSample {
    /// The connector's name, and the beginning of the keys of its events.
    public static let connector = "historical-earnings-data"
    /// Name of the package on PyPI.
    public static let package = "HistoricalEarningsData"
    /// Version that is read.
    public static let version = "0.3"
    /// Path of the CSV file inside the package.
    public static let path = "HistoricalEarningsData/data/aggregated_earnings_data_webscraped.csv"

    /// The events of the file.
    ///
    /// An hour counts as the full hour in New York; 12 AM stands for an unknown hour. Several rows of one symbol and
    /// day are one event, the first row's.
    ///
    /// - Parameters:
    ///   - bytes: the CSV file: `symbol`, `earnings_date`, `eps_estimate`, `reported_eps`, `surprise`.
    ///   - now: the present; announcements that still lie ahead are left out and counted.
    /// - Returns: earnings releases with their figures.
    /// - Throws: `EventFileError` for another file.
    public static func events(_ bytes: [UInt8], now: UTCInstant) throws(EventFileError) -> ParsedEvents {
        var table = try SampleTable(bytes)
        let columns = try Columns(table)
        var collector = EventCollector()
        var seen: Set<String> = []
        var (later, repeated) = (0, 0)
        while true {
            do throws(RowProblem) {
                guard let row = try table.next() else { break }
                let event = try columns.event(row)
                if event.knownAt > now {
                    later += 1
                } else if seen.insert(event.eventID).inserted {
                    collector.take(event, line: row.line)
                } else {
                    repeated += 1
                }
            } catch {
                collector.take(error)
            }
        }
        collector.takeLater(later)
        if repeated > 0 {
            collector.takeNote("\(repeated) rows of a symbol and day that an earlier row has were dropped")
        }
        return collector.finish()
    }

    /// Where the columns of the file lie.
    private struct Columns {
        let symbol: Int
        let date: Int
        let estimate: Int
        let reported: Int
        let surprise: Int

        init(_ table: SampleTable) throws(EventFileError) {
            symbol = try table.column("symbol")
            date = try table.column("earnings_date")
            estimate = try table.column("eps_estimate")
            reported = try table.column("reported_eps")
            surprise = try table.column("surprise")
        }

        func event(_ row: CSVRow) throws(RowProblem) -> MarketEvent {
            let symbolText = row[symbol]?.string ?? ""
            guard let ticker = Ticker.normalised(symbolText.utf8) else {
                throw RowProblem(line: row.line, column: "symbol", value: symbolText, reason: "is no symbol")
            }
            let text = row[date]?.string ?? ""
            guard let time = AnnouncementTime(text) else {
                throw RowProblem(
                    line: row.line,
                    column: "earnings_date",
                    value: text,
                    reason: "is no time; 'Jan 30, 2025, 4 PMEST' is accepted"
                )
            }
            let facts = EventFacts(
                epsEstimate: try number(row, estimate, "eps_estimate"),
                epsActual: try number(row, reported, "reported_eps"),
                surprisePercent: try number(row, surprise, "surprise")
            )
            return MarketEvent(
                eventID: "\(connector):\(ticker):\(time.day)",
                ticker: ticker,
                type: .earningsRelease,
                occurredOn: time.day,
                knownAt: time.instant,
                timePrecision: time.hour == nil ? .day : .exact,
                timeSource: time.hour == nil ? .none : .calendarHour,
                title: EarningsTitle.text(facts),
                source: connector,
                sourceURL: "https://pypi.org/project/\(package)/\(version)/",
                facts: facts
            )
        }

        private func number(_ row: CSVRow, _ column: Int, _ name: String) throws(RowProblem) -> Double? {
            guard let field = row[column], let text = field.text, text != "-" else { return nil }
            guard let value = field.double else {
                throw RowProblem(line: row.line, column: name, value: text, reason: "is no decimal number")
            }
            return value
        }
    }
}
