/// 64-bit hashes as 16 lower-case hexadecimal digits.
public enum Hex {
    /// The digits of a hash.
    public static func text(_ value: UInt64) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: (0..<16).map { digits[Int(truncatingIfNeeded: value >> UInt64(60 - 4 * $0)) & 15] },
            as: UTF8.self
        )
    }

    /// The hash of 16 digits; nil for any other text.
    public static func value(_ text: String) -> UInt64? {
        text.utf8.count == 16 ? UInt64(text, radix: 16) : nil
    }
}
