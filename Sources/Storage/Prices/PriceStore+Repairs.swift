public import Market

extension PriceStore {
    /// What was repaired in a series, by day and field; every value that the source did not give is NaN.
    public func repairs(ofTicker ticker: String) throws -> [PriceRepair] {
        try connection.map(
            """
            SELECT day, field, before, after, reason, detail FROM price_repairs
            WHERE ticker = $1 ORDER BY day, field
            """,
            [.text(ticker)]
        ) { row in
            PriceRepair(
                day: try row.day(0),
                field: try row.value(1, as: PriceField.self),
                old: row.double(2),
                new: row.double(3),
                reason: try row.value(4, as: PriceRepairReason.self),
                detail: row.text(5)
            )
        }
    }

    /// The bars of a symbol as the source gave them, sorted by day: every repair taken back.
    public func sourceBars(ofTicker ticker: String) throws -> [Bar] {
        RepairedBars.taking(
            back: try repairs(ofTicker: ticker),
            from: try bars(ofTicker: ticker).map(\.bar)
        )
    }

    /// The reasons of the repairs of each day, with `;` between several.
    public func repairReasons(ofTicker ticker: String) throws -> [TradingDay: String] {
        var reasons: [TradingDay: Set<String>] = [:]
        for repair in try repairs(ofTicker: ticker) {
            reasons[repair.day, default: []].insert(repair.reason.rawValue)
        }
        return reasons.mapValues { $0.sorted().joined(separator: ";") }
    }

    /// How many values are repaired, by reason.
    public func repairCounts() throws -> [PriceRepairReason: Int] {
        var counts: [PriceRepairReason: Int] = [:]
        try connection.forEach("SELECT reason, count(*) FROM price_repairs GROUP BY reason") { row in
            counts[try row.value(0, as: PriceRepairReason.self)] = row.integer(1)
        }
        return counts
    }

    /// Writes the repairs of a series that was just replaced.
    func write(_ repairs: [PriceRepair], of series: StoredSeries) throws {
        let sql = """
            INSERT INTO price_repairs (ticker, day, field, before, after, reason, detail, vintage)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """
        try connection.bulk(sql, count: repairs.count) { index, binder in
            let repair = repairs[index]
            binder.text(series.ticker)
            binder.day(repair.day)
            binder.text(repair.field.rawValue)
            binder.double(repair.old)
            binder.double(repair.new)
            binder.text(repair.reason.rawValue)
            binder.text(repair.detail)
            binder.text(series.vintage)
        }
    }
}
