/// A 128-bit hash of training data that is the same on every machine and in every process.
///
/// Two 64-bit lanes, each a multiply-and-rotate chain with the finaliser of MurmurHash3. It tells data sets apart; it
/// is no protection against someone who wants a collision.
struct DataDigest {
    private var first: UInt64 = 0x9e37_79b9_7f4a_7c15
    private var second: UInt64 = 0xc2b2_ae3d_27d4_eb4f
    private var count: UInt64 = 0

    mutating func combine(_ word: UInt64) {
        count &+= 1
        first = Self.rotate(first ^ (word &* 0xff51_afd7_ed55_8ccd), 29) &* 0x9fb2_1c65_1e98_df25
        second = Self.rotate(second &+ (word ^ count), 37) &* 0xd6e8_feb8_6659_fd93 ^ first
    }

    mutating func combine(_ value: Int) { combine(UInt64(bitPattern: Int64(value))) }

    /// All NaN count as one value, and so do both zeros.
    mutating func combine(_ value: Double) {
        combine(value.isNaN ? 0x7ff8_0000_0000_0000 : (value == 0 ? 0 : value.bitPattern))
    }

    mutating func combine(_ value: Float) {
        combine(UInt64(value.isNaN ? 0x7fc0_0000 : (value == 0 ? 0 : value.bitPattern)))
    }

    mutating func combine(_ text: String) {
        var word: UInt64 = 0
        var filled = 0
        var length = 0
        for byte in text.utf8 {
            word |= UInt64(byte) << UInt64(filled * 8)
            filled += 1
            length += 1
            if filled == 8 {
                combine(word)
                word = 0
                filled = 0
            }
        }
        combine(word)
        combine(length)
    }

    /// The hash as 32 lower-case hexadecimal digits.
    var hexadecimal: String { Self.hex(Self.finish(first &+ count)) + Self.hex(Self.finish(second ^ first)) }

    /// One 64-bit word of the hash, for seeds.
    var word: UInt64 { Self.finish(first &+ Self.rotate(second, 17) &+ count) }

    private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        (value << bits) | (value >> (64 - bits))
    }

    private static func finish(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed ^= mixed >> 33
        mixed &*= 0xff51_afd7_ed55_8ccd
        mixed ^= mixed >> 33
        mixed &*= 0xc4ce_b9fe_1a85_ec53
        return mixed ^ (mixed >> 33)
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
