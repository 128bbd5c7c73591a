public import Market

/// A symbol for which no source had prices.
public struct MissingTicker: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// The sources that were asked, with commas between.
    public var source: String
    /// What they said.
    public var reason: String
    /// When it was first noticed.
    public var firstSeenAt: UTCInstant
    /// When it was last looked at.
    public var lastTriedAt: UTCInstant

    /// Creates a row from its parts.
    public init(
        ticker: String,
        source: String,
        reason: String,
        firstSeenAt: UTCInstant,
        lastTriedAt: UTCInstant
    ) {
        self.ticker = ticker
        self.source = source
        self.reason = reason
        self.firstSeenAt = firstSeenAt
        self.lastTriedAt = lastTriedAt
    }
}

extension PriceStore {
    /// Symbols without prices, by symbol.
    public func missingTickers() throws -> [String: MissingTicker] {
        let rows = try connection.map(
            "SELECT ticker, source, reason, first_seen_at, last_tried_at FROM missing_tickers"
        ) { row in
            MissingTicker(
                ticker: row.text(0),
                source: row.text(1),
                reason: row.text(2),
                firstSeenAt: try row.instant(3),
                lastTriedAt: try row.instant(4)
            )
        }
        return Dictionary(rows.map { ($0.ticker, $0) }, uniquingKeysWith: { $1 })
    }

    /// Records that no source has prices of a symbol; when it was first noticed stays.
    public func recordMissing(ticker: String, source: String, reason: String, now: UTCInstant) throws {
        try connection.execute(
            """
            INSERT INTO missing_tickers (ticker, source, reason, first_seen_at, last_tried_at)
            VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (ticker) DO UPDATE SET source = excluded.source, reason = excluded.reason,
                last_tried_at = excluded.last_tried_at
            """,
            [.text(ticker), .text(source), .text(reason), .instant(now)]
        )
    }

    /// Forgets that a symbol had no prices.
    public func removeMissing(ticker: String) throws {
        try connection.execute("DELETE FROM missing_tickers WHERE ticker = $1", [.text(ticker)])
    }
}
