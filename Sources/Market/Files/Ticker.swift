/// Symbols of instruments as text.
public enum Ticker {
    /// The symbol in capitals without spaces around it; nil for text that is no symbol.
    ///
    /// A symbol has 1 to 20 letters, digits and `.` `-` `^` `=` `/` `_`, as exchanges and data sources write them.
    public static func normalized(_ text: some StringProtocol) -> String? {
        var bytes = Array(text.utf8)
        while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
        bytes = Array(bytes.drop { $0 == 32 || $0 == 9 })
        guard (1...20).contains(bytes.count) else { return nil }
        for index in bytes.indices {
            switch bytes[index] {
            case 97...122: bytes[index] -= 32
            case 65...90, 48...57: break
            case let other where ".-^=/_".utf8.contains(other): break
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
