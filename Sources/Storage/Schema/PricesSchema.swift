extension Schema {
    /// Migration 0005: what was repaired in price series, the symbols of instruments over time, symbols without prices.
    ///
    /// `prices` holds repaired values; `price_repairs` holds the source's own ones beside them.
    static let pricesSchema = """
        CREATE TABLE price_repairs (
            ticker TEXT NOT NULL,
            day TEXT NOT NULL CHECK (length(day) = 10),
            field TEXT NOT NULL,
            before REAL,
            after REAL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            vintage TEXT NOT NULL CHECK (length(vintage) = 16),
            PRIMARY KEY (ticker, day, field),
            FOREIGN KEY (ticker) REFERENCES price_series (ticker) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE symbol_periods (
            ticker TEXT NOT NULL,
            valid_from TEXT NOT NULL,
            valid_until TEXT NOT NULL,
            now_known_as TEXT NOT NULL,
            delisted_on TEXT NOT NULL,
            PRIMARY KEY (ticker, valid_from, now_known_as, delisted_on)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE missing_tickers (
            ticker TEXT NOT NULL PRIMARY KEY,
            source TEXT NOT NULL,
            reason TEXT NOT NULL,
            first_seen_at TEXT NOT NULL CHECK (length(first_seen_at) = 20),
            last_tried_at TEXT NOT NULL CHECK (length(last_tried_at) = 20)
        ) STRICT, WITHOUT ROWID;
        """
}
