import Market
import Storage

extension StableHash {
    /// Adds a text with its length, so that neighbouring texts cannot run into one another.
    mutating func combine(_ text: String) {
        combine(text.utf8.count)
        var word: UInt64 = 0
        var filled = 0
        for byte in text.utf8 {
            word = word << 8 | UInt64(byte)
            filled += 1
            if filled == 8 {
                combine(word)
                word = 0
                filled = 0
            }
        }
        if filled > 0 { combine(word) }
    }

    /// The hash as 16 hexadecimal digits.
    var text: String { Hex.text(value) }
}
