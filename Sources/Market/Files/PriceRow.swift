/// The cells of one row of a price file, by column, on their way to a bar.
struct PriceRow {
    /// Why a row is left out.
    struct Fault: Error {
        let reason: String
    }

    private var cells = [ArraySlice<UInt8>](repeating: [], count: PriceColumn.allCases.count)

    /// The text of a cell without spaces around it; empty where there is none.
    subscript(_ column: PriceColumn) -> ArraySlice<UInt8> {
        get { cells[column.rawValue] }
        set { cells[column.rawValue] = newValue }
    }

    // MARK: Values

    /// A number, or NaN where the cell says that it is missing.
    func number(_ column: PriceColumn) throws(Fault) -> Double {
        let cell = self[column]
        if let value = DecimalParser.double(cell) { return value }
        if Self.isMissing(cell) { return .nan }
        throw fault(column, "a decimal number or nothing is needed")
    }

    /// A number of shares for one share: a decimal number, `2:1` or `2/1`; 0 where the cell says that it is missing.
    func splitFactor() throws(Fault) -> Double {
        let cell = self[.splitFactor]
        let parts = cell.split(whereSeparator: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") })
        if parts.count == 2, let new = DecimalParser.double(parts[0]),
            let old = DecimalParser.double(parts[1]),
            new > 0, old > 0
        {
            return new / old
        }
        let factor = try number(.splitFactor)
        guard !(factor < 0) else { throw fault(.splitFactor, "a factor above 0, 0 or nothing is needed") }
        return factor.isNaN ? 0 : factor
    }

    /// The day, and whether the text has a time of day other than midnight with it.
    ///
    /// Understood: `2024-03-08`, `20240308`, and either form of ISO 8601 time behind the first. The day is the one
    /// written, which sources give in the time of the exchange.
    func day() throws(Fault) -> (day: TradingDay, hasTime: Bool) {
        let cell = self[.date]
        if cell.count == 10, let day = TradingDay(utf8: cell) { return (day, false) }
        if cell.count == 8 {
            var bytes = Array(cell)
            bytes.insert(UInt8(ascii: "-"), at: 6)
            bytes.insert(UInt8(ascii: "-"), at: 4)
            if let day = TradingDay(utf8: bytes) { return (day, false) }
        }
        if cell.count > 10, let stamp = CivilTimestamp(utf8: Array(cell)) {
            return (stamp.day, stamp.secondOfDay != 0)
        }
        throw fault(.date, "a day such as 2024-03-08 is needed")
    }

    /// The bar of the row; nil where it has neither a close nor an adjusted close.
    ///
    /// Where only one of the two columns exists it stands in for the other.
    func bar(on day: TradingDay, has: (close: Bool, adjustedClose: Bool)) throws(Fault) -> Bar? {
        let close = try number(.close)
        let adjusted = try number(.adjustedClose)
        let bar = Bar(
            day: day,
            open: try number(.open),
            high: try number(.high),
            low: try number(.low),
            close: has.close ? close : adjusted,
            adjustedClose: has.adjustedClose ? adjusted : close,
            volume: try number(.volume),
            dividend: try dividend(),
            splitFactor: try splitFactor()
        )
        return bar.close.isNaN && bar.adjustedClose.isNaN ? nil : bar
    }

    private func dividend() throws(Fault) -> Double {
        let amount = try number(.dividend)
        return amount.isNaN ? 0 : amount
    }

    private func fault(_ column: PriceColumn, _ accepted: String) -> Fault {
        let text = String(decoding: self[column].prefix(40), as: UTF8.self)
        return Fault(reason: "\(column.name) is \"\(text)\"; \(accepted)")
    }

    private static func isMissing(_ cell: ArraySlice<UInt8>) -> Bool {
        if cell.isEmpty { return true }
        guard cell.count <= 4 else { return false }
        switch String(decoding: cell, as: UTF8.self).lowercased() {
        case "null", "nan", "n/a", "na", "none", "-", "nil": return true
        default: return false
        }
    }
}
