import Storage

/// A 64-bit hash that is the same in every process: FNV-1a over bytes (Fowler, Noll and Vo).
struct StableHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func combine(_ text: String) {
        for byte in text.utf8 { combine(byte: byte) }
        combine(byte: 0xff)
    }

    mutating func combine(_ number: UInt64) {
        var rest = number
        for _ in 0..<8 {
            combine(byte: UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func combine(_ number: Double) { combine(number.bitPattern) }

    /// The hash as 16 hexadecimal digits.
    var text: String { Hex.text(value) }

    private mutating func combine(byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
}
