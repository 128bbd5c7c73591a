/// The fields of a bar that a repair can change.
public enum PriceField: String, CaseIterable, Sendable {
    /// First price of the session.
    case open
    /// Highest price of the session.
    case high
    /// Lowest price of the session.
    case low
    /// Last price of the session, split-adjusted.
    case close
    /// Last price of the session, adjusted for splits and dividends.
    case adjustedClose = "adj_close"
    /// Shares traded.
    case volume
    /// Cash dividend per share.
    case dividend = "dividends"
    /// Split factor.
    case splitFactor = "stock_splits"

    /// The prices of the session itself, all in one unit of the currency.
    static let session: [PriceField] = [.open, .high, .low, .close]
}

extension Bar {
    /// The value of a field.
    public subscript(field: PriceField) -> Double {
        get {
            switch field {
            case .open: open
            case .high: high
            case .low: low
            case .close: close
            case .adjustedClose: adjustedClose
            case .volume: volume
            case .dividend: dividend
            case .splitFactor: splitFactor
            }
        }
        set {
            switch field {
            case .open: open = newValue
            case .high: high = newValue
            case .low: low = newValue
            case .close: close = newValue
            case .adjustedClose: adjustedClose = newValue
            case .volume: volume = newValue
            case .dividend: dividend = newValue
            case .splitFactor: splitFactor = newValue
            }
        }
    }
}
