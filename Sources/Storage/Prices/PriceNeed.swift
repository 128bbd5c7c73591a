public import Market

extension EventStore {
    /// The days of the events whose prices are needed, by symbol: recent ones, and those that have no final outcome.
    ///
    /// - Parameter recent: events from this day on count as recent.
    /// - Returns: the days of each symbol, sorted; events under a symbol that was another company's are left out.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    public func daysInNeedOfPrices(recent: TradingDay) throws -> [String: [TradingDay]] {
        var days: [String: [TradingDay]] = [:]
        let sql = """
            SELECT DISTINCT ticker, occurred_on FROM events e
            WHERE ticker_valid = 1 AND (
                occurred_on >= $1
                OR (SELECT count(*) FROM event_outcomes o WHERE o.event_id = e.event_id)
                    + (SELECT count(*) FROM outcome_skips s WHERE s.event_id = e.event_id
                        AND s.reason NOT IN ('pending', 'no_prices', 'missing_base_close',
                            'missing_outcome_close', 'benchmark_missing')) < 3
            )
            ORDER BY ticker, occurred_on
            """
        try connection.forEach(sql, [.day(recent)]) { row in
            days[row.text(0), default: []].append(try row.day(1))
        }
        return days
    }
}
