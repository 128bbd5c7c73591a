/// EDGAR's number of a company (CIK), kept as ten digits.
public enum CompanyNumber {
    /// The number padded with zeros to ten digits; nil for text that is not one to ten digits, or is zero.
    public static func padded(_ text: some StringProtocol) -> String? {
        padded(utf8: text.utf8)
    }

    /// The number in UTF-8 bytes, padded with zeros to ten digits; nil as for `padded(_:)`.
    public static func padded(utf8 bytes: some Collection<UInt8>) -> String? {
        guard (1...10).contains(bytes.count), bytes.allSatisfy({ $0 &- 48 < 10 }),
            bytes.contains(where: { $0 != 48 })
        else { return nil }
        return String(repeating: "0", count: 10 - bytes.count) + String(decoding: bytes, as: UTF8.self)
    }
}
