/// The columns of a price file.
enum PriceColumn: Int, CaseIterable {
    case date
    case ticker
    case open
    case high
    case low
    case close
    case adjustedClose
    case volume
    case dividend
    case splitFactor

    /// The column's name in messages and in files of ours.
    var name: String {
        switch self {
        case .date: "date"
        case .ticker: "ticker"
        case .open: "open"
        case .high: "high"
        case .low: "low"
        case .close: "close"
        case .adjustedClose: "adj_close"
        case .volume: "volume"
        case .dividend: "dividends"
        case .splitFactor: "stock_splits"
        }
    }

    /// The column with a heading; nil for a heading that means none of them.
    ///
    /// Case, spaces and punctuation do not matter: `Adj Close`, `adj_close` and `<CLOSE>` are understood.
    init?(heading: String) {
        guard let column = Self.byKey[ColumnName.key(heading)] else { return nil }
        self = column
    }

    private static let byKey: [String: PriceColumn] = [
        "date": .date, "datetime": .date, "day": .date, "timestamp": .date,
        "ticker": .ticker, "symbol": .ticker,
        "open": .open, "high": .high, "low": .low, "close": .close,
        "adjclose": .adjustedClose, "adjustedclose": .adjustedClose, "closeadj": .adjustedClose,
        "volume": .volume, "vol": .volume,
        "dividend": .dividend, "dividends": .dividend,
        "stocksplits": .splitFactor, "stocksplit": .splitFactor, "splits": .splitFactor,
        "split": .splitFactor,
        "splitfactor": .splitFactor,
        // Stooq's Polish site.
        "data": .date, "otwarcie": .open, "najwyzszy": .high, "najnizszy": .low, "zamkniecie": .close,
        "wolumen": .volume,
    ]
}
