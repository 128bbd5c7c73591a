public import Market

/// What is known of a company beside its events.
public struct Instrument: Sendable, Equatable {
    /// The symbol.
    public var ticker: String
    /// EDGAR's company number.
    public var cik: String?
    /// The company's name.
    public var name: String?
    /// Standard industrial classification.
    public var sic: Int?
    /// The sector, in the words of the rules.
    public var sector: String?
    /// `small`, `mid` or `large`.
    public var sizeClass: String?

    /// Creates an instrument.
    public init(
        ticker: String,
        cik: String? = nil,
        name: String? = nil,
        sic: Int? = nil,
        sector: String? = nil,
        sizeClass: String? = nil
    ) {
        self.ticker = ticker
        self.cik = cik
        self.name = name
        self.sic = sic
        self.sector = sector
        self.sizeClass = sizeClass
    }
}

/// The instruments table.
public struct InstrumentStore {
    private let connection: SQLConnection

    /// Works on a connection.
    public init(_ connection: SQLConnection) {
        self.connection = connection
    }

    private static let select = "SELECT ticker, cik, name, sic, sector, size_class FROM instruments"

    /// Every instrument by symbol.
    public func all() throws -> [String: Instrument] {
        var result: [String: Instrument] = [:]
        for instrument in try connection.map(Self.select, [], decode) {
            result[instrument.ticker] = instrument
        }
        return result
    }

    /// One instrument; nil where none of that symbol is stored.
    public func instrument(_ ticker: String) throws -> Instrument? {
        try connection.first("\(Self.select) WHERE ticker = $1", [.text(ticker)], decode)
    }

    private func decode(_ row: SQLRow) -> Instrument {
        Instrument(
            ticker: row.text(0),
            cik: row.optionalText(1),
            name: row.optionalText(2),
            sic: row.isNull(3) ? nil : row.integer(3),
            sector: row.optionalText(4),
            sizeClass: row.optionalText(5)
        )
    }

    /// Writes instruments that differ from the stored ones; a field that is nil leaves the stored one.
    public func upsert(_ instruments: [Instrument], now: UTCInstant) throws {
        let instruments = instruments.sorted { $0.ticker < $1.ticker }
        let sql = """
            INSERT INTO instruments (ticker, cik, name, sic, sector, size_class, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (ticker) DO UPDATE SET cik = coalesce(excluded.cik, cik),
                name = coalesce(excluded.name, name), sic = coalesce(excluded.sic, sic),
                sector = coalesce(excluded.sector, sector),
                size_class = coalesce(excluded.size_class, size_class), updated_at = excluded.updated_at
            """
        try connection.bulk(sql, count: instruments.count) { index, binder in
            let instrument = instruments[index]
            binder.text(instrument.ticker)
            binder.text(instrument.cik)
            binder.text(instrument.name)
            if let sic = instrument.sic { binder.integer(sic) } else { binder.null() }
            binder.text(instrument.sector)
            binder.text(instrument.sizeClass)
            binder.instant(now)
        }
    }
}
