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

    /// Every instrument by symbol.
    public func all() throws -> [String: Instrument] {
        var result: [String: Instrument] = [:]
        try connection.forEach("SELECT ticker, cik, name, sic, sector, size_class FROM instruments") { row in
            let instrument = Instrument(
                ticker: row.text(0),
                cik: row.optionalText(1),
                name: row.optionalText(2),
                sic: row.isNull(3) ? nil : row.integer(3),
                sector: row.optionalText(4),
                sizeClass: row.optionalText(5)
            )
            result[instrument.ticker] = instrument
        }
        return result
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
