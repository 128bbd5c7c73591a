public import Market

/// A price series as the source gave it, with where and when.
public struct StoredSeries: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// The source's name.
    public var source: String
    /// When the source was read.
    public var fetchedAt: UTCInstant
    /// Hash of all bars, 16 hex digits.
    public var vintage: String

    /// Creates the description of a series.
    public init(ticker: String, source: String, fetchedAt: UTCInstant, vintage: String) {
        self.ticker = ticker
        self.source = source
        self.fetchedAt = fetchedAt
        self.vintage = vintage
    }
}

/// One stored bar with the verdict on it.
public struct StoredBar: Sendable, Equatable {
    /// The bar, with repaired values in place.
    public var bar: Bar
    /// Why its close is not used; nil where it is.
    public var quarantined: QuarantineReason?

    /// Creates a stored bar.
    public init(bar: Bar, quarantined: QuarantineReason?) {
        self.bar = bar
        self.quarantined = quarantined
    }
}

/// A level break of a series.
public struct StoredBreak: Sendable, Equatable {
    /// The first day of the new level.
    public var day: TradingDay
    /// What the break looks like.
    public var reason: QuarantineReason
    /// The evidence in words.
    public var detail: String

    /// Creates a break.
    public init(day: TradingDay, reason: QuarantineReason, detail: String) {
        self.day = day
        self.reason = reason
        self.detail = detail
    }
}

/// The price tables.
///
/// All bars of a series are of one vintage: a series is replaced whole.
public struct PriceStore {
    let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Every stored series by symbol.
    public func allSeries() throws -> [String: StoredSeries] {
        var result: [String: StoredSeries] = [:]
        try connection.forEach("SELECT ticker, source, fetched_at, vintage FROM price_series") { row in
            let series = StoredSeries(
                ticker: row.text(0),
                source: row.text(1),
                fetchedAt: try row.instant(2),
                vintage: row.text(3)
            )
            result[series.ticker] = series
        }
        return result
    }

    /// The last day of each stored series, sorted.
    ///
    /// - Parameter benchmark: a symbol that is left out.
    /// - Returns: one day a series.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    public func lastDays(excluding benchmark: String) throws -> [TradingDay] {
        try connection.map(
            "SELECT last_day FROM price_series WHERE ticker <> $1 ORDER BY last_day",
            [.text(benchmark)]
        ) { try $0.day(0) }
    }

    /// Replaces a series with all its bars, which must be sorted by day without duplicates.
    ///
    /// - Parameters:
    ///   - series: the description; its vintage is the hash of the source's own bars.
    ///   - bars: the bars with repaired values in place.
    ///   - breaks: the level breaks.
    ///   - repairs: what was repaired, each field of a day once.
    /// - Throws: `StorageError` where the database refuses.
    public func replace(
        _ series: StoredSeries,
        bars: [StoredBar],
        breaks: [StoredBreak],
        repairs: [PriceRepair] = []
    ) throws {
        guard let first = bars.first, let last = bars.last else { return }
        let ticker = series.ticker
        try connection.execute("DELETE FROM price_series WHERE ticker = $1", [.text(ticker)])
        try connection.execute(
            """
            INSERT INTO price_series (ticker, source, fetched_at, first_day, last_day, bars, vintage)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .text(ticker), .text(series.source), .instant(series.fetchedAt), .day(first.bar.day),
                .day(last.bar.day), .integer(bars.count), .text(series.vintage),
            ]
        )
        let sql = """
            INSERT INTO prices
                (ticker, day, open, high, low, close, adj_close, volume, dividends, stock_splits, quarantined)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """
        try connection.bulk(sql, count: bars.count) { index, binder in
            let bar = bars[index].bar
            binder.text(ticker)
            binder.day(bar.day)
            binder.double(bar.open)
            binder.double(bar.high)
            binder.double(bar.low)
            binder.double(bar.close)
            binder.double(bar.adjustedClose)
            binder.double(bar.volume)
            binder.double(bar.dividend)
            binder.double(bar.splitFactor)
            binder.text(bars[index].quarantined?.rawValue)
        }
        try connection.bulk(
            "INSERT INTO price_breaks (ticker, day, reason, detail) VALUES ($1, $2, $3, $4)",
            count: breaks.count
        ) { index, binder in
            binder.text(ticker)
            binder.day(breaks[index].day)
            binder.text(breaks[index].reason.rawValue)
            binder.text(breaks[index].detail)
        }
        try write(repairs, of: series)
    }

    /// All bars of a symbol, sorted by day.
    public func bars(ofTicker ticker: String) throws -> [StoredBar] {
        let sql = """
            SELECT day, open, high, low, close, adj_close, volume, dividends, stock_splits, quarantined
            FROM prices WHERE ticker = $1 ORDER BY day
            """
        return try connection.map(sql, [.text(ticker)]) { row in
            StoredBar(
                bar: Bar(
                    day: try row.day(0),
                    open: row.double(1),
                    high: row.double(2),
                    low: row.double(3),
                    close: row.double(4),
                    adjustedClose: row.double(5),
                    volume: row.double(6),
                    dividend: row.double(7),
                    splitFactor: row.double(8)
                ),
                quarantined: row.isNull(9) ? nil : try row.value(9, as: QuarantineReason.self)
            )
        }
    }

    /// The level breaks of a symbol, sorted by day.
    public func breaks(ofTicker ticker: String) throws -> [StoredBreak] {
        try connection.map(
            "SELECT day, reason, detail FROM price_breaks WHERE ticker = $1 ORDER BY day",
            [.text(ticker)]
        ) { row in
            StoredBreak(
                day: try row.day(0),
                reason: try row.value(1, as: QuarantineReason.self),
                detail: row.text(2)
            )
        }
    }

    /// The usable closes of a symbol on the session grid; nil where none are stored.
    ///
    /// - Parameters:
    ///   - ticker: the symbol.
    ///   - calendar: the exchange calendar that numbers the sessions.
    /// - Returns: the series with quarantined closes left out.
    /// - Throws: `StorageError` for a stored value that cannot be read.
    public func priceSeries(ofTicker ticker: String, calendar: ExchangeCalendar) throws -> PriceSeries? {
        var sessions: [Int] = []
        var closes: [(adjusted: Double, close: Double, volume: Double, reason: QuarantineReason?)] = []
        let sql = """
            SELECT day, adj_close, close, volume, quarantined FROM prices WHERE ticker = $1 ORDER BY day
            """
        try connection.forEach(sql, [.text(ticker)]) { row in
            // A day outside the calendar's coverage has no session; its bar is kept and never used.
            guard let session = try? calendar.session(on: try row.day(0)) else { return }
            let reason = row.isNull(4) ? nil : try row.value(4, as: QuarantineReason.self)
            sessions.append(session)
            closes.append((row.double(1), row.double(2), row.double(3), reason))
        }
        guard let first = sessions.first, let last = sessions.last else { return nil }
        let count = last - first + 1
        var adjusted = [Double](repeating: .nan, count: count)
        var close = adjusted
        var volume = adjusted
        var quarantine = [QuarantineReason?](repeating: nil, count: count)
        for (session, values) in zip(sessions, closes) {
            let index = session - first
            quarantine[index] = values.reason
            volume[index] = values.volume
            guard values.reason == nil else { continue }
            adjusted[index] = values.adjusted
            close[index] = values.close
        }
        let breaks = try breaks(ofTicker: ticker).compactMap { try? calendar.session(on: $0.day) }
        return PriceSeries(
            ticker: ticker,
            firstSession: first,
            adjusted: adjusted,
            close: close,
            volume: volume,
            quarantine: quarantine,
            breaks: breaks
        )
    }
}
