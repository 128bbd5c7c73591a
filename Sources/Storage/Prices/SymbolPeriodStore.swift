import Market

/// One row of a symbol map as the database keeps it; empty texts stand for open ends.
public struct StoredSymbolPeriod: Sendable, Hashable {
    /// The symbol.
    public var ticker: String
    /// First day, `YYYY-MM-DD`, or empty.
    public var validFrom: String
    /// Last day, `YYYY-MM-DD`, or empty.
    public var validUntil: String
    /// The instrument's current symbol.
    public var nowKnownAs: String
    /// Last day of its listing, `YYYY-MM-DD`, or empty.
    public var delistedOn: String

    /// Creates a row from its parts.
    public init(
        ticker: String,
        validFrom: String,
        validUntil: String,
        nowKnownAs: String,
        delistedOn: String
    ) {
        self.ticker = ticker
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.nowKnownAs = nowKnownAs
        self.delistedOn = delistedOn
    }
}

/// The symbols of instruments over time.
public struct SymbolPeriodStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    /// Every stored row.
    public func all() throws -> Set<StoredSymbolPeriod> {
        Set(
            try connection.map(
                "SELECT ticker, valid_from, valid_until, now_known_as, delisted_on FROM symbol_periods"
            ) { row in
                StoredSymbolPeriod(
                    ticker: row.text(0),
                    validFrom: row.text(1),
                    validUntil: row.text(2),
                    nowKnownAs: row.text(3),
                    delistedOn: row.text(4)
                )
            }
        )
    }

    /// Replaces all rows where they differ.
    public func replace(_ periods: Set<StoredSymbolPeriod>) throws {
        guard try all() != periods else { return }
        try connection.execute("DELETE FROM symbol_periods")
        let rows = periods.sorted { ($0.ticker, $0.validFrom) < ($1.ticker, $1.validFrom) }
        let sql = """
            INSERT INTO symbol_periods (ticker, valid_from, valid_until, now_known_as, delisted_on)
            VALUES ($1, $2, $3, $4, $5)
            """
        try connection.bulk(sql, count: rows.count) { index, binder in
            binder.text(rows[index].ticker)
            binder.text(rows[index].validFrom)
            binder.text(rows[index].validUntil)
            binder.text(rows[index].nowKnownAs)
            binder.text(rows[index].delistedOn)
        }
    }
}
