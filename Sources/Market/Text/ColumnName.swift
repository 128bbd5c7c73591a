/// Compares column names as people write them.
public enum ColumnName {
    /// The name with small ASCII letters and digits only, so that `Adj Close`, `adj_close` and `AdjClose` are one.
    public static func key(_ name: some StringProtocol) -> String {
        var key: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case 48...57, 97...122: key.append(byte)
            case 65...90: key.append(byte + 32)
            default: break
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
