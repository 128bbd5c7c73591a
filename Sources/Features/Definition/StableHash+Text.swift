import Market

extension StableHash {
    /// Adds a text by its UTF-8 bytes and their number, so that no two lists of texts run together.
    mutating func combine(text: String) {
        for byte in text.utf8 { combine(UInt64(byte)) }
        combine(text.utf8.count)
    }

    /// The hash as sixteen lower-case hexadecimal digits.
    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
