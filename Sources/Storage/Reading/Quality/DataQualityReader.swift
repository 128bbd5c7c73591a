import Events
import Market
import Outcomes

/// Reads how fresh and how complete the stored data are, in a constant number of statements.
public struct DataQualityReader {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Everything.
    public func quality() throws -> DataQuality {
        DataQuality(sources: try sources(), prices: try prices(), survivorship: try survivorship())
    }

    /// Events by source.
    public func sources() throws -> [SourceFreshness] {
        try connection.map(
            "SELECT source, count(*), max(known_at), max(ingested_at) FROM events GROUP BY source ORDER BY source"
        ) { row in
            SourceFreshness(
                source: row.text(0),
                events: row.integer(1),
                lastKnownAt: try row.instant(2),
                lastIngestedAt: try row.instant(3)
            )
        }
    }

    /// The price series together.
    public func prices() throws -> PriceQuality {
        var quarantined: [QuarantineReason: Int] = [:]
        try connection.forEach(
            "SELECT quarantined, count(*) FROM prices WHERE quarantined IS NOT NULL GROUP BY quarantined"
        ) { row in quarantined[try row.value(0, as: QuarantineReason.self)] = row.integer(1) }
        let series = try connection.map(
            "SELECT ticker, last_day, bars, fetched_at FROM price_series ORDER BY last_day, ticker"
        ) { row in
            (ticker: row.text(0), lastDay: try row.day(1), bars: row.integer(2), at: try row.instant(3))
        }
        let lastDay = series.last?.lastDay
        return PriceQuality(
            series: series.count,
            bars: series.reduce(0) { $0 + $1.bars },
            lastDay: lastDay,
            lastFetchedAt: series.map(\.at).max(),
            stale: series.filter { $0.lastDay != lastDay }.map {
                StaleSeries(ticker: $0.ticker, lastDay: $0.lastDay)
            },
            quarantined: quarantined,
            breaks: try breaks()
        )
    }

    private func breaks() throws -> [SymbolBreak] {
        try connection.map(
            "SELECT ticker, day, reason, detail FROM price_breaks ORDER BY ticker, day, reason"
        ) {
            row in
            SymbolBreak(
                ticker: row.text(0),
                levelBreak: StoredBreak(
                    day: try row.day(1),
                    reason: try row.value(2, as: QuarantineReason.self),
                    detail: row.text(3)
                )
            )
        }
    }

    /// What became of all events: labelled, skipped with a reason, or never attempted.
    public func survivorship() throws -> [SurvivorshipRow] {
        var rows: [Key: SurvivorshipRow] = [:]
        try connection.forEach(
            "SELECT family, substr(known_at, 1, 4), count(*) FROM events GROUP BY 1, 2"
        ) { row in
            for horizon in Horizon.allCases {
                let key = try Key(row, horizon)
                rows[key] = SurvivorshipRow(
                    family: key.family,
                    year: key.year,
                    horizon: horizon,
                    events: row.integer(2),
                    labelled: 0,
                    skipped: [:]
                )
            }
        }
        let labels = Horizon.allCases.map { "sum(horizon = '\($0.code)') AS labels_\($0.code)" }
        let sums = Horizon.allCases.map { "sum(o.labels_\($0.code))" }
        try connection.forEach(
            """
            SELECT e.family, substr(e.known_at, 1, 4), \(sums.joined(separator: ", "))
            FROM (SELECT event_id, \(labels.joined(separator: ", ")) FROM event_outcomes GROUP BY event_id) o
            CROSS JOIN events e ON e.event_id = o.event_id GROUP BY 1, 2
            """
        ) { row in
            for (index, horizon) in Horizon.allCases.enumerated() {
                rows[try Key(row, horizon)]?.labelled = row.integer(Int32(2 + index))
            }
        }
        try connection.forEach(
            """
            SELECT e.family, substr(e.known_at, 1, 4), s.horizon, s.reason, count(*)
            FROM outcome_skips s CROSS JOIN events e ON e.event_id = s.event_id GROUP BY 1, 2, 3, 4
            """
        ) { row in
            let reason = try row.value(3, as: SkipReason.self)
            rows[try Key(row, row.horizon(2))]?.skipped[reason] = row.integer(4)
        }
        return rows.values.sorted {
            ($0.family, $0.year, $0.horizon) < ($1.family, $1.year, $1.horizon)
        }
    }

    private struct Key: Hashable {
        let family: EventFamily
        let year: Int
        let horizon: Horizon

        /// Reads family and year from the first two columns.
        init(_ row: SQLRow, _ horizon: Horizon) throws {
            family = try row.value(0, as: EventFamily.self)
            guard let year = Int(row.text(1)) else {
                throw StorageError.corrupt(table: "events", column: "known_at", value: row.text(1))
            }
            self.year = year
            self.horizon = horizon
        }
    }
}
