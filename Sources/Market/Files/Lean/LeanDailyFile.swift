/// Reads raw daily bars of LEAN's data format: `YYYYMMDD HH:MM,open,high,low,close,volume`, prices times 10,000.
public enum LeanDailyFile {
    /// Ten-thousandths of the currency in one unit of it.
    private static let scale = 10_000.0

    /// Parses a file.
    ///
    /// - Returns: bars as traded; the adjusted close is the close until factors are applied.
    /// - Throws: `LeanFileError` for a row that is none.
    public static func parse(_ bytes: [UInt8]) throws(LeanFileError) -> [Bar] {
        var bars: [Bar] = []
        for row in try LeanTable.rows(bytes, fields: 6) {
            let close = try LeanTable.number(row, 4) / scale
            bars.append(
                Bar(
                    day: row.day,
                    open: try LeanTable.number(row, 1) / scale,
                    high: try LeanTable.number(row, 2) / scale,
                    low: try LeanTable.number(row, 3) / scale,
                    close: close,
                    adjustedClose: close,
                    volume: try LeanTable.number(row, 5)
                )
            )
        }
        return bars
    }
}
